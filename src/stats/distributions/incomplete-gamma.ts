import { continuedFraction } from './continued-fraction.js';
import { gamma, logDeviance, logGammaRatio, STIRLING_FROM, stirlingError } from './gamma-function.js';
import type { Tails } from './tail.js';

/** Largest exponent of e that is taken in one piece: twice that is still far from overflow. */
const LARGEST_EXPONENT = 256;

/**
 * (e x / a)^a e^-x, as powers of four exactly known numbers: one exponential of the sum of their logs would cost up to
 * 700 rounding errors. Each is raised to 1/m-th of its power, m a power of two, so that none overflows.
 */
function powerFarFromShape(a: number, x: number): number {
  const largest = Math.max(a, x, a * Math.abs(Math.log(x / a)));
  const halvings = Math.max(0, Math.ceil(Math.log2(largest / LARGEST_EXPONENT)));
  const m = 2 ** halvings;
  const scale = 2 ** -Math.round(Math.log2(a));
  let power = (x * scale) ** (a / m) * (a * scale) ** (-a / m) * Math.exp(a / m) * Math.exp(-x / m);
  for (let i = 0; i < halvings; i += 1) power *= power;
  return power;
}

/** x^a e^-x / Gamma(a): the density of log X, X gamma-distributed with shape a. */
function gammaKernel(a: number, x: number): number {
  if (a < STIRLING_FROM) {
    const half = Math.exp(-x / 2);
    return (x ** a / gamma(a)) * half * half;
  }
  const ratio = x / a;
  const isFar = ratio < 0.7 || ratio > 1.5;
  const power = isFar ? powerFarFromShape(a, x) : Math.exp(-a * logDeviance((x - a) / a, ratio));
  return Math.sqrt(a / (2 * Math.PI)) * power * Math.exp(-stirlingError(a));
}

/** P(a, x) / kernel = 1/a + x / (a (a + 1)) + ...: DLMF 8.7.1. */
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

/**
 * Q(a, x) for a < 1, x <= 1, where 1 - P(a, x) would cancel: 1 - x^a / Gamma(a + 1) and the rest of the alternating
 * series DLMF 8.7.1 apart (Didonato & Morris 1986, doi:10.1145/22721.23109).
 */
function upperForSmallShape(a: number, x: number): number {
  const log = a * Math.log(x) - logGammaRatio(1, a);
  let term = 1;
  let sum = 0;
  for (let n = 1; Math.abs(term) > 1e-18; n += 1) {
    term *= -x / n;
    sum += term / (a + n);
  }
  return -Math.expm1(log) - a * Math.exp(log) * sum;
}

/**
 * Both tails of the gamma distribution with shape a > 0 at 0 < x < infinity: the regularised incomplete gamma functions
 * P(a, x) and Q(a, x). The number of terms grows like the square root of a.
 *
 * jStat's `lowRegGamma` has the lower tail only (the upper one, as 1 - P, was off by 0.3) and spends as many terms as
 * 0.4 a everywhere.
 */
export function gammaTails(a: number, x: number): Tails {
  const density = gammaKernel(a, x);
  const densitySlope = a - x;
  if (x > Math.max(a, 1)) {
    const upper = density * upperFraction(a, x);
    return { lower: 1 - upper, upper, density, densitySlope };
  }
  const lower = Math.min(density * lowerSeries(a, x), 1);
  return { lower, upper: a < 1 ? upperForSmallShape(a, x) : 1 - lower, density, densitySlope };
}
