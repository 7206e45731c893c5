import { requireNumber, requireProbability, requireShape } from './arguments.js';
import { betaOddsQuantile } from './beta.js';
import { betaTails, pointOfOdds } from './incomplete-beta.js';
import { LEFT_END, RIGHT_END, type Tail } from './tail.js';

/**
 * Distribution function of the F distribution, to about 1e-14 relative in either tail (4e-13 below 1e-100 with
 * thousands of degrees of freedom). df1 x / df2 has the odds of a beta variable with shapes df1/2 and df2/2.
 *
 * @param x values below 0 count as 0
 * @param df1 degrees of freedom of the numerator, positive
 * @param df2 degrees of freedom of the denominator, positive
 * @throws RangeError if x is NaN or degrees of freedom are not positive and finite
 * @example fCdf(4.964602743730711, 1, 10, 'upper') // 0.05
 */
export function fCdf(x: number, df1: number, df2: number, tail: Tail = 'lower'): number {
  requireNumber('fCdf', x);
  requireShape('fCdf', 'df1', df1);
  requireShape('fCdf', 'df2', df2);
  // Where the ratio overflows or underflows, 0 and infinity times it would be NaN.
  if (x <= 0) return LEFT_END[tail];
  if (x === Infinity) return RIGHT_END[tail];
  return betaTails(df1 / 2, df2 / 2, pointOfOdds(x * (df1 / df2)))[tail];
}

/**
 * Quantile of the F distribution, with the accuracy of `betaQuantile`.
 *
 * @param df1 degrees of freedom of the numerator, positive
 * @param df2 degrees of freedom of the denominator, positive
 * @returns 0 and infinity at the ends, and where the quantile is beyond the range of doubles
 * @throws RangeError unless 0 <= p <= 1 and degrees of freedom are positive and finite
 * @example fQuantile(0.95, 1, 10) // 4.9646
 */
export function fQuantile(p: number, df1: number, df2: number, tail: Tail = 'lower'): number {
  requireProbability('fQuantile', p);
  requireShape('fQuantile', 'df1', df1);
  requireShape('fQuantile', 'df2', df2);
  return betaOddsQuantile(p, df1 / 2, df2 / 2, tail) * (df2 / df1);
}
