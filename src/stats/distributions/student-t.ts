import { betaOddsQuantile } from './beta.js';
import { requireNumber, requirePositive, requireProbability } from './check.js';
import { betaTails } from './incomplete-beta.js';
import type { Tail } from './tail.js';

export function studentTCdf(x: number, df: number, tail: Tail = 'lower'): number {
  requireNumber(x);
  requirePositive('df', df);
  const odds = (x / df) * x;
  const outer = odds === Infinity ? 0
    : betaTails(0.5, df / 2, { x: odds / (1 + odds), y: 1 / (1 + odds) }).upper / 2;
  return (x > 0) === (tail === 'upper') ? outer : 1 - outer;
}

export function studentTQuantile(p: number, df: number, tail: Tail = 'lower'): number {
  requireProbability(p);
  requirePositive('df', df);
  const sign = (p < 0.5) === (tail === 'lower') ? -1 : 1;
  const small = Math.min(p, 1 - p);
  const odds = small > 0.25 ? betaOddsQuantile(1 - 2 * small, 0.5, df / 2, 'lower')
    : betaOddsQuantile(2 * small, 0.5, df / 2, 'upper');
  return sign * Math.sqrt(odds * df);
}
