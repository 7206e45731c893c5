import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { logBeta, logGamma } from '../../../src/stats/distributions.js';
import { relativeError } from '../relative-error.js';
import { numbersBetween, powersOfTen } from '../support/numbers.js';

const EULER = 0.5772156649015329;

describe('logGamma', () => {
  test('is the log of a factorial', () => {
    let factorial = 1;
    for (let n = 1; n <= 18; n += 1) {
      expect(Math.abs(logGamma(n) - Math.log(factorial))).toBeLessThan(1e-14);
      factorial *= n;
    }
  });

  test('is exactly 0 at 1 and 2, and keeps its digits beside them', () => {
    expect([logGamma(1), logGamma(2)]).toEqual([0, 0]);
    const beside = 2 ** -30;
    const first = -EULER * beside + (Math.PI ** 2 / 12) * beside ** 2;
    expect(relativeError(logGamma(1 + beside), first)).toBeLessThan(1e-14);
    expect(relativeError(logGamma(2 + beside), (1 - EULER) * beside)).toBeLessThan(1e-9);
  });

  test('has log(sqrt(pi)) at one half', () => {
    expect(relativeError(logGamma(0.5), Math.log(Math.PI) / 2)).toBeLessThan(1e-15);
  });

  test('is -log x close to 0', () => {
    expect(relativeError(logGamma(1e-300), 300 * Math.LN10)).toBeLessThan(1e-15);
    expect(relativeError(logGamma(1e-8), 8 * Math.LN10 - EULER * 1e-8)).toBeLessThan(1e-15);
  });

  test('grows by log x with every whole step, across all its parts', () => {
    fc.assert(fc.property(numbersBetween(0.01, 60), (x) => {
      const difference = logGamma(x + 1) - logGamma(x);
      expect(Math.abs(difference - Math.log(x))).toBeLessThan(1e-15 * (10 + Math.abs(logGamma(x + 1))));
    }));
  });

  test.each([[0], [-1], [NaN], [Infinity]])('refuses %d', (x) => {
    expect(() => logGamma(x)).toThrow(RangeError);
  });
});

describe('logBeta', () => {
  test('is -log a for b = 1, in either order', () => {
    for (const a of [1e-200, 0.3, 4, 12, 1e9]) {
      expect(Math.abs(logBeta(a, 1) + Math.log(a))).toBeLessThan(1e-14 * (1 + Math.abs(Math.log(a))));
      expect(logBeta(1, a)).toBe(logBeta(a, 1));
    }
  });

  test('meets the recurrence B(a, b) = B(a + 1, b) + B(a, b + 1)', () => {
    const shape = powersOfTen(-2, 3);
    fc.assert(fc.property(shape, shape, (a, b) => {
      const whole = logBeta(a, b);
      const parts = Math.exp(logBeta(a + 1, b) - whole) + Math.exp(logBeta(a, b + 1) - whole);
      expect(Math.abs(parts - 1)).toBeLessThan(1e-15 * (10 + Math.abs(whole)));
    }));
  });

  test('keeps the small difference of large log-gammas', () => {
    // B(1/2, b) is sqrt(pi / b) (1 + 1/(8 b) + ...).
    const b = 1e12;
    expect(relativeError(logBeta(0.5, b), 0.5 * Math.log(Math.PI / b) + 0.125 / b)).toBeLessThan(1e-15);
  });

  test.each([[0, 1], [1, 0], [NaN, 1], [1, Infinity]])('refuses %d, %d', (a, b) => {
    expect(() => logBeta(a, b)).toThrow(RangeError);
  });
});
