import type { Tail } from './tail.js';

/**
 * Quantile of a distribution that is symmetric about 0.
 *
 * @param upperHalf the point with upper tail q, 0 < q < 1/2
 */
export function symmetricQuantile(p: number, tail: Tail, upperHalf: (q: number) => number): number {
  const q = Math.min(p, 1 - p);
  if (q === 0.5) return 0;
  const x = q === 0 ? Infinity : upperHalf(q);
  return p < 0.5 === (tail === 'lower') ? -x : x;
}
