import { erfcinv } from '../vendor/jstat.js';
import { requireNumber, requireProbability } from './check.js';
import type { Tail } from './tail.js';

const SQRT_2PI = 2.5066282746310002;

/** e^(-n^2 / 4), n = 1 ... 12: the weights of the trapezoidal rule with step 1/2. */
const WEIGHTS = Array.from({ length: 12 }, (_, i) => Math.exp(-((i + 1) ** 2) / 4));

/** Below this point the rule's error is the residue of a pole; above, the pole lies beyond its strip. */
const POLE = 2 * Math.SQRT2 * Math.PI;

/** e^(-x^2 / 2), x split so that the square of the leading part is exact (Cody 1969). */
function gaussian(x: number): number {
  const lead = Math.round(x * 16) / 16;
  return Math.exp((-lead * lead) / 2) * Math.exp((-(x - lead) * (x + lead)) / 2);
}

export function normalDensity(x: number): number {
  requireNumber(x);
  return Math.abs(x) > 39 ? 0 : gaussian(x) / SQRT_2PI;
}

/** P(0 < X < x): the series DLMF 7.6.2, all terms of one sign. */
function centralPart(x: number): number {
  const square = x * x;
  let term = x;
  let sum = x;
  for (let n = 3; Math.abs(term) > Math.abs(sum) * 1e-17; n += 2) {
    term *= square / n;
    sum += term;
  }
  return (sum * gaussian(x)) / SQRT_2PI;
}

/** P(X > x), x >= 0.7. */
function farTail(x: number): number {
  const square = x * x;
  let sum = 0;
  for (let n = WEIGHTS.length; n > 0; n -= 1) sum += (WEIGHTS[n - 1] as number) / (square + (n * n) / 2);
  const ratio = (0.5 / x + x * sum) / (Math.SQRT2 * Math.PI);
  const tail = ratio * gaussian(x);
  return x < POLE ? tail - 1 / Math.expm1(2 * Math.SQRT2 * Math.PI * x) : tail;
}

export function normalCdf(x: number, tail: Tail = 'lower'): number {
  requireNumber(x);
  const distance = tail === 'lower' ? -x : x;
  if (Math.abs(distance) < 0.7) return 0.5 - centralPart(distance);
  if (distance > 39) return 0;
  if (distance < -39) return 1;
  return distance > 0 ? farTail(distance) : 1 - farTail(-distance);
}

/** One Halley step on the log of the upper tail, x > 0. */
function polishTail(x: number, p: number): number {
  const value = farTail(x);
  const slope = -gaussian(x) / SQRT_2PI / value;
  const newton = Math.log(p / value) / slope;
  return x + newton / (1 + 0.5 * newton * (-x - slope));
}

export function normalQuantile(p: number, tail: Tail = 'lower'): number {
  requireProbability(p);
  const sign = (p < 0.5) === (tail === 'lower') ? -1 : 1;
  if (p === 0 || p === 1) return sign * Infinity;
  const small = p < 0.5 ? p : 1 - p;
  let x = Math.SQRT2 * erfcinv(2 * small);
  if (small > 0.25) return sign * (x + ((0.5 - small) - centralPart(x)) * SQRT_2PI / gaussian(x));
  for (let i = 0; i < 3; i += 1) x = polishTail(x, small);
  return sign * x;
}
