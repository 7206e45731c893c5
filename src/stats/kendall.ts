import { normalCdf } from './distributions.js';

/** Pairs of two variables that agree in order, less those that disagree, and what the ties take away. */
export interface KendallCounts {
  readonly n: number;
  /** Concordant less discordant pairs. */
  readonly score: number;
  /** Sizes of the groups of equal values (of two and more), in each variable. */
  readonly tiesX: readonly number[];
  readonly tiesY: readonly number[];
}

/** Counts the pairs of two variables of one length, in quadratic time. */
export function kendallCounts(x: readonly number[], y: readonly number[]): KendallCounts {
  let score = 0;
  for (let i = 0; i < x.length; i++) {
    for (let j = 0; j < i; j++) score += Math.sign(x[i]! - x[j]!) * Math.sign(y[i]! - y[j]!);
  }
  return { n: x.length, score, tiesX: tieSizes(x), tiesY: tieSizes(y) };
}

function tieSizes(values: readonly number[]): readonly number[] {
  const sizes = new Map<number, number>();
  for (const value of values) sizes.set(value, (sizes.get(value) ?? 0) + 1);
  return [...sizes.values()].filter((size) => size > 1);
}

/**
 * Kendall's tau-b: the score over the geometric mean of the numbers of pairs not tied in either variable; tau where
 * nothing is tied. -1 to 1; NaN when all values of a variable are equal. Kendall 1945, doi:10.1093/biomet/33.3.239.
 */
export function kendallTau({ n, score, tiesX, tiesY }: KendallCounts): number {
  const untied = (ties: readonly number[]): number => pairs(n) - sumOf(ties, pairs);
  return score / Math.sqrt(untied(tiesX) * untied(tiesY));
}

/**
 * Exact two-sided p of a score without ties: twice the smaller tail of its distribution over all orders of n values.
 *
 * The number of discordant pairs of a random order of n values is a sum of independent uniform variables on 0 ... j,
 * j = 0 ... n - 1, so each j averages a window of the distribution so far: the recurrence of Kendall 1938,
 * doi:10.1093/biomet/30.1-2.81. Time n times the number of pairs in the tail.
 */
export function kendallExactP({ n, score }: KendallCounts): number {
  const tail = (pairs(n) - Math.abs(score)) / 2;
  let probabilities = new Float64Array(tail + 1);
  probabilities[0] = 1;
  for (let j = 1; j < n; j++) {
    const next = new Float64Array(tail + 1);
    let window = 0;
    for (let q = 0; q <= tail; q++) {
      window += probabilities[q]!;
      if (q > j) window -= probabilities[q - j - 1]!;
      next[q] = window / (j + 1);
    }
    probabilities = next;
  }
  return Math.min(1, 2 * probabilities.reduce((sum, probability) => sum + probability, 0));
}

/**
 * Two-sided p of the score by its normal approximation, its variance corrected for ties, without continuity
 * correction. Kendall 1970, Rank Correlation Methods, ch. 4.
 */
export function kendallNormalP({ n, score, tiesX, tiesY }: KendallCounts): number {
  const cubic = (m: number): number => m * (m - 1) * (2 * m + 5);
  const triples = (m: number): number => m * (m - 1) * (m - 2);
  const variance =
    (cubic(n) - sumOf(tiesX, cubic) - sumOf(tiesY, cubic)) / 18 +
    (2 * sumOf(tiesX, pairs) * sumOf(tiesY, pairs)) / (n * (n - 1)) +
    (n > 2 ? (sumOf(tiesX, triples) * sumOf(tiesY, triples)) / (9 * triples(n)) : 0);
  return Math.min(1, 2 * normalCdf(Math.abs(score) / Math.sqrt(variance), 'upper'));
}

function pairs(n: number): number {
  return (n * (n - 1)) / 2;
}

function sumOf(sizes: readonly number[], term: (size: number) => number): number {
  return sizes.reduce((sum, size) => sum + term(size), 0);
}
