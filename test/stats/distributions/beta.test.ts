import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { betaCdf, betaQuantile } from '../../../src/stats/distributions.js';
import { betaTails } from '../../../src/stats/distributions/incomplete-beta.js';
import { relativeError } from '../relative-error.js';
import { numbersBetween, powersOfTen } from '../support/numbers.js';

const shape = powersOfTen(-2, 4);
const proportion = numbersBetween(1e-6, 1 - 1e-6);

describe('betaCdf', () => {
  test('with b = 1 is a power of x, with a = 1 the complement of a power of 1 - x', () => {
    for (const shape of [1e-3, 0.2, 0.999, 1, 7.5, 300]) {
      for (const x of [1e-9, 0.01, 0.3, 0.75, 0.96875]) {
        expect(relativeError(betaCdf(x, shape, 1), x ** shape)).toBeLessThan(1e-13);
        expect(relativeError(betaCdf(x, shape, 1, 'upper'), -Math.expm1(shape * Math.log(x)))).toBeLessThan(2e-14);
        expect(relativeError(betaCdf(x, 1, shape), -Math.expm1(shape * Math.log1p(-x)))).toBeLessThan(2e-14);
      }
    }
  });

  test('with shapes of one half is the arcsine distribution', () => {
    for (const x of [1e-12, 0.02, 0.5, 0.875]) {
      expect(relativeError(betaCdf(x, 0.5, 0.5), (2 / Math.PI) * Math.asin(Math.sqrt(x)))).toBeLessThan(2e-15);
    }
  });

  test('is a sum of binomial probabilities', () => {
    const [n, x] = [30, 0.28125];
    let term = (1 - x) ** n;
    let atMost = 0;
    for (let k = 0; k < n; k += 1) {
      atMost += term;
      expect(relativeError(betaCdf(x, k + 1, n - k, 'upper'), atMost)).toBeLessThan(2e-14);
      term *= ((n - k) / (k + 1)) * (x / (1 - x));
    }
  });

  test.each([[1e-300, 2], [0.5, 30], [1e308, 1e308]])('has the same ends with shapes %d and %d', (a, b) => {
    expect([betaCdf(0, a, b), betaCdf(0, a, b, 'upper')]).toEqual([0, 1]);
    expect([betaCdf(1, a, b), betaCdf(1, a, b, 'upper')]).toEqual([1, 0]);
  });

  test('mirrors: the tail of X is the other tail of 1 - X', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 2 ** 20 - 1 }), shape, shape, (i, a, b) => {
      const x = i / 2 ** 20;
      expect(betaCdf(x, a, b)).toBe(betaCdf(1 - x, b, a, 'upper'));
    }));
  });

  test('has tails that sum to 1', () => {
    fc.assert(fc.property(proportion, shape, shape, (x, a, b) => {
      expect(Math.abs(betaCdf(x, a, b) + betaCdf(x, a, b, 'upper') - 1)).toBeLessThan(1e-13);
    }));
  });

  test('stays within 0 and 1 for the smallest shapes', () => {
    const tiny = powersOfTen(-300, -1);
    fc.assert(fc.property(proportion, tiny, tiny, (x, a, b) => {
      for (const tail of ['lower', 'upper'] as const) {
        expect(betaCdf(x, a, b, tail)).toBeGreaterThanOrEqual(0);
        expect(betaCdf(x, a, b, tail)).toBeLessThanOrEqual(1);
      }
    }));
  });

  test('meets its recurrence in b', () => {
    // I_x(a, b) = x I_x(a - 1, b) + (1 - x) I_x(a, b - 1), DLMF 8.17.12.
    fc.assert(fc.property(proportion, shape, shape, (x, a, b) => {
      const expected = x * betaCdf(x, a, b + 1) + (1 - x) * betaCdf(x, a + 1, b);
      if (expected > 1e-280) expect(relativeError(betaCdf(x, a + 1, b + 1), expected)).toBeLessThan(1e-11);
    }));
  });

  test('holds at shapes from 1e-300 to 1e12', () => {
    expect(relativeError(betaCdf(0.5, 1e-300, 1e-300), 0.5)).toBeLessThan(1e-15);
    expect(relativeError(betaCdf(0.5, 1e12, 1e12), 0.5)).toBeLessThan(1e-13);
    expect(betaCdf(0.3, 1e-300, 1e300)).toBe(1);
    expect(relativeError(betaCdf(0.11346247139735888, 7.8e-63, 5.3), 1)).toBeLessThan(1e-15);
  });

  test.each([
    [0, 'lower', 0],
    [-0.5, 'upper', 1],
    [1, 'lower', 1],
    [2, 'upper', 0],
  ] as const)('at %d the %s tail is %d', (x, tail, expected) => {
    expect(betaCdf(x, 2, 3, tail)).toBe(expected);
  });

  test.each([[NaN, 1, 1], [0.5, 0, 1], [0.5, 1, -1], [0.5, Infinity, 1], [0.5, 1, NaN]])(
    'refuses x = %d, a = %d, b = %d', (x, a, b) => {
      expect(() => betaCdf(x, a, b)).toThrow(RangeError);
    });
});

