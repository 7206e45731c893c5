import { requireNumber, requireProbability, requireShape } from './arguments.js';
import { logGammaRatio } from './gamma-function.js';
import { gammaTails } from './incomplete-gamma.js';
import { invertTail } from './invert-tail.js';
import { normalQuantile } from './normal.js';
import { LEFT_END, otherTail, RIGHT_END, type Tail } from './tail.js';

/**
 * Distribution function of chi-squared, to about 1e-14 relative in either tail (5e-14 below 1e-100 with thousands of
 * degrees of freedom).
 *
 * @param x values below 0 count as 0
 * @param df degrees of freedom, positive, need not be whole
 * @throws RangeError if x is NaN or df not positive and finite
 * @example chiSquaredCdf(3.841458820694124, 1, 'upper') // 0.05
 */
export function chiSquaredCdf(x: number, df: number, tail: Tail = 'lower'): number {
  requireNumber('chiSquaredCdf', x);
  requireShape('chiSquaredCdf', 'df', df);
  if (x <= 0) return LEFT_END[tail];
  if (x === Infinity) return RIGHT_END[tail];
  return gammaTails(df / 2, x / 2)[tail];
}

/** Where to begin with an upper tail when the cube below falls to 0, as it does for shapes below 1/2. */
const SMALLEST_START = 1e-3;

/** Cube of a normal variable (Wilson & Hilferty 1931, doi:10.1073/pnas.17.12.684), 0 or less far below. */
function wilsonHilferty(a: number, z: number): number {
  return a * (1 - 1 / (9 * a) + z / (3 * Math.sqrt(a))) ** 3;
}

/** At most the gamma quantile: the lower tail is less than x^a / Gamma(a + 1). */
function lowerBound(a: number, p: number): number {
  return Math.exp((Math.log(p) + logGammaRatio(1, a)) / a);
}

/** Quantile of the gamma distribution with shape a, 0 < p < 1. */
function gammaQuantile(p: number, a: number, tail: Tail): number {
  if (p > 0.5) return gammaQuantile(1 - p, a, otherTail(tail));
  const cube = wilsonHilferty(a, normalQuantile(p, tail));
  const start = Math.max(cube, tail === 'lower' ? lowerBound(a, p) : SMALLEST_START);
  return start === 0 ? 0 : invertTail(p, tail, (x) => gammaTails(a, x), start, a);
}

/**
 * Quantile of chi-squared, to about 1e-14 relative, the error of the distribution function times the steepness of the
 * quantile (which matters for df below 0.1).
 *
 * @param df degrees of freedom, positive, need not be whole
 * @returns 0 and infinity at the ends; also 0 where the quantile is below the smallest double
 * @throws RangeError unless 0 <= p <= 1 and df is positive and finite
 * @example chiSquaredQuantile(0.95, 1) // 3.841458820694124
 */
export function chiSquaredQuantile(p: number, df: number, tail: Tail = 'lower'): number {
  requireProbability('chiSquaredQuantile', p);
  requireShape('chiSquaredQuantile', 'df', df);
  if (p === 0 || p === 1) return p === LEFT_END[tail] ? 0 : Infinity;
  return 2 * gammaQuantile(p, df / 2, tail);
}
