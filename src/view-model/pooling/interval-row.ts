import type { PoolingWords } from '../../i18n/pooling.js';
import { of100, toPercent } from '../of-100.js';

/** A number of 100 with its interval, on an axis of 0 to 100: drawn from the per cent, read from the text. */
export interface IntervalRow {
  readonly label: string;
  /** Per cent, 0..100, not rounded. */
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
  readonly of100: number;
  /** "58 (44 to 71)" */
  readonly text: string;
  /** "between 44 and 71 of 100" */
  readonly range: string;
}

interface Figures {
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
}

/** From proportions, 0..1. */
export function intervalRow(label: string, { estimate, low, high }: Figures, words: PoolingWords): IntervalRow {
  const { t, language } = words;
  const [point, from, to] = [of100(estimate), of100(low), of100(high)];
  return {
    label,
    estimate: toPercent(estimate),
    low: toPercent(low),
    high: toPercent(high),
    of100: point,
    text: t('interval', { estimate: point, low: from, high: to }),
    range: language.t('interval.of-100', { low: from, high: to }),
  };
}
