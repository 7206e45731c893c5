import { continuedFraction } from './continued-fraction.js';
import { gamma, logDeviance, logGammaRatio, STIRLING_FROM, stirlingError } from './gamma-function.js';
import type { Tails } from './tail.js';

/** A point of the unit interval as x and y = 1 - x, so that the smaller of both keeps all its digits. */
export interface UnitPoint {
  readonly x: number;
  readonly y: number;
}

/** a - (a + b) x, from the smaller of x and y. */
function offset(a: number, b: number, { x, y }: UnitPoint): number {
  return x <= y ? a - (a + b) * x : (a + b) * y - b;
}

/** log x and log y, from the smaller of both. */
function logOf(x: number, y: number): number {
  return x <= y ? Math.log(x) : Math.log1p(-y);
}

/** x^a y^b / B(a, b): the density of the log-odds of X for X beta-distributed. */
export function betaKernel(a: number, b: number, point: UnitPoint): number {
  if (a > b) return betaKernel(b, a, { x: point.y, y: point.x });
  const { x, y } = point;
  if (a >= STIRLING_FROM) {
    const lambda = offset(a, b, point);
    const deviance = a * logDeviance(-lambda / a, (x / a) * (a + b)) + b * logDeviance(lambda / b, (y / b) * (a + b));
    const errors = stirlingError(a + b) - stirlingError(a) - stirlingError(b);
    return Math.sqrt((a / (2 * Math.PI)) * (b / (a + b))) * Math.exp(errors - deviance);
  }
  if (b < STIRLING_FROM) return (power(x, y, a) * power(y, x, b) * gamma(a + b)) / (gamma(a) * gamma(b));
  const ratio = logGammaRatio(b, a) - a * Math.log(a + b);
  return ((x * (a + b)) ** a / gamma(a)) * Math.exp(b * logOf(y, x) + ratio);
}

function power(x: number, y: number, a: number): number {
  return x <= y ? x ** a : Math.exp(a * Math.log1p(-y));
}

/** I_x(a, b) / kernel for x below about a / (a + b): Didonato & Morris 1992 (doi 10.1145/131766.131776), eq. 9. */
function lowerFraction(a: number, b: number, point: UnitPoint): number {
  const { x, y } = point;
  const lambda = offset(a, b, point);
  const numerator = (n: number): number => {
    const odd = a + 2 * n - 1;
    return ((a + n - 1) / odd) * ((a + b + n - 1) / odd) * n * (b - n) * x * x;
  };
  const denominator = (n: number): number =>
    n + (n * (b - n) * x) / (a + 2 * n - 1) + ((a + n) * (lambda + 1 + n * (1 + y))) / (a + 2 * n + 1);
  return continuedFraction((a * (lambda + 1)) / (a + 1), numerator, denominator);
}

/** 1 - I_x(a, b) for a < 1 and b x <= 1, from the power series DLMF 8.17.7, its two leading parts taken together. */
function upperForSmallShape(a: number, b: number, { x, y }: UnitPoint): number {
  const log = x <= y ? logGammaRatio(b, a, x) : logGammaRatio(b, a) + a * Math.log1p(-y);
  const leading = log - logGammaRatio(1, a);
  let term = 1;
  let sum = 0;
  for (let n = 1; Math.abs(term) > 1e-18; n += 1) {
    term *= ((n - b) / n) * x;
    sum += term / (a + n);
  }
  return -Math.expm1(leading) - a * Math.exp(leading) * sum;
}

/** The tails where x lies below the mean: the lower one by the fraction. */
function tailsBelowMean(a: number, b: number, point: UnitPoint, density: number): [number, number] {
  const lower = density * lowerFraction(a, b, point);
  return [lower, a < 1 ? upperForSmallShape(a, b, point) : 1 - lower];
}

/** Both tails of the beta distribution: I_x(a, b) and I_y(b, a). */
export function betaTails(a: number, b: number, point: UnitPoint): Tails {
  const density = betaKernel(a, b, point);
  const { x, y } = point;
  const below = Math.max(a, 1) * y >= Math.max(b, 1) * x;
  const curvature = offset(a, b, point);
  if (below) {
    const [lower, upper] = tailsBelowMean(a, b, point, density);
    return { lower, upper, density, curvature };
  }
  const [upper, lower] = tailsBelowMean(b, a, { x: y, y: x }, density);
  return { lower, upper, density, curvature };
}
