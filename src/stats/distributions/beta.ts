import { requireNumber, requirePositive, requireProbability } from './check.js';
import { logBeta } from './gamma-function.js';
import { betaTails, type UnitPoint } from './incomplete-beta.js';
import { solveTail } from './quantile.js';
import type { Tail } from './tail.js';

export function betaCdf(x: number, a: number, b: number, tail: Tail = 'lower'): number {
  requireNumber(x);
  requirePositive('a', a);
  requirePositive('b', b);
  if (x <= 0) return tail === 'lower' ? 0 : 1;
  if (x >= 1) return tail === 'lower' ? 1 : 0;
  return betaTails(a, b, { x, y: 1 - x })[tail];
}

function pointOf(odds: number): UnitPoint {
  return odds > 1 ? { x: 1 / (1 + 1 / odds), y: 1 / (1 + odds) } : { x: odds / (1 + odds), y: 1 / (1 + odds) };
}

/** The odds x / (1 - x) of the beta quantile x. */
export function betaOddsQuantile(p: number, a: number, b: number, tail: Tail): number {
  if (p > 0.5) return betaOddsQuantile(1 - p, a, b, tail === 'lower' ? 'upper' : 'lower');
  if (tail === 'upper') return 1 / betaOddsQuantile(p, b, a, 'lower');
  if (p === 0) return 0;
  const lead = Math.exp((Math.log(p) + Math.log(a) + logBeta(a, b)) / a);
  if (lead === 0) return 0;
  const start = Math.min(lead, a / b);
  return solveTail(p, 'lower', (odds) => betaTails(a, b, pointOf(odds)), start, a / b);
}

export function betaQuantile(p: number, a: number, b: number, tail: Tail = 'lower'): number {
  requireProbability(p);
  requirePositive('a', a);
  requirePositive('b', b);
  return pointOf(betaOddsQuantile(p, a, b, tail)).x;
}
