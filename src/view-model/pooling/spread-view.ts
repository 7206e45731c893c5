import { SPREAD_ACCURACY, type PublishedSpread } from '../../evidence/pooling/published-spread.js';
import type { Threshold } from '../../evidence/outlook.js';
import type { PoolingKey } from '../../i18n/en.pooling.js';
import type { PoolingWords } from '../../i18n/pooling.js';
import { thresholdLabel } from '../language.js';
import { of100, toPercent } from '../of-100.js';
import { axisOf100, type Tick } from './axis.js';
import { intervalRow, type IntervalRow } from './interval-row.js';
import { fixed } from './pool-words.js';

/** The spread between studies behind published numbers: reconstructed, and marked so. */
export interface SpreadsView {
  readonly title: string;
  readonly description: string;
  readonly columns: Readonly<Record<'threshold' | 'published', string>>;
  readonly axis: readonly Tick[];
  readonly mark: string;
  readonly explained: string;
  readonly rows: readonly SpreadView[];
  /** How far off such a reconstruction is. */
  readonly error: string;
}

export interface SpreadView {
  readonly threshold: Threshold;
  readonly label: string;
  /** The published number with its printed interval, or `null` where no interval is printed. */
  readonly published: IntervalRow | null;
  readonly texts: readonly string[];
  /** Per cent, 0..100; `null` where it is refused or takes more studies. */
  readonly prediction: { readonly low: number; readonly high: number } | null;
  readonly refused: boolean;
}

export function spreadsView(spreads: readonly PublishedSpread[], words: PoolingWords): SpreadsView {
  const { t } = words;
  const { sets, answered, overStudies, overTrue, coverage } = SPREAD_ACCURACY;
  const digits = (value: number) => fixed(value, 2, words);
  return {
    title: t('spread.title'),
    description: t('spread.description'),
    columns: { threshold: t('column.threshold'), published: t('published') },
    axis: axisOf100(words),
    mark: t('spread.mark'),
    explained: t('spread.explained'),
    rows: spreads.map((spread) => spreadView(spread, words)),
    error: t('spread.error', {
      sets,
      answered,
      low: digits(overStudies.low),
      high: digits(overStudies.high),
      trueLow: digits(overTrue.low),
      trueHigh: digits(overTrue.high),
      coveredLow: of100(coverage.low),
      coveredHigh: of100(coverage.high),
    }),
  };
}

function spreadView({ response, spread }: PublishedSpread, words: PoolingWords): SpreadView {
  const { t, find, language } = words;
  const { threshold, estimate, low, high } = response;
  const label = thresholdLabel(threshold, language);
  const published = low === null || high === null ? null : intervalRow(label, { estimate, low, high }, words);
  const common = { threshold, label, published };
  if (spread.kind === 'refused') {
    const key = `spread.refused.${spread.reason}`;
    const text = t(find(key) === null ? 'spread.refused.other' : (key as PoolingKey));
    return { ...common, texts: [text], prediction: null, refused: true };
  }
  const tau = t('spread.tau', { tau: of100(Math.sqrt(spread.tauSquared)) });
  const { prediction } = spread;
  if (prediction.kind === 'no-answer') {
    const { found, needed } = prediction;
    return { ...common, texts: [t('spread.few', { found, needed }), tau], prediction: null, refused: false };
  }
  const limits = { low: of100(prediction.low), high: of100(prediction.high) };
  const open = limits.low === 0 && limits.high === 100;
  return {
    ...common,
    texts: [t(open ? 'spread.everything' : 'spread.row', limits), tau],
    prediction: { low: toPercent(prediction.low), high: toPercent(prediction.high) },
    refused: false,
  };
}
