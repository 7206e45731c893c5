import type { PoolAnalysis } from '../../evidence/pooling/analyse-pool.js';
import type { PoolMaterial } from '../../evidence/pooling/material.js';
import { cumulativeByYear, leaveOneOut, type PoolStep } from '../../evidence/pooling/pool-steps.js';
import type { PoolingWords } from '../../i18n/pooling.js';
import { of100, toPercent } from '../of-100.js';
import { axisOf100, type Tick } from './axis.js';
import { intervalRow, type IntervalRow } from './interval-row.js';
import { markedName } from './origin-marks.js';
import { noAnswerText, questionName } from './pool-words.js';

/** A pool made again and again: one row each time. */
export interface StepsView {
  readonly title: string;
  readonly description: string;
  readonly columns: Readonly<Record<'step' | 'estimate', string>>;
  readonly axis: readonly Tick[];
  readonly rows: readonly StepView[];
  /** The whole pool, in per cent. */
  readonly whole: number | null;
}

export interface StepView {
  readonly study: string;
  readonly label: string;
  readonly own: boolean;
  /** `null` where this step has no answer, with the reason in `noAnswer`. */
  readonly row: IntervalRow | null;
  readonly noAnswer: string | null;
  /** More than five of 100 from the number of the whole pool. */
  readonly moves: boolean;
  readonly movesText: string | null;
}

/** A change of more than this many of 100 is worth a mark. */
export const MARGIN = 5;

type Material = Pick<PoolMaterial, 'details'>;

export function leaveOneOutView(analysis: PoolAnalysis, material: Material, words: PoolingWords): StepsView {
  return stepsView('leave-one-out', leaveOneOut(analysis), analysis, material, words);
}

export function cumulativeView(analysis: PoolAnalysis, material: Material, words: PoolingWords): StepsView {
  return stepsView('cumulative', cumulativeByYear(analysis), analysis, material, words);
}

function stepsView(
  kind: 'leave-one-out' | 'cumulative',
  steps: readonly PoolStep[],
  { request, result }: PoolAnalysis,
  { details }: Material,
  words: PoolingWords,
): StepsView {
  const { t } = words;
  const reference = result.kind === 'no-answer' ? null : of100(result.estimate);
  const rows = steps.map(({ trial, result: step }): StepView => {
    const label = t(`${kind}.row`, { study: markedName(trial, details, words) });
    const answered = step.kind === 'no-answer' ? null : intervalRow(label, step, words);
    const moves = answered !== null && reference !== null && Math.abs(answered.of100 - reference) > MARGIN;
    return {
      study: trial.study,
      label,
      own: trial.origin !== 'literature',
      row: answered,
      noAnswer: step.kind === 'no-answer' ? noAnswerText(step, words) : null,
      moves,
      movesText: moves ? t('steps.moves', { margin: MARGIN }) : null,
    };
  });
  const question = questionName(request.question, words);
  return {
    title: t(`${kind}.title`, { question }),
    description: t(`${kind}.description`),
    columns: { step: t('column.step'), estimate: t('column.estimate') },
    axis: axisOf100(words),
    rows,
    whole: result.kind === 'no-answer' ? null : toPercent(result.estimate),
  };
}
