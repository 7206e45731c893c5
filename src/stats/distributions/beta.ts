import { requireNumber, requireProbability, requireShape } from './arguments.js';
import { logBeta } from './gamma-function.js';
import { betaTails, pointOfOdds } from './incomplete-beta.js';
import { invertTail } from './invert-tail.js';
import { LEFT_END, otherTail, RIGHT_END, type Tail } from './tail.js';

/**
 * Distribution function of the beta distribution, to about 1e-14 relative in either tail (1e-13 below 1e-100).
 *
 * @param x values outside [0, 1] count as its ends
 * @param a first shape, positive
 * @param b second shape, positive
 * @throws RangeError if x is NaN or a shape not positive and finite
 * @example betaCdf(0.5, 2, 3) // 0.6875
 */
export function betaCdf(x: number, a: number, b: number, tail: Tail = 'lower'): number {
  requireNumber('betaCdf', x);
  requireShape('betaCdf', 'a', a);
  requireShape('betaCdf', 'b', b);
  if (x <= 0) return LEFT_END[tail];
  if (x >= 1) return RIGHT_END[tail];
  return betaTails(a, b, { x, y: 1 - x })[tail];
}

/** Quantile of the odds x / (1 - x) of a beta variable: it keeps its digits where x is close to 1. */
export function betaOddsQuantile(p: number, a: number, b: number, tail: Tail): number {
  if (p > 0.5) return betaOddsQuantile(1 - p, a, b, otherTail(tail));
  return tail === 'lower' ? lowerOddsQuantile(p, a, b) : 1 / lowerOddsQuantile(p, b, a);
}

/** The same in the lower tail, for p <= 1/2. */
function lowerOddsQuantile(p: number, a: number, b: number): number {
  const leadingTerm = Math.exp((Math.log(p) + Math.log(a) + logBeta(a, b)) / a);
  const meanOdds = a / b;
  const start = Math.min(leadingTerm, meanOdds);
  return start === 0 ? 0 : invertTail(p, 'lower', (odds) => betaTails(a, b, pointOfOdds(odds)), start, meanOdds);
}

/**
 * Quantile of the beta distribution, to about 1e-14 relative: the error of the distribution function times the
 * steepness of the quantile (which matters for shapes below 0.1).
 *
 * @param a first shape, positive
 * @param b second shape, positive
 * @returns 0 also where the quantile is below the smallest double, 1 where it rounds to 1
 * @throws RangeError unless 0 <= p <= 1 and the shapes are positive and finite
 * @example betaQuantile(0.975, 1, 52) // 0.06848
 */
export function betaQuantile(p: number, a: number, b: number, tail: Tail = 'lower'): number {
  requireProbability('betaQuantile', p);
  requireShape('betaQuantile', 'a', a);
  requireShape('betaQuantile', 'b', b);
  return pointOfOdds(betaOddsQuantile(p, a, b, tail)).x;
}
