import type { CountRow } from '../../evidence/records.js';
import {
  CONTRASTS,
  type ComparedEffect,
  type ComparedTrial,
  type Comparison,
  type Contrast,
} from '../../evidence/pooling/comparisons.js';
import type { PoolMaterial } from '../../evidence/pooling/material.js';
import type { Threshold } from '../../evidence/outlook.js';
import type { PoolingWords } from '../../i18n/pooling.js';
import type { NoAnswer } from '../../stats/no-answer.js';
import { thresholdName } from '../language.js';
import { toPercent } from '../of-100.js';
import { ratioAxis, type Axis } from './axis.js';
import { originMarks } from './origin-marks.js';
import { countsText, fixed } from './pool-words.js';
import { studyLink, studyName } from './study-name.js';

/** Both arms of the same trials, as ratio and difference. */
export interface ComparisonView {
  readonly contrast: Contrast;
  readonly threshold: Threshold;
  readonly title: string;
  readonly description: string;
  readonly columns: Readonly<Record<'study' | 'first' | 'second' | 'difference' | 'ratio', string>>;
  /** Of the ratios. */
  readonly axis: Axis;
  readonly rows: readonly ComparisonRowView[];
  /** From two trials on. */
  readonly pooled: ComparedView | null;
  /** Too wide to say anything. */
  readonly caution: string | null;
}

export interface ComparedView {
  readonly label: string;
  /** On a log axis; `null` where nobody reached it. */
  readonly ratio: RatioView | null;
  readonly ratioText: string;
  /** Points of 100, -100..100, on a linear axis. */
  readonly difference: RatioView | null;
  readonly differenceText: string;
}

export interface RatioView {
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
}

export interface ComparisonRowView extends ComparedView {
  readonly study: string;
  readonly own: boolean;
  readonly first: string;
  readonly second: string;
  readonly marks: readonly string[];
  /** What the intervals within patients assume. */
  readonly bounds: string | null;
  readonly link: string | null;
}

export interface ComparisonsView {
  readonly comparisons: readonly ComparisonView[];
  /** Comparisons that no trial at hand made. */
  readonly missing: string | null;
}

/** Beyond these a ratio is told by the limit that it passes: its digits mean nothing. */
const SMALLEST_TOLD = 0.01;
const LARGEST_TOLD = 1000;

/** An interval of a ratio that spans more than this factor says nothing. */
const TOO_WIDE = 100;

export function comparisonsView(
  comparisons: readonly Comparison[],
  material: Pick<PoolMaterial, 'details'>,
  words: PoolingWords,
): ComparisonsView {
  const { t, language } = words;
  const missing = CONTRASTS.filter((contrast) => !comparisons.some((found) => found.contrast === contrast));
  const names = language.list(missing.map((contrast) => t(`contrast.${contrast}`)));
  return {
    comparisons: comparisons.map((comparison) => comparisonView(comparison, material, words)),
    missing: missing.length ? t('comparison.none', { contrasts: names }) : null,
  };
}

function comparisonView(
  { contrast, threshold, trials, ratio, difference }: Comparison,
  material: Pick<PoolMaterial, 'details'>,
  words: PoolingWords,
): ComparisonView {
  const { t, language } = words;
  const answered = ratioOrNull(ratio);
  const label = t('comparison.pooled', { studies: language.plural('studies', trials.length) });
  const rows = trials.map((trial) => trialView(trial, material, words));
  return {
    contrast,
    threshold,
    description: t('comparison.description', { one: 1 }),
    columns: {
      study: t('column.study'),
      first: t('column.first'),
      second: t('column.second'),
      difference: t('column.difference'),
      ratio: t('column.ratio'),
    },
    axis: ratioAxis([...rows.flatMap(({ ratio }) => ratio ?? []), ...(answered ? [answered] : [])], words),
    title: t('comparison.title', { contrast: t(`contrast.${contrast}`), threshold: thresholdName(threshold, language) }),
    rows,
    pooled: trials.length > 1 ? compared(label, answered, ratioOrNull(difference), words) : null,
    caution: answered && answered.high > TOO_WIDE * answered.low ? t('comparison.wide') : null,
  };
}

const ratioOrNull = (effect: ComparedEffect | NoAnswer | null) => (effect && 'estimate' in effect ? effect : null);

function trialView(trial: ComparedTrial, { details }: Pick<PoolMaterial, 'details'>, words: PoolingWords): ComparisonRowView {
  const { t } = words;
  const { study, first, second, origin, withinPatient } = trial;
  const lesions = (row: CountRow) => row.unit === 'lesions';
  return {
    ...compared(studyName(study, details), trial.ratio, trial.difference, words),
    study,
    own: origin !== 'literature',
    first: countsText(first, words),
    second: countsText(second, words),
    marks: [
      ...originMarks(origin, words),
      ...(withinPatient ? [t('comparison.within')] : []),
      ...(lesions(first) || lesions(second) ? [t('mark.lesions')] : []),
    ],
    bounds: withinPatient ? boundsText(trial, words) : null,
    link: studyLink(study, details, first.url),
  };
}

function compared(
  label: string,
  ratio: ComparedEffect | null,
  difference: ComparedEffect | null,
  words: PoolingWords,
): ComparedView {
  const { t } = words;
  const inPoints = difference && mapped(difference, toPercent);
  // Symmetric intervals run past what a difference can be.
  const points = (value: number) => fixed(Math.max(-100, Math.min(value, 100)), 0, words);
  return {
    label,
    ratio,
    ratioText: ratio ? t('ratio', mapped(ratio, (value) => ratioText(value, words))) : t('comparison.no-ratio'),
    difference: inPoints,
    differenceText: inPoints
      ? t('comparison.difference', {
          difference: points(inPoints.estimate),
          low: points(inPoints.low),
          high: points(inPoints.high),
        })
      : t('comparison.no-difference'),
  };
}

function ratioText(value: number, words: PoolingWords): string {
  if (value > LARGEST_TOLD) return words.t('ratio.over', { value: LARGEST_TOLD });
  if (value < SMALLEST_TOLD) return words.t('ratio.under', { value: SMALLEST_TOLD });
  return fixed(value, 2, words);
}

const mapped = <T>({ estimate, low, high }: RatioView, map: (value: number) => T) => ({
  estimate: map(estimate),
  low: map(low),
  high: map(high),
});

function boundsText({ bounds }: ComparedTrial, words: PoolingWords): string {
  const { t } = words;
  if (!bounds) return t('comparison.no-bounds');
  const digits = (value: number) => fixed(value, 2, words);
  return t('comparison.bounds', {
    lowNarrow: digits(bounds.narrowest.low),
    highNarrow: digits(bounds.narrowest.high),
    lowWide: digits(bounds.widest.low),
    highWide: digits(bounds.widest.high),
  });
}
