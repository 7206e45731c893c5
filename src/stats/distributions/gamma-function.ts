import { loggam } from '../vendor/jstat.js';
import { requirePositive } from './check.js';

const HALF_LOG_2PI = 0.9189385332046727;

/** From here on Stirling's series with the terms below is exact to the last digit. */
export const STIRLING_FROM = 10;

/** B_2k / (2k (2k - 1)), k = 1, 2, ...: the coefficients of Stirling's series, DLMF 5.11.1. */
const STIRLING = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360, 1 / 156, -3617 / 122400];

/** log Gamma(x) minus Stirling's formula, (x - 1/2) log x - x + log(2 pi) / 2; x >= 10. */
export function stirlingError(x: number): number {
  const square = x * x;
  return STIRLING.reduceRight((sum, coefficient) => sum / square + coefficient, 0) / x;
}

/**
 * t - log(1 + t), t > -1, with full relative precision also near 0, where both terms cancel.
 * `ratio` is 1 + t, given apart because it keeps its digits where t is close to -1.
 *
 * With s = t / (2 + t), log(1 + t) = 2 atanh(s) (DLMF 4.6.4), so that t - log(1 + t) = s (t - 2 s^2 (1/3 + s^2/5 + ...)).
 */
export function logDeviance(t: number, ratio: number): number {
  if (ratio < 0.4 || ratio > 2.5) return t - Math.log(ratio);
  const s = t / (2 + t);
  const square = s * s;
  let sum = 0;
  let power = 1;
  for (let k = 3; power > 1e-18; k += 2, power *= square) sum += power / k;
  return s * (t - 2 * square * sum);
}

/**
 * log of c^a Gamma(a + b) / Gamma(b) for 0 <= a, b > 0, with full relative precision also for small a, where the
 * difference of two log-gammas would keep none.
 *
 * For b >= 10 from Stirling's series; below, b is raised by Gamma(b + 1) = b Gamma(b).
 */
export function logGammaRatio(b: number, a: number, c = 1): number {
  let raised = b;
  let steps = 0;
  for (; raised < STIRLING_FROM; raised += 1) steps += Math.log1p(a / raised);
  const sum = a + raised;
  const series = (raised - 0.5) * Math.log1p(a / raised) - a + (stirlingError(sum) - stirlingError(raised));
  return a * Math.log(sum * c) + series - steps;
}

/**
 * log Gamma(x), x > 0.
 *
 * jStat's `loggam` where it holds, above 2.5. Below, log Gamma has zeros at 1 and 2 and a pole at 0.
 */
export function logGamma(x: number): number {
  requirePositive('x', x);
  if (x > 2.5) return loggam(x);
  if (x > 1.5) return logGammaRatio(2, x - 2);
  if (x > 0.5) return logGammaRatio(1, x - 1);
  return logGammaRatio(1, x) - Math.log(x);
}

/** log B(a, b) = log Gamma(a) + log Gamma(b) - log Gamma(a + b), a > 0, b > 0, without the cancellation of these. */
export function logBeta(a: number, b: number): number {
  requirePositive('a', a);
  requirePositive('b', b);
  const small = Math.min(a, b);
  const large = Math.max(a, b);
  if (small < STIRLING_FROM) return logGamma(small) - logGammaRatio(large, small);
  const errors = stirlingError(small) + stirlingError(large) - stirlingError(small + large);
  return HALF_LOG_2PI - 0.5 * Math.log(large) + errors
    + (small - 0.5) * Math.log(small / (small + large)) - large * Math.log1p(small / large);
}

/**
 * Gamma(x), 0 < x < 171, from log Gamma: jStat's `gammafn` is off by up to 8e-8 (at 0.9), its log-gamma by 1e-15 here.
 */
export function gamma(x: number): number {
  return Math.exp(logGamma(x));
}
