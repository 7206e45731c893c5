import { requireEqualLength } from './checks.js';
import { kendallCounts, kendallExactP, kendallNormalP, kendallTau } from './kendall.js';
import { fitMeanModel } from './mean-model.js';
import { isNoAnswer, noAnswer, type NoAnswer } from './no-answer.js';

export interface RankCorrelationTest {
  readonly kind: 'rank-correlation-test';
  readonly k: number;
  /** Kendall's tau (tau-b with ties) between effects and variances; positive: larger effects in smaller studies. */
  readonly tau: number;
  /** Two-sided. */
  readonly p: number;
  /** Whether p is exact, or (with ties, or many studies) the normal approximation. */
  readonly exact: boolean;
}

/** Above this number of studies the exact distribution takes long, and the normal one is within about 1e-4 of it. */
const MOST_EXACT = 200;

/**
 * Begg and Mazumdar's rank correlation test for funnel-plot asymmetry: Kendall's tau between the variances and the
 * effects' standardised distances from the equal-effects mean. It assumes no form of the relation and has less power
 * than the regression tests, especially below 25 studies.
 *
 * The distance of study i is (yi - mean) / sqrt(vi - 1/sum(1/v)), whose denominator is its standard error.
 *
 * @param yi effects, finite, one a study
 * @param vi their sampling variances, at least 0
 * @returns the test, or a no-answer: `too-few-studies` for fewer than two; `zero-variance`; `not-estimable` when all
 *   variances or all distances are equal
 * @throws RangeError as `fitMeanModel` does
 *
 * p is exact up to 200 studies without ties, to about 1e-13; with ties it is the normal approximation with the variance
 * corrected for them, without continuity correction. Cost: quadratic, the exact p cubic.
 * Source: Begg and Mazumdar 1994, doi:10.2307/2533446; see `kendallExactP`, `kendallNormalP`.
 *
 * @example
 * rankCorrelationTest([0.1, 0.3, 0.2, 0.8], [0.01, 0.02, 0.03, 0.04])   // tau 0.667, p 0.333
 */
export function rankCorrelationTest(yi: readonly number[], vi: readonly number[]): RankCorrelationTest | NoAnswer {
  requireEqualLength('rankCorrelationTest', 'yi', yi, 'vi', vi);
  const k = yi.length;
  const fit = fitMeanModel(yi, vi, { method: 'EE' });
  if (isNoAnswer(fit)) return fit;
  if (k < 2) return noAnswer('too-few-studies', k, 2);
  const distances = yi.map((y, i) => (y - fit.estimate) / Math.sqrt(vi[i]! - fit.se ** 2));
  const counts = kendallCounts(distances, vi);
  const tau = kendallTau(counts);
  if (Number.isNaN(tau)) return noAnswer('not-estimable', new Set(vi).size, 2);
  const exact = k <= MOST_EXACT && counts.tiesX.length === 0 && counts.tiesY.length === 0;
  return { kind: 'rank-correlation-test', k, tau, p: exact ? kendallExactP(counts) : kendallNormalP(counts), exact };
}
