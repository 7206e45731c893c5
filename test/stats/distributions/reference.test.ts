import { describe, expect, test } from 'vitest';
import {
  betaCdf,
  betaQuantile,
  chiSquaredCdf,
  chiSquaredQuantile,
  fCdf,
  fQuantile,
  normalCdf,
  normalQuantile,
  studentTCdf,
  studentTQuantile,
  type Tail,
} from '../../../src/stats/distributions.js';
import reference from '../../fixtures/distributions/reference.json' with { type: 'json' };
import { relativeError } from '../relative-error.js';

type Evaluate = (x: number, a: number, b: number, tail: Tail) => number;

const FUNCTIONS: Readonly<Record<string, Evaluate>> = {
  pnorm: (x, _a, _b, tail) => normalCdf(x, tail),
  qnorm: (p, _a, _b, tail) => normalQuantile(p, tail),
  pt: (x, df, _b, tail) => studentTCdf(x, df, tail),
  qt: (p, df, _b, tail) => studentTQuantile(p, df, tail),
  pchisq: (x, df, _b, tail) => chiSquaredCdf(x, df, tail),
  qchisq: (p, df, _b, tail) => chiSquaredQuantile(p, df, tail),
  pbeta: (x, a, b, tail) => betaCdf(x, a, b, tail),
  qbeta: (p, a, b, tail) => betaQuantile(p, a, b, tail),
  pf: (x, df1, df2, tail) => fCdf(x, df1, df2, tail),
  qf: (p, df1, df2, tail) => fQuantile(p, df1, df2, tail),
};

/**
 * What double precision allows: for the normal distribution a few units of the last place; for other probabilities
 * some tens, and two units for each power of e that an exponential spans (half a unit for chi-squared); for quantiles
 * what the error of the probability becomes where the quantile is steep, which is with shapes below 1.
 */
function tolerance(name: string, value: number, shapes: readonly number[]): number {
  if (name === 'pnorm' || name === 'qnorm') return 1e-15;
  if (name === 'pchisq') return 1e-14 + 1.1e-16 * Math.abs(Math.log(value));
  if (name.startsWith('p')) return 1e-14 + 4.4e-16 * Math.abs(Math.log(value));
  return 2e-14 / Math.min(1, ...shapes);
}

describe('distribution functions against 60-digit arithmetic', () => {
  test.each(Object.entries(reference.distributions))('%s', (grid, columns: Record<string, number[]>) => {
    const [name, tail] = grid.split('_') as [string, Tail];
    const args = Object.keys(columns).filter((column) => column !== 'value');
    const misses = columns['value']!.flatMap((value, row) => {
      const point = args.map((column) => columns[column]![row]!);
      const error = relativeError(FUNCTIONS[name]!(point[0]!, point[1]!, point[2]!, tail), value);
      return error <= tolerance(name, value, point.slice(1)) ? [] : [{ point, value, error }];
    });
    expect(misses).toEqual([]);
    expect(columns['value']!.length).toBeGreaterThan(40);
  });
});
