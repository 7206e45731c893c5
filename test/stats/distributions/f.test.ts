import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chiSquaredCdf, fCdf, fQuantile, studentTQuantile } from '../../../src/stats/distributions.js';
import { relativeError } from '../relative-error.js';
import { numbersBetween, powersOfTen } from '../support/numbers.js';

const degreesOfFreedom = powersOfTen(-1, 4);

describe('fCdf', () => {
  test('with two degrees of freedom above is a power', () => {
    for (const df2 of [1, 3, 40.5]) {
      for (const x of [1e-6, 0.8, 4, 200]) {
        expect(relativeError(fCdf(x, 2, df2, 'upper'), (1 + (2 * x) / df2) ** (-df2 / 2))).toBeLessThan(1e-13);
      }
    }
  });

  test('turns over: the tail of X is the other tail of 1 / X', () => {
    fc.assert(fc.property(fc.integer({ min: -40, max: 40 }), degreesOfFreedom, degreesOfFreedom, (log, df1, df2) => {
      const x = 2 ** log;
      const expected = fCdf(1 / x, df2, df1, 'upper');
      if (expected > 1e-290) expect(relativeError(fCdf(x, df1, df2), expected)).toBeLessThan(1e-12);
    }));
  });

  test('nears chi-squared over its degrees of freedom', () => {
    expect(relativeError(fCdf(2.5, 4, 1e15, 'upper'), chiSquaredCdf(10, 4, 'upper'))).toBeLessThan(1e-13);
  });

  test('holds with infinitely many degrees of freedom, as far as doubles go', () => {
    expect(relativeError(fCdf(1.2, 30, 1e305), chiSquaredCdf(36, 30))).toBeLessThan(1e-14);
  });

  test.each([
    [0, 'lower', 0],
    [-1, 'upper', 1],
    [Infinity, 'lower', 1],
    [Infinity, 'upper', 0],
  ] as const)('at %d the %s tail is %d', (x, tail, expected) => {
    expect(fCdf(x, 2, 3, tail)).toBe(expected);
  });

  test.each([[1e300, 1e-300], [1e-300, 1e300], [40, 50]])('has the same ends with %d and %d degrees of freedom', (df1, df2) => {
    expect([fCdf(0, df1, df2), fCdf(0, df1, df2, 'upper')]).toEqual([0, 1]);
    expect([fCdf(Infinity, df1, df2), fCdf(Infinity, df1, df2, 'upper')]).toEqual([1, 0]);
  });

  test.each([[NaN, 1, 1], [1, 0, 1], [1, 1, 0], [1, Infinity, 1], [1, 1, NaN]])(
    'refuses x = %d, df1 = %d, df2 = %d', (x, df1, df2) => {
      expect(() => fCdf(x, df1, df2)).toThrow(RangeError);
    });
});

describe('fQuantile', () => {
  test('with one degree of freedom above is the square of the two-sided t quantile', () => {
    for (const df of [1, 4, 33.3, 1e4]) {
      expect(relativeError(fQuantile(0.95, 1, df), studentTQuantile(0.975, df) ** 2)).toBeLessThan(2e-14);
    }
  });

  test('goes back to the probability', () => {
    const log = numbersBetween(-300, -1e-3);
    fc.assert(fc.property(log, degreesOfFreedom, degreesOfFreedom, (log, df1, df2) => {
      const p = Math.exp(log);
      const x = fQuantile(p, df1, df2, 'upper');
      if (x > 1e-290 && x < 1e290) expect(relativeError(fCdf(x, df1, df2, 'upper'), p)).toBeLessThan(1e-11);
    }));
  });

  test.each([
    [0.5247822741512209, 0.0020166868646117673, 29.409625493655547, 'upper'],
    [0.45478594303131104, 0.0021089540420932557, 0.46830587265171975, 'lower'],
  ] as const)('ends among doubles too coarse for its steps: %d', (p, df1, df2, tail) => {
    const x = fQuantile(p, df1, df2, tail);
    expect(x).toBeGreaterThan(0);
    expect(x).toBeLessThan(1e-315);
  });

  test('ends at 0 and infinity, and is infinite beyond the range of doubles', () => {
    expect([fQuantile(0, 2, 3), fQuantile(1, 2, 3)]).toEqual([0, Infinity]);
    expect([fQuantile(0, 2, 3, 'upper'), fQuantile(1, 2, 3, 'upper')]).toEqual([Infinity, 0]);
    expect(fQuantile(1e-300, 1, 1, 'upper')).toBe(Infinity);
  });

  test.each([[-0.1, 1, 1], [1.1, 1, 1], [NaN, 1, 1], [0.5, 0, 1], [0.5, 1, 0]])(
    'refuses p = %d, df1 = %d, df2 = %d', (p, df1, df2) => {
      expect(() => fQuantile(p, df1, df2)).toThrow(RangeError);
    });
});
