import { requireLevel, requireOneOf } from './checks.js';
import { normalCdf, normalQuantile, studentTCdf, studentTQuantile } from './distributions.js';
import type { MeanModel } from './mean-model.js';
import { noAnswer, type NoAnswer } from './no-answer.js';

/** `z` normal; `knha` Hartung-Knapp; `adhoc` Hartung-Knapp with its factor not below 1. */
export type MeanTest = 'z' | 'knha' | 'adhoc';

export interface MeanTestOptions {
  readonly test: MeanTest;
  /** Confidence level between 0 and 1, default 0.95. */
  readonly level?: number;
}

/** Test of the pooled effect against 0, with its interval, on the scale of the effects. */
export interface MeanTestResult {
  readonly kind: 'mean-test';
  readonly test: MeanTest;
  readonly estimate: number;
  readonly se: number;
  /** Estimate over standard error; infinite when effects are identical under `knha`, null where that is 0/0. */
  readonly statistic: number | null;
  /** Degrees of freedom of t; null for the normal test. */
  readonly df: number | null;
  /** Two-sided. */
  readonly p: number | null;
  readonly level: number;
  readonly low: number;
  readonly high: number;
}

const TESTS: readonly MeanTest[] = ['z', 'knha', 'adhoc'];

/**
 * Tests the pooled effect and gives its confidence interval.
 *
 * `z`: standard error 1/sqrt(sum w), normal quantiles. `knha`: that standard error times sqrt(s), s the generalised Q
 * over k - 1, with t on k - 1 degrees of freedom; `adhoc` does not let s fall below 1, so that the interval is never
 * narrower than the one of the known weights.
 *
 * @returns the test, or a no-answer `too-few-studies` for `knha` and `adhoc` with one study
 * @throws RangeError for an unknown test or a level outside 0 to 1
 *
 * Edges: with identical effects `knha` gives standard error 0, hence an infinite statistic and p = 0 (null where the
 * estimate is 0 as well): a known weakness of the test without the floor. Sources: Hartung and Knapp 2001,
 * doi:10.1002/sim.1009; Sidik and Jonkman 2002, doi:10.1002/sim.1262; the floor: Knapp and Hartung 2003,
 * doi:10.1002/sim.1482; when it matters: Roever, Knapp and Friede 2015, doi:10.1186/s12874-015-0091-1.
 *
 * @example
 * const fit = fitMeanModel([0.1, 0.3, 0.8], [0.02, 0.03, 0.05], {method: 'DL'});
 * testMean(fit, {test: 'adhoc'})   // estimate 0.3682..., se 0.2023..., df 2, low -0.5022..., high 1.2387...
 */
export function testMean(fit: MeanModel, { test, level = 0.95 }: MeanTestOptions): MeanTestResult | NoAnswer {
  requireOneOf('testMean', 'test', test, TESTS);
  requireLevel('testMean', level);
  const df = fit.k - 1;
  if (test !== 'z' && df === 0) return noAnswer('too-few-studies', 1, 2, { method: test });
  const { estimate } = fit;
  const se = standardError(fit, test);
  const statistic = se === 0 && estimate === 0 ? null : estimate / se;
  const margin = se * (test === 'z' ? upperNormal(level) : upperT(level, df));
  return {
    kind: 'mean-test',
    test,
    estimate,
    se,
    statistic,
    df: test === 'z' ? null : df,
    p: statistic === null ? null : twoSidedP(statistic, test === 'z' ? null : df),
    level,
    low: estimate - margin,
    high: estimate + margin,
  };
}

function standardError(fit: MeanModel, test: MeanTest): number {
  if (test === 'z') return fit.se;
  const factor = fit.generalisedQ / (fit.k - 1);
  return fit.se * Math.sqrt(test === 'adhoc' ? Math.max(1, factor) : factor);
}

/** Two-sided p of a statistic that is t on `df` degrees of freedom, or normal when `df` is null. */
export function twoSidedP(statistic: number, df: number | null): number {
  const size = Math.abs(statistic);
  return Math.min(1, 2 * (df === null ? normalCdf(size, 'upper') : studentTCdf(size, df, 'upper')));
}

function upperNormal(level: number): number {
  return normalQuantile((1 - level) / 2, 'upper');
}

function upperT(level: number, df: number): number {
  return studentTQuantile((1 - level) / 2, df, 'upper');
}

/** Quantiles of a prediction interval: normal, or t on k - 1 or k - 2 (at least 1) degrees of freedom. */
export type PredictionDf = 'normal' | 'k-1' | 'k-2';

export interface PredictionOptions extends MeanTestOptions {
  /** Default `k-1`. */
  readonly df?: PredictionDf;
}

/** The range in which the true effect of a new study is expected, on the scale of the effects. */
export interface PredictionInterval {
  readonly kind: 'prediction-interval';
  /** Degrees of freedom of t; null for normal quantiles. */
  readonly df: number | null;
  readonly level: number;
  readonly low: number;
  readonly high: number;
}

/**
 * Prediction interval for the true effect of a new study: estimate +- quantile times sqrt(se^2 + tau-squared), se
 * that of the test named (under `adhoc` the one with the floor).
 *
 * @returns the interval, or a no-answer: `no-random-effects` for EE, `too-few-studies` for t quantiles or
 *   Hartung-Knapp standard errors with one study
 * @throws RangeError for an unknown test or quantile, or a level outside 0 to 1
 *
 * Sources: Higgins, Thompson and Spiegelhalter 2009, doi:10.1111/j.1467-985X.2008.00552.x (t on k - 2; at
 * least 1 here, so that two studies have an answer, a very wide one); k - 1: IntHout et al. 2016,
 * doi:10.1136/bmjopen-2015-010247.
 *
 * @example
 * const fit = fitMeanModel([0.1, 0.3, 0.8], [0.02, 0.03, 0.05], {method: 'DL'});
 * predictionInterval(fit, {test: 'adhoc'})   // low -1.1124..., high 1.8489..., df 2
 */
export function predictionInterval(
  fit: MeanModel,
  { test, level = 0.95, df = 'k-1' }: PredictionOptions,
): PredictionInterval | NoAnswer {
  requireOneOf('predictionInterval', 'test', test, TESTS);
  requireOneOf('predictionInterval', 'df', df, ['normal', 'k-1', 'k-2']);
  requireLevel('predictionInterval', level);
  if (fit.method === 'EE') return noAnswer('no-random-effects', fit.k, fit.k, { method: 'EE' });
  const needsTwo = df !== 'normal' || test !== 'z';
  if (fit.k === 1 && needsTwo) return noAnswer('too-few-studies', 1, 2, { method: fit.method });
  const degrees = df === 'normal' ? null : Math.max(1, fit.k - (df === 'k-1' ? 1 : 2));
  const quantile = degrees === null ? upperNormal(level) : upperT(level, degrees);
  const margin = quantile * Math.hypot(standardError(fit, test), Math.sqrt(fit.tauSquared));
  return { kind: 'prediction-interval', df: degrees, level, low: fit.estimate - margin, high: fit.estimate + margin };
}
