import { requireNumber, requirePositive, requireProbability } from './check.js';
import { logGammaRatio } from './gamma-function.js';
import { gammaTails } from './incomplete-gamma.js';
import { normalQuantile } from './normal.js';
import { solveTail } from './quantile.js';
import type { Tail } from './tail.js';

export function chiSquaredCdf(x: number, df: number, tail: Tail = 'lower'): number {
  requireNumber(x);
  requirePositive('df', df);
  if (x <= 0) return tail === 'lower' ? 0 : 1;
  if (x === Infinity) return tail === 'lower' ? 1 : 0;
  return gammaTails(df / 2, x / 2)[tail];
}

/** A point near the gamma quantile: Wilson & Hilferty's cube, held within bounds of the quantile. */
function gammaStart(a: number, p: number, tail: Tail): number {
  const cube = a * (1 - 1 / (9 * a) + normalQuantile(p, tail) / (3 * Math.sqrt(a))) ** 3;
  if (tail === 'lower') return Math.max(cube, Math.exp((Math.log(p) + Math.log(a) + logGammaRatio(1, a) - Math.log(a)) / a));
  const log = -Math.log(p);
  return Math.min(Math.max(cube, 1e-3), a + Math.sqrt(2 * a * log) + log);
}

function gammaQuantile(p: number, a: number, tail: Tail): number {
  if (p > 0.5) return gammaQuantile(1 - p, a, tail === 'lower' ? 'upper' : 'lower');
  const start = gammaStart(a, p, tail);
  if (start === 0) return 0;
  return solveTail(p, tail, (x) => gammaTails(a, x), start, a);
}

export function chiSquaredQuantile(p: number, df: number, tail: Tail = 'lower'): number {
  requireProbability(p);
  requirePositive('df', df);
  if (p === 0 || p === 1) return (p === 0) === (tail === 'lower') ? 0 : Infinity;
  return 2 * gammaQuantile(p, df / 2, tail);
}
