import { fitMeanModel } from './mean-model.js';
import { isNoAnswer, noAnswer, type NoAnswer } from './no-answer.js';
import { poolAndTest, type PoolAndTestOptions, type PooledMean } from './pool-and-test.js';
import type { PoolingMethod } from './tau-squared.js';

export interface TrimAndFill {
  readonly kind: 'trim-and-fill';
  readonly estimator: 'L0' | 'R0';
  readonly side: 'left' | 'right';
  /** Estimated number of missing studies and its standard error; null where the formula has a negative variance. */
  readonly missing: number;
  readonly missingSe: number | null;
  /** R0 only: probability of this estimate or a larger one when no study is missing. */
  readonly missingP: number | null;
  /** The mirror images added, with their variances. */
  readonly filled: { readonly yi: readonly number[]; readonly vi: readonly number[] };
  /** The pool of the studies and the mirror images. */
  readonly pool: PooledMean;
}

/** The estimate settles in a few rounds; one that goes round in circles is reported. */
const MAX_ROUNDS = 100;

/** `trimAndFill` where it is known on which side studies may be missing. */
export function fillSide(
  yi: readonly number[],
  vi: readonly number[],
  side: TrimAndFill['side'],
  { estimator = 'L0', ...options }: PoolAndTestOptions & { readonly estimator?: TrimAndFill['estimator'] },
): TrimAndFill | NoAnswer {
  // Mirrored where needed, so that the studies to trim are always the largest.
  const sign = side === 'left' ? 1 : -1;
  const order = [...yi.keys()].sort((a, b) => sign * (yi[a]! - yi[b]!));
  const sorted = { yi: order.map((i) => sign * yi[i]!), vi: order.map((i) => vi[i]!) };
  const trimmed = trim(sorted, estimator, options.method);
  if (isNoAnswer(trimmed)) return trimmed;
  const { missing, centre } = trimmed;
  const kept = yi.length - missing;
  const filled = {
    yi: sorted.yi.slice(kept).map((y) => sign * (2 * centre - y)),
    vi: sorted.vi.slice(kept),
  };
  const pool = poolAndTest([...yi, ...filled.yi], [...vi, ...filled.vi], options);
  if (isNoAnswer(pool)) return pool;
  return {
    kind: 'trim-and-fill',
    estimator,
    side,
    missing,
    missingSe: estimator === 'L0' ? l0Se(yi.length, trimmed.unrounded) : Math.sqrt(2 * missing + 2),
    missingP: estimator === 'L0' ? null : 0.5 ** (missing + 1),
    filled,
    pool,
  };
}

interface SortedStudies {
  readonly yi: readonly number[];
  readonly vi: readonly number[];
}

interface Trimmed {
  readonly kind: 'trimmed';
  readonly missing: number;
  /** The estimate before rounding and truncation. */
  readonly unrounded: number;
  /** The pool of the studies kept. */
  readonly centre: number;
}

function trim(sorted: SortedStudies, estimator: 'L0' | 'R0', method: PoolingMethod): Trimmed | NoAnswer {
  const k = sorted.yi.length;
  let missing = 0;
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const kept = k - missing;
    const options = { method, oneStudy: 'equal-effects' } as const;
    const fit = fitMeanModel(sorted.yi.slice(0, kept), sorted.vi.slice(0, kept), options);
    if (isNoAnswer(fit)) return fit;
    const unrounded = estimateMissing(sorted.yi, fit.estimate, estimator);
    const next = Math.max(0, Math.round(unrounded));
    if (next === missing) return { kind: 'trimmed', missing, unrounded, centre: fit.estimate };
    missing = next;
  }
  return noAnswer('did-not-converge', MAX_ROUNDS, MAX_ROUNDS, { method: estimator, iterations: MAX_ROUNDS });
}

function estimateMissing(sortedYi: readonly number[], centre: number, estimator: 'L0' | 'R0'): number {
  const k = sortedYi.length;
  const distances = sortedYi.map((y) => y - centre);
  const byRank = [...distances].sort((a, b) => Math.abs(a) - Math.abs(b));
  if (estimator === 'R0') return k - 2 - byRank.findLastIndex((distance) => distance <= 0);
  const rankSum = byRank.reduce((sum, distance, i) => (distance > 0 ? sum + i + 1 : sum), 0);
  return (4 * rankSum - k * (k + 1)) / (2 * k - 1);
}

/** Standard error of L0 from the variance of T when `missing` studies (not rounded) are missing of k. */
function l0Se(k: number, missing: number): number | null {
  const m = missing;
  const none = k * (k + 1) * (2 * k + 1);
  const variance = (none + m * (10 * m ** 2 + 27 * m + 17 - 18 * k * m - 18 * k + 6 * k ** 2)) / 24;
  return variance < 0 ? null : (4 * Math.sqrt(variance)) / (2 * k - 1);
}
