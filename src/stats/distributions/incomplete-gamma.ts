import { continuedFraction } from './continued-fraction.js';
import { gamma, logDeviance, logGammaRatio, STIRLING_FROM, stirlingError } from './gamma-function.js';
import type { Tails } from './tail.js';

/** x^a e^-x / Gamma(a): the density of log X for X gamma-distributed with shape a. */
export function gammaKernel(a: number, x: number): number {
  if (a < STIRLING_FROM) {
    const half = Math.exp(-x / 2);
    return (x ** a / gamma(a)) * half * half;
  }
  const deviance = a * logDeviance((x - a) / a, x / a);
  return Math.sqrt(a / (2 * Math.PI)) * Math.exp(-deviance - stirlingError(a));
}

/** P(a, x) / kernel: 1/a + x/(a (a + 1)) + ..., DLMF 8.7.1. */
function lowerSeries(a: number, x: number): number {
  let term = 1 / a;
  let sum = term;
  for (let n = 1; term > sum * 1e-17; n += 1) {
    term *= x / (a + n);
    sum += term;
  }
  return sum;
}

/** Q(a, x) / kernel: the even part of the continued fraction DLMF 8.9.2. */
function upperFraction(a: number, x: number): number {
  const first = x + 1 - a;
  return continuedFraction(first, (n) => n * (a - n), (n) => first + 2 * n);
}

/** Q(a, x) for a < 1, x <= 1: one minus the alternating series DLMF 8.7.1, its two leading parts taken together. */
function upperForSmallShape(a: number, x: number): number {
  const log = a * Math.log(x) - logGammaRatio(1, a);
  let power = 1;
  let sum = 0;
  for (let n = 1; n < 25; n += 1) {
    power *= -x / n;
    sum += power / (a + n);
  }
  return -Math.expm1(log) - a * Math.exp(log) * sum;
}

/** Both tails of the gamma distribution with shape a at x: the incomplete gamma functions P(a, x) and Q(a, x). */
export function gammaTails(a: number, x: number): Tails {
  const density = gammaKernel(a, x);
  const curvature = a - x;
  if (x > Math.max(a, 1)) {
    const upper = density * upperFraction(a, x);
    return { lower: 1 - upper, upper, density, curvature };
  }
  const lower = density * lowerSeries(a, x);
  return { lower, upper: a < 1 ? upperForSmallShape(a, x) : 1 - lower, density, curvature };
}
