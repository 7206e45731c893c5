import type { CountRow } from '../../evidence/records.js';
import type { AnalysedTrial, PoolAnalysis } from '../../evidence/pooling/analyse-pool.js';
import type { PoolMaterial } from '../../evidence/pooling/material.js';
import type { TrialPool } from '../../evidence/pooling/pool-trials.js';
import type { PoolingWords } from '../../i18n/pooling.js';
import { pValue } from '../language.js';
import { of100 } from '../of-100.js';
import { axisOf100, type Tick } from './axis.js';
import { intervalRow, type IntervalRow } from './interval-row.js';
import { originMarks } from './origin-marks.js';
import { countsText, fixed, noAnswerText, questionName, sourceLine } from './pool-words.js';
import { studyLink, studyName } from './study-name.js';

/** A forest plot and the table behind it. */
export interface ForestView {
  readonly title: string;
  readonly description: string;
  readonly columns: Readonly<Record<(typeof COLUMNS)[number], string>>;
  readonly axis: readonly Tick[];
  /** Literature by year, then the page's and the reader's own as given; studies that are switched off stay in place. */
  readonly rows: readonly ForestRowView[];
  /** Studies beyond these rows, which are pooled all the same. */
  readonly more: number;
  /** The diamond; of a single study its own row, which is no pool. */
  readonly pooled: IntervalRow | null;
  readonly isPool: boolean;
  readonly prediction: { readonly low: number; readonly high: number } | null;
  /** Prediction interval, mean over studies, heterogeneity, what was dropped: one sentence each. */
  readonly facts: readonly string[];
  readonly noAnswer: string | null;
  readonly source: string;
}

export interface ForestRowView extends IntervalRow {
  /** What a switch of this row names. */
  readonly study: string;
  readonly included: boolean;
  readonly own: boolean;
  /** Counted in lesions, not in people. */
  readonly lesions: boolean;
  readonly toggleLabel: string;
  readonly counts: string;
  /** Per cent, 0..100. */
  readonly weight: number | null;
  readonly weightText: string;
  readonly marks: readonly string[];
  readonly facts: readonly string[];
  readonly link: string | null;
}

const COLUMNS = ['study', 'counts', 'weight', 'estimate', 'include'] as const;

/** More rows than anybody reads. */
const MOST_ROWS = 100;

/** A prediction interval takes five studies. */
const NEEDED_FOR_PREDICTION = 5;

/** With fewer studies than five an interval this wide, in points of 100, says nothing. */
const TOO_WIDE = 80;

export function forestView(
  analysis: PoolAnalysis,
  material: Pick<PoolMaterial, 'details' | 'core'>,
  words: PoolingWords,
): ForestView {
  const { t, language } = words;
  const { result, request } = analysis;
  const pool = result.kind === 'no-answer' ? null : result;
  const isPool = pool?.kind === 'pooled';
  const studies = language.plural('studies', pool?.effects.trials.length ?? 0);
  return {
    title: t('forest.title', { question: questionName(request.question, words) }),
    description: isPool ? t('forest.description', { studies }) : t('forest.description.none'),
    columns: Object.fromEntries(COLUMNS.map((name) => [name, t(`column.${name}`)])) as ForestView['columns'],
    axis: axisOf100(words),
    rows: analysis.trials.slice(0, MOST_ROWS).map((trial) => forestRow(trial, material, words)),
    more: Math.max(0, analysis.trials.length - MOST_ROWS),
    pooled: pool && intervalRow(isPool ? t('forest.pooled', { studies }) : t('forest.single'), pool, words),
    isPool,
    prediction: pool?.prediction ? { low: pool.prediction.low * 100, high: pool.prediction.high * 100 } : null,
    facts: pool ? facts(pool, material, words) : [],
    noAnswer: result.kind === 'no-answer' ? noAnswerText(result, words) : null,
    source: sourceLine(request.method, material.core.evidence, words),
  };
}

function facts(pool: TrialPool, { details }: Pick<PoolMaterial, 'details'>, words: PoolingWords): string[] {
  const { t } = words;
  const { prediction, marginal, heterogeneity, low, high, effects } = pool;
  const texts: string[] = [];
  const k = effects.trials.length;
  if (pool.kind === 'pooled' && k < NEEDED_FOR_PREDICTION && of100(high) - of100(low) > TOO_WIDE) {
    texts.push(t('forest.too-few', { low: of100(low), high: of100(high) }));
  }
  if (prediction) texts.push(t('forest.prediction', { low: of100(prediction.low), high: of100(prediction.high) }));
  else if (pool.kind === 'pooled') texts.push(t('forest.prediction.few', { needed: NEEDED_FOR_PREDICTION }));
  if (marginal) {
    const { estimate, low, high } = marginal;
    texts.push(t('forest.marginal', { estimate: of100(estimate), low: of100(low), high: of100(high) }));
  }
  if (heterogeneity) {
    const { tauSquared, iSquared, qP } = heterogeneity;
    const [tau, p] = [fixed(tauSquared, 2, words), pValue(qP, words.language)];
    texts.push(t('forest.heterogeneity', { iSquared: Math.round(iSquared), tauSquared: tau, p }));
  }
  if (effects.dropped.length) {
    const names = effects.dropped.map(({ study }) => studyName(study, details));
    texts.push(t('forest.dropped', { studies: names.join(', ') }));
  }
  return texts;
}

function forestRow(
  trial: AnalysedTrial,
  { details }: Pick<PoolMaterial, 'details'>,
  words: PoolingWords,
): ForestRowView {
  const { t } = words;
  const { study, included, origin, unit, weight, arms } = trial;
  const label = studyName(study, details);
  const inPool = included && weight !== null;
  return {
    ...intervalRow(label, trial, words),
    study,
    included,
    own: origin !== 'literature',
    lesions: unit === 'lesions',
    toggleLabel: t('toggle', { study: label }),
    counts: countsText(trial, words),
    weight: inPool ? weight : null,
    weightText: inPool ? t('weight', { weight: fixed(weight, 1, words) }) : t('weight.none'),
    marks: marks(trial, words),
    facts: armFacts(arms, words),
    link: studyLink(study, details, arms[0]!.url),
  };
}

function marks({ arms, origin, unit }: AnalysedTrial, words: PoolingWords): string[] {
  const { t } = words;
  const some = (is: (arm: CountRow) => boolean) => arms.some(is);
  return [
    ...originMarks(origin, words),
    ...(unit === 'lesions' ? [t('mark.lesions')] : []),
    ...(some(({ withinPatient }) => withinPatient) ? [t('mark.within')] : []),
    ...(origin === 'literature' && some(({ extractions }) => extractions < 2) ? [t('mark.once')] : []),
    ...(some(({ conflict }) => conflict === true) ? [t('mark.conflict')] : []),
    ...(some(({ under2Years }) => under2Years) ? [t('mark.infants')] : []),
    ...(arms.length > 1 ? [t('mark.arms', { arms: arms.length })] : []),
  ];
}

/** Drug and strength of each arm, and how long it was treated. */
function armFacts(arms: readonly CountRow[], { language }: PoolingWords): string[] {
  const agents = arms.flatMap(({ agent }) => agent ?? []);
  const months = arms.flatMap(({ durationMonths }) => durationMonths ?? []);
  const duration = months.length ? [language.t('months.same', { min: Math.max(...months) })] : [];
  return [...new Set([...agents, ...duration])];
}
