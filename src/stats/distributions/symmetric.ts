import type { Tail } from './tail.js';

/**
 * Quantile of a distribution that is symmetric about 0.
 *
 * @param upperHalf the point with upper tail q, 0 < q < 1/2
 */
export function symmetricQuantile(p: number, tail: Tail, upperHalf: (q: number) => number): number {
  const side = Math.sign(tail === 'lower' ? p - 0.5 : 0.5 - p);
  if (side === 0) return 0;
  const q = Math.min(p, 1 - p);
  return side * (q === 0 ? Infinity : upperHalf(q));
}
