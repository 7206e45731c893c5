import { continuedFraction } from './continued-fraction.js';
import { productError, sumError } from './exact-arithmetic.js';
import { gamma, logDeviance, logGammaRatio, STIRLING_FROM, stirlingError } from './gamma-function.js';
import type { Tails } from './tail.js';

/** A point of the unit interval as x and y = 1 - x: the smaller of both keeps all its digits. */
export interface UnitPoint {
  readonly x: number;
  readonly y: number;
}

/** Above this, splitting a factor could overflow. */
const LARGEST_EXACT = 1e150;

/** The point with the odds x / y. */
export function pointOfOdds(odds: number): UnitPoint {
  return { x: odds > 1 ? 1 / (1 + 1 / odds) : odds / (1 + odds), y: 1 / (1 + odds) };
}

function mirrored({ x, y }: UnitPoint): UnitPoint {
  return { x: y, y: x };
}

/** a - a x - b x without the rounding errors of its parts, which the deviance below would multiply. */
function offsetFromX(a: number, b: number, x: number): number {
  const ax = a * x;
  const bx = b * x;
  const part = a - ax;
  const offset = part - bx;
  if (a + b > LARGEST_EXACT) return offset;
  const sums = sumError(a, -ax, part) + sumError(part, -bx, offset);
  return offset + (sums - productError(a, x, ax) - productError(b, x, bx));
}

/** a - (a + b) x, how far x lies below the mean, from the smaller of x and y. */
function offsetFromMean(a: number, b: number, { x, y }: UnitPoint): number {
  return x <= y ? offsetFromX(a, b, x) : -offsetFromX(b, a, y);
}

/** x^a, from y where that is more precise. */
function power({ x, y }: UnitPoint, a: number): number {
  return x <= y ? x ** a : Math.exp(a * Math.log1p(-y));
}

/** The kernel for a, b >= 10: normal density times the exponential of the deviance (Didonato & Morris 1992). */
function kernelForLargeShapes(a: number, b: number, point: UnitPoint): number {
  const offset = offsetFromMean(a, b, point);
  const sum = a + b;
  const deviance =
    a * logDeviance(-offset / a, (point.x / a) * sum) + b * logDeviance(offset / b, (point.y / b) * sum);
  const errors = stirlingError(sum) - stirlingError(a) - stirlingError(b);
  return Math.sqrt((a / (2 * Math.PI)) * (b / sum)) * Math.exp(errors - deviance);
}

/** x^a y^b / B(a, b): the density of the log-odds of X, X beta-distributed. */
function betaKernel(a: number, b: number, point: UnitPoint): number {
  if (a > b) return betaKernel(b, a, mirrored(point));
  if (a >= STIRLING_FROM) return kernelForLargeShapes(a, b, point);
  if (b < STIRLING_FROM) return ((power(point, a) * power(mirrored(point), b) * gamma(a + b)) / gamma(a)) / gamma(b);
  // The two halves of y^b keep it from underflowing before the large power of a + b has been multiplied in.
  const half = power(mirrored(point), b / 2);
  const ratio = Math.exp(logGammaRatio(b, a, 1 / (a + b)));
  return ((point.x * (a + b)) ** a / gamma(a)) * half * ratio * half;
}

/**
 * I_x(a, b) / kernel for x up to about the mean: the even part of the continued fraction DLMF 8.17.22, in the form of
 * Didonato & Morris 1992 (doi:10.1145/131766.131776), whose terms do not cancel where a is large and x close to 1.
 */
function lowerFraction(a: number, b: number, point: UnitPoint): number {
  const { x, y } = point;
  const offset = offsetFromMean(a, b, point);
  const numerator = (n: number): number => {
    // With n - 1 first, a small a keeps its digits in the first term.
    const odd = 2 * n - 1 + a;
    return ((n - 1 + a) / odd) * ((n - 1 + (a + b)) / odd) * n * (b - n) * x * x;
  };
  const denominator = (n: number): number =>
    n + (n * (b - n) * x) / (a + 2 * n - 1) + ((a + n) * (offset + 1 + n * (1 + y))) / (a + 2 * n + 1);
  return continuedFraction((a * (offset + 1)) / (a + 1), numerator, denominator);
}

/**
 * 1 - I_x(a, b) for a < 1 and x <= 1/2, where 1 less the lower tail would cancel: 1 - x^a / (a B(a, b)) and the rest of
 * the power series DLMF 8.17.7 apart.
 */
function upperForSmallShape(a: number, b: number, x: number): number {
  const log = logGammaRatio(b, a, x) - logGammaRatio(1, a);
  let term = 1;
  let sum = 0;
  for (let n = 1; Math.abs(term) > 1e-18; n += 1) {
    term *= ((n - b) / n) * x;
    sum += term / (a + n);
  }
  return -Math.expm1(log) - a * Math.exp(log) * sum;
}

/** The lower and the upper tail where x lies below about the mean. */
function tailsBelowMean(a: number, b: number, point: UnitPoint, density: number): [number, number] {
  if (density === 0) return [0, 1];
  const lower = Math.min(density * lowerFraction(a, b, point), 1);
  return [lower, a < 1 ? upperForSmallShape(a, b, point.x) : 1 - lower];
}

/**
 * Both tails of the beta distribution with shapes a, b > 0: the regularised incomplete beta functions I_x(a, b) and
 * I_y(b, a). The number of terms grows like the square root of the smaller shape.
 *
 * jStat's `ibeta` stops its fraction at 3e-7 or 100 terms: off by 1e-7 where the tail is large, by 3e-2 for the t
 * distribution with 10^6 degrees of freedom, and its upper tails are 1 - I.
 */
export function betaTails(a: number, b: number, point: UnitPoint): Tails {
  const density = betaKernel(a, b, point);
  const densitySlope = offsetFromMean(a, b, point);
  if (Math.max(a, 1) * point.y >= Math.max(b, 1) * point.x) {
    const [lower, upper] = tailsBelowMean(a, b, point, density);
    return { lower, upper, density, densitySlope };
  }
  const [upper, lower] = tailsBelowMean(b, a, mirrored(point), density);
  return { lower, upper, density, densitySlope };
}
