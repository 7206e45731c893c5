import { requireEqualLength } from './checks.js';
import { noAnswer, type NoAnswer } from './no-answer.js';
import { poolAndTest, type PoolAndTestOptions, type PooledMean } from './pool-and-test.js';

export interface CumulativeOptions extends PoolAndTestOptions {
  /** Positions of the studies in the order in which they are added, each once; default: as given. */
  readonly order?: readonly number[];
}

/** The pool after each study that is added. */
export interface CumulativePool {
  readonly kind: 'cumulative-pool';
  readonly order: readonly number[];
  /** Entry j pools the first j + 1 studies of `order`, or says why there is no answer. */
  readonly steps: readonly (PooledMean | NoAnswer)[];
}

/**
 * Adds the studies one after the other and pools after each: how the evidence grew, for example by year.
 *
 * The intervals are not corrected for the repeated looks.
 *
 * @param yi effects, finite, one a study
 * @param vi their sampling variances, at least 0
 * @param options `method` as in `fitMeanModel`; `test` (default `z`) and `level` as in `testMean`; `order`
 * @returns one pool for each step; the first is the first study alone, with its own variance. A no-answer `no-studies`
 *   without any.
 * @throws RangeError when `order` does not name each study once, and as `fitMeanModel` and `testMean` do
 *
 * Accuracy: that of the fits. Cost: one fit for each study, so quadratic in their number.
 * Source: Lau et al. 1992, doi:10.1056/NEJM199207233270406.
 *
 * @example
 * cumulativePool([0, 1, 5], [1, 1, 1], { method: 'EE', order: [2, 0, 1] })   // means 5, 2.5, 2
 */
export function cumulativePool(
  yi: readonly number[],
  vi: readonly number[],
  { order = [...yi.keys()], ...options }: CumulativeOptions,
): CumulativePool | NoAnswer {
  requireEqualLength('cumulativePool', 'yi', yi, 'vi', vi);
  requirePermutation(order, yi.length);
  if (yi.length === 0) return noAnswer('no-studies', 0, 1, { method: options.method });
  const orderedYi = order.map((study) => yi[study]!);
  const orderedVi = order.map((study) => vi[study]!);
  const steps = order.map((_, j) => poolAndTest(orderedYi.slice(0, j + 1), orderedVi.slice(0, j + 1), options));
  return { kind: 'cumulative-pool', order, steps };
}

function requirePermutation(order: readonly number[], k: number): void {
  const named = new Set(order.filter((study) => Number.isInteger(study) && study >= 0 && study < k));
  if (order.length !== k || named.size !== k) {
    throw new RangeError(`cumulativePool: order must name each of the ${k} studies once`);
  }
}
