import { requireEqualLength } from './checks.js';
import { noAnswer, type NoAnswer } from './no-answer.js';
import { omit, poolAndTest, type PoolAndTestOptions, type PooledMean } from './pool-and-test.js';

/** The pool without each study in turn, in the order of the studies. */
export interface LeaveOneOut {
  readonly kind: 'leave-one-out';
  /** Entry i is the pool without study i, or why there is none (such as an iteration that did not converge). */
  readonly without: readonly (PooledMean | NoAnswer)[];
}

/**
 * Leaves out each study in turn and pools the others: how much the result hangs on a single one.
 *
 * @param yi effects, finite, one a study
 * @param vi their sampling variances, at least 0
 * @param options `method` as in `fitMeanModel`; `test` (default `z`) and `level` as in `testMean`
 * @returns one pool for each study, or a no-answer `too-few-studies` for fewer than two. Of two studies each remains
 *   alone, with its own variance.
 * @throws RangeError as `fitMeanModel` and `testMean` do
 *
 * Accuracy: that of the fits. Cost: one fit for each study, so quadratic in their number.
 * Source: Viechtbauer and Cheung 2010, doi:10.1002/jrsm.11, section 2.
 *
 * @example
 * leaveOneOut([0, 1, 5], [1, 1, 1], { method: 'EE' })   // means 3, 2.5, 0.5
 */
export function leaveOneOut(
  yi: readonly number[],
  vi: readonly number[],
  options: PoolAndTestOptions,
): LeaveOneOut | NoAnswer {
  requireEqualLength('leaveOneOut', 'yi', yi, 'vi', vi);
  if (yi.length < 2) return noAnswer('too-few-studies', yi.length, 2, { method: options.method });
  const without = yi.map((_, i) => poolAndTest(omit(yi, i), omit(vi, i), options));
  return { kind: 'leave-one-out', without };
}
