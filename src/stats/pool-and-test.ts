import { testMean, type MeanTest, type MeanTestResult } from './inference.js';
import { fitMeanModel, type MeanModel } from './mean-model.js';
import { isNoAnswer, type NoAnswer } from './no-answer.js';
import type { PoolingMethod } from './tau-squared.js';

/** How a set of studies is pooled and tested, again and again, by the procedures that take studies in and out. */
export interface PoolAndTestOptions {
  readonly method: PoolingMethod;
  /** Default `z`. */
  readonly test?: MeanTest;
  /** Confidence level between 0 and 1, default 0.95. */
  readonly level?: number;
}

/** A fit with the test of its mean. */
export interface PooledMean {
  readonly kind: 'pooled-mean';
  readonly fit: MeanModel;
  readonly mean: MeanTestResult;
}

/**
 * Pools studies and tests the mean. A single study enters with its sampling variance alone (tau-squared 0) and has the
 * normal test whatever test was asked for, since Hartung-Knapp has no degree of freedom; `mean.test` says which.
 *
 * @returns fit and test, or the no-answer of `fitMeanModel`
 * @throws RangeError as `fitMeanModel` and `testMean` do
 */
export function poolAndTest(
  yi: readonly number[],
  vi: readonly number[],
  { method, test = 'z', level = 0.95 }: PoolAndTestOptions,
): PooledMean | NoAnswer {
  const fit = fitMeanModel(yi, vi, { method, oneStudy: 'equal-effects' });
  if (isNoAnswer(fit)) return fit;
  const mean = testMean(fit, { test: fit.k === 1 ? 'z' : test, level });
  return isNoAnswer(mean) ? mean : { kind: 'pooled-mean', fit, mean };
}

/** The values without the one at a position. */
export function omit(values: readonly number[], position: number): number[] {
  return values.filter((_, i) => i !== position);
}
