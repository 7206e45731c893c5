import type { Heterogeneity, ResponseEstimate } from '../evidence/outlook.js';
import type { FurtherWords } from '../i18n/further.js';
import type { Language } from '../i18n/translate.js';
import { percent, pValue } from './language.js';
import { of100, toPercent } from './of-100.js';
import { duration } from './response-view.js';

/** An estimate, or the rate of a count, which has no more than its proportions. */
export type CheckedRate = Pick<ResponseEstimate, 'estimate' | 'low' | 'high'> & Partial<ResponseEstimate>;

/**
 * A rate with the digits that were printed, for a reader who checks: "18.1 % (95 % CI 13.2 to 23.1)". What was
 * calculated here has one decimal. A count's own rate was printed, its limits were not.
 */
export function exactText(rate: CheckedRate, language: Language, { t }: FurtherWords): string {
  const { estimate, low, high, level = 0.95, kind = 'published', intervalFrom = 'calculated' } = rate;
  const printed = percent(estimate, language, kind === 'published');
  if (low === null || high === null) return t('interval.exact.none', { estimate: printed });
  const limit = (value: number) => percent(value, language, intervalFrom !== 'calculated');
  return t('interval.exact', { estimate: printed, level: toPercent(level), low: limit(low), high: limit(high) });
}

/** How the studies of a pool made here differ. A single study is named as one. */
export function pooledFacts(rate: CheckedRate, language: Language, { t }: FurtherWords): string[] {
  const { kind, prediction, heterogeneity, marginal } = rate;
  if (kind === 'single-study') return [t('pooled.single')];
  const facts: string[] = [];
  if (prediction) facts.push(t('pooled.prediction', { low: of100(prediction.low), high: of100(prediction.high) }));
  if (marginal) facts.push(t('pooled.marginal', { estimate: of100(marginal.estimate) }));
  if (heterogeneity) facts.push(t('pooled.heterogeneity', heterogeneityValues(heterogeneity, language)));
  return facts;
}

function heterogeneityValues({ tauSquared, iSquared, qP }: Heterogeneity, language: Language) {
  return {
    tauSquared: language.number(Number(tauSquared.toFixed(2)), 2),
    iSquared: Math.round(iSquared),
    p: pValue(Number(qP.toFixed(3)), language),
  };
}

/** Treatment time: the range in the review's own table, beside the median that its text states (E11). */
export function monthsText({ months, kind }: CheckedRate, language: Language, { t }: FurtherWords): string | null {
  const range = months ? duration(months, language) : null;
  if (!months || range === null || months.median === null) return null;
  if (kind !== 'published') return t('months.median.pooled', { range, median: months.median });
  const table = t('months.median', { range, median: months.median });
  if (months.printed === null) return table;
  return language.t('semicolon', { first: table, second: t('months.printed', { printed: months.printed }) });
}

/** The rate if everyone who left the cited studies had not reached it. */
export function dropoutsText({ ifDropoutsFailed }: CheckedRate, { t }: FurtherWords): string | null {
  return typeof ifDropoutsFailed === 'number' ? t('dropouts', { n: of100(ifDropoutsFailed) }) : null;
}
