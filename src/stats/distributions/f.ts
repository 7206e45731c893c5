import { betaOddsQuantile } from './beta.js';
import { requireNumber, requirePositive, requireProbability } from './check.js';
import { betaTails } from './incomplete-beta.js';
import type { Tail } from './tail.js';

export function fCdf(x: number, df1: number, df2: number, tail: Tail = 'lower'): number {
  requireNumber(x);
  requirePositive('df1', df1);
  requirePositive('df2', df2);
  if (x <= 0) return tail === 'lower' ? 0 : 1;
  const odds = (x * df1) / df2;
  if (odds === Infinity) return tail === 'lower' ? 1 : 0;
  return betaTails(df1 / 2, df2 / 2, { x: odds / (1 + odds), y: 1 / (1 + odds) })[tail];
}

export function fQuantile(p: number, df1: number, df2: number, tail: Tail = 'lower'): number {
  requireProbability(p);
  requirePositive('df1', df1);
  requirePositive('df2', df2);
  return betaOddsQuantile(p, df1 / 2, df2 / 2, tail) * (df2 / df1);
}