describe('betaTails', () => {
  test('give the slope of the log-density, a - (a + b) x, to the last digit', () => {
    const count = fc.integer({ min: 1, max: 2 ** 40 });
    fc.assert(fc.property(count, count, fc.bigInt({ min: 1n, max: 2n ** 53n - 1n }), (a, b, m) => {
      // x = m / 2^53 and 1 - x are doubles, so that whole numbers are exact.
      const point = { x: Number(m) / 2 ** 53, y: Number(2n ** 53n - m) / 2 ** 53 };
      const exact = BigInt(a) * 2n ** 53n - BigInt(a + b) * m;
      expect(betaTails(a, b, point).densitySlope).toBe(Number(exact) / 2 ** 53);
    }));
  });
});

describe('betaQuantile', () => {
  test('with one shape of 1 is a root', () => {
    for (const p of [1e-300, 1e-5, 0.3, 0.5, 0.99]) {
      for (const shape of [0.7, 1, 3, 40]) {
        expect(relativeError(betaQuantile(p, shape, 1), p ** (1 / shape))).toBeLessThan(1e-13);
        expect(relativeError(betaQuantile(p, 1, shape), -Math.expm1(Math.log1p(-p) / shape))).toBeLessThan(1e-14);
      }
    }
  });

  test('goes back to the probability in either tail', () => {
    const tail = fc.constantFrom('lower' as const, 'upper' as const);
    const log = numbersBetween(-600, -1e-3);
    fc.assert(fc.property(log, shape, shape, tail, (log, a, b, tail) => {
      const p = Math.exp(log);
      const x = betaQuantile(p, a, b, tail);
      // Close to 1 doubles are too far apart to hold the way back.
      if (x > 1e-290 && x < 0.99) expect(relativeError(betaCdf(x, a, b, tail), p)).toBeLessThan(1e-11);
    }));
  });

  test('mirrors: the quantile of X and that of 1 - X sum to 1', () => {
    fc.assert(fc.property(proportion, shape, shape, (p, a, b) => {
      expect(Math.abs(betaQuantile(p, a, b) + betaQuantile(p, b, a, 'upper') - 1)).toBeLessThan(3e-16);
    }));
  });

  test('ends at 0 and 1, and at the nearest double beyond the range', () => {
    expect([betaQuantile(0, 2, 3), betaQuantile(1, 2, 3)]).toEqual([0, 1]);
    expect([betaQuantile(0, 2, 3, 'upper'), betaQuantile(1, 2, 3, 'upper')]).toEqual([1, 0]);
    expect([betaQuantile(1e-300, 0.5, 0.5), betaQuantile(1e-300, 0.5, 0.5, 'upper')]).toEqual([0, 1]);
  });

  test.each([
    ['in the last denormal digits', 0.7844141412981273, 10, 1087.733780539526],
    ['below them', 0.3, 2e4, 3e4],
    ['where the mean is far', 0.0034711024020544763, 17443.48739950306, 50.5],
  ])('begins where the tail has vanished: %s', (_, p, a, b) => {
    expect(relativeError(betaCdf(betaQuantile(p, a, b), a, b), p)).toBeLessThan(1e-11);
  });

  test('stays where doubles are too coarse for its steps', () => {
    const x = betaQuantile(8.428273455705155e-86, 0.2673018429832355, 63998.176902483276);
    expect(x).toBeGreaterThan(0);
    expect(x).toBeLessThan(1e-320);
  });

  test('takes a probability below the smallest normal double', () => {
    // I_x(2, 3) is 6 x^2 near 0.
    expect(relativeError(betaQuantile(1e-320, 2, 3), Math.sqrt(1e-320 / 6))).toBeLessThan(1e-3);
  });

  test.each([[-0.1, 1, 1], [1.1, 1, 1], [NaN, 1, 1], [0.5, 0, 1], [0.5, 1, Infinity]])(
    'refuses p = %d, a = %d, b = %d', (p, a, b) => {
      expect(() => betaQuantile(p, a, b)).toThrow(RangeError);
    });
});
