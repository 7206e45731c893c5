import { requireNumber, requireProbability, requireShape } from './arguments.js';
import { betaOddsQuantile } from './beta.js';
import { logBeta } from './gamma-function.js';
import { betaTails, pointOfOdds } from './incomplete-beta.js';
import { normalCdf, normalQuantile } from './normal.js';
import { symmetricQuantile } from './symmetric.js';
import type { Tail } from './tail.js';

/** From here on, in units of the square root of df, the leading term is the whole tail, to the last digit. */
const FAR = 1e10;

/** (df/2) B(df/2, 1/2): the leading term of the upper tail is r^-df over twice this, r = x / sqrt(df). */
function leadingFactor(df: number): number {
  return Math.exp(Math.log(df / 2) + logBeta(df / 2, 0.5));
}

/** P(X > x) for x = r sqrt(df) >= 0: x^2/df has the odds of a beta variable with shapes 1/2 and df/2. */
function upperTail(r: number, df: number): number {
  if (r > FAR) return (0.5 * r ** -df) / leadingFactor(df);
  return betaTails(0.5, df / 2, pointOfOdds(r * r)).upper / 2;
}

/**
 * Distribution function of Student's t distribution, to about 1e-14 relative in either tail (2e-13 below 1e-200 with
 * thousands of degrees of freedom).
 *
 * @param df degrees of freedom, positive, need not be whole; infinity is the normal distribution
 * @throws RangeError if x is NaN or df not positive
 * @example studentTCdf(-2.2281388519862735, 10) // 0.025
 */
export function studentTCdf(x: number, df: number, tail: Tail = 'lower'): number {
  requireNumber('studentTCdf', x);
  if (df === Infinity) return normalCdf(x, tail);
  requireShape('studentTCdf', 'df', df);
  const outer = upperTail(Math.abs(x) / Math.sqrt(df), df);
  return x > 0 === (tail === 'upper') ? outer : 1 - outer;
}

/** The x > 0 with P(X > x) = q. */
function upperHalfQuantile(q: number, df: number): number {
  const far = (2 * q * leadingFactor(df)) ** (-1 / df);
  if (far > FAR) return far * Math.sqrt(df);
  return Math.sqrt(betaOddsQuantile(2 * q, 0.5, df / 2, 'upper')) * Math.sqrt(df);
}

/**
 * Quantile of Student's t distribution, to about 1e-14 relative, the error of the distribution function times the
 * steepness of the quantile.
 *
 * @param df degrees of freedom, positive, need not be whole; infinity is the normal distribution
 * @returns minus infinity at 0, infinity at 1 (lower tail), and where the quantile is beyond the range of doubles
 * @throws RangeError unless 0 <= p <= 1 and df is positive
 * @example studentTQuantile(0.975, 10) // 2.2281388519862735
 */
export function studentTQuantile(p: number, df: number, tail: Tail = 'lower'): number {
  requireProbability('studentTQuantile', p);
  if (df === Infinity) return normalQuantile(p, tail);
  requireShape('studentTQuantile', 'df', df);
  return symmetricQuantile(p, tail, (q) => upperHalfQuantile(q, df));
}
