import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chiSquaredCdf, chiSquaredQuantile } from '../../../src/stats/distributions.js';
import { relativeError } from '../relative-error.js';
import { numbersBetween, powersOfTen } from '../support/numbers.js';

const degreesOfFreedom = powersOfTen(-1, 5);

describe('chiSquaredCdf', () => {
  test('with two degrees of freedom is the exponential distribution, to the end of the tail', () => {
    for (const x of [1e-10, 0.5, 2, 30, 700, 1400]) {
      expect(relativeError(chiSquaredCdf(x, 2, 'upper'), Math.exp(-x / 2))).toBeLessThan(2e-15);
      expect(relativeError(chiSquaredCdf(x, 2), -Math.expm1(-x / 2))).toBeLessThan(2e-15);
    }
  });

  test('with 2n degrees of freedom is the probability of fewer than n Poisson events', () => {
    const mean = 41.3;
    let term = Math.exp(-mean);
    let sum = 0;
    for (let n = 1; n <= 60; n += 1) {
      sum += term;
      expect(relativeError(chiSquaredCdf(2 * mean, 2 * n, 'upper'), sum)).toBeLessThan(1e-13);
      term *= mean / n;
    }
  });

  test('has tails that sum to 1', () => {
    fc.assert(fc.property(numbersBetween(-3, 3), degreesOfFreedom, (exponent, df) => {
      const x = df * 10 ** exponent;
      expect(Math.abs(chiSquaredCdf(x, df) + chiSquaredCdf(x, df, 'upper') - 1)).toBeLessThan(1e-13);
    }));
  });

  test('grows by the density where its parts meet', () => {
    for (const df of [0.5, 1.999, 2, 19.99, 20, 500, 5000]) {
      for (const x of [0.7 * df, Math.max(df, 2), 1.5 * df]) {
        const [low, high] = [x * (1 - 1e-7), x * (1 + 1e-7)];
        expect(chiSquaredCdf(low, df)).toBeLessThanOrEqual(chiSquaredCdf(high, df));
        expect(chiSquaredCdf(low, df, 'upper')).toBeGreaterThanOrEqual(chiSquaredCdf(high, df, 'upper'));
      }
    }
  });

  test('stays within 0 and 1 for the smallest degrees of freedom', () => {
    const tiny = powersOfTen(-300, -1);
    fc.assert(fc.property(numbersBetween(1e-9, 20), tiny, (x, df) => {
      expect(chiSquaredCdf(x, df)).toBeLessThanOrEqual(1);
      expect(chiSquaredCdf(x, df, 'upper')).toBeGreaterThanOrEqual(0);
    }));
  });

  test('loses a degree of freedom pair by its density', () => {
    // P(a + 1, x) = P(a, x) - x^a e^-x / Gamma(a + 1), DLMF 8.8.5, for a = 1/2: Gamma(3/2) = sqrt(pi) / 2.
    const x = 3.7;
    const step = (Math.sqrt(x) * Math.exp(-x)) / (Math.sqrt(Math.PI) / 2);
    expect(relativeError(chiSquaredCdf(2 * x, 1) - step, chiSquaredCdf(2 * x, 3))).toBeLessThan(2e-15);
  });

  test.each([
    [0, 'lower', 0],
    [-1, 'lower', 0],
    [-1, 'upper', 1],
    [Infinity, 'lower', 1],
    [Infinity, 'upper', 0],
  ] as const)('at %d the %s tail is %d', (x, tail, expected) => {
    expect(chiSquaredCdf(x, 3, tail)).toBe(expected);
  });

  test.each([[0.01], [30], [1e5]])('has the same ends with %d degrees of freedom', (df) => {
    expect([chiSquaredCdf(0, df), chiSquaredCdf(0, df, 'upper')]).toEqual([0, 1]);
    expect([chiSquaredCdf(Infinity, df), chiSquaredCdf(Infinity, df, 'upper')]).toEqual([1, 0]);
  });

  test.each([[NaN, 1], [1, 0], [1, -2], [1, Infinity], [1, NaN]])('refuses x = %d, df = %d', (x, df) => {
    expect(() => chiSquaredCdf(x, df)).toThrow(RangeError);
  });
});

describe('chiSquaredQuantile', () => {
  test('with two degrees of freedom is -2 log of the upper tail', () => {
    for (const p of [1e-300, 1e-20, 0.05, 0.5, 0.95]) {
      expect(relativeError(chiSquaredQuantile(p, 2, 'upper'), -2 * Math.log(p))).toBeLessThan(3e-15);
      expect(relativeError(chiSquaredQuantile(p, 2), -2 * Math.log1p(-p))).toBeLessThan(3e-15);
    }
  });

  test('goes back to the probability in either tail', () => {
    const tail = fc.constantFrom('lower' as const, 'upper' as const);
    const log = numbersBetween(-690, -1e-3);
    fc.assert(fc.property(log, degreesOfFreedom, tail, (log, df, tail) => {
      const p = Math.exp(log);
      const x = chiSquaredQuantile(p, df, tail);
      if (x > 1e-300) expect(relativeError(chiSquaredCdf(x, df, tail), p)).toBeLessThan(2e-11);
    }));
  });

  test('comes back from a step into underflow', () => {
    const x = chiSquaredQuantile(2.25e-264, 74.67, 'upper');
    expect(relativeError(chiSquaredCdf(x, 74.67, 'upper'), 2.25e-264)).toBeLessThan(1e-12);
  });

  test('is not thrown off where the tail bends sharply', () => {
    const x = chiSquaredQuantile(0.79182173544541, 0.007351349588526675);
    expect(relativeError(chiSquaredCdf(x, 0.007351349588526675), 0.79182173544541)).toBeLessThan(1e-14);
  });

  test('ends at 0 and infinity, and is 0 below the smallest double', () => {
    expect([chiSquaredQuantile(0, 3), chiSquaredQuantile(1, 3)]).toEqual([0, Infinity]);
    expect([chiSquaredQuantile(0, 3, 'upper'), chiSquaredQuantile(1, 3, 'upper')]).toEqual([Infinity, 0]);
    expect(chiSquaredQuantile(0.5, 1e-3)).toBe(0);
    expect(chiSquaredQuantile(0.4, 1e-3, 'upper')).toBe(0);
  });

  test.each([[-0.1, 1], [1.1, 1], [NaN, 1], [0.5, 0], [0.5, Infinity]])('refuses p = %d, df = %d', (p, df) => {
    expect(() => chiSquaredQuantile(p, df)).toThrow(RangeError);
  });
});
