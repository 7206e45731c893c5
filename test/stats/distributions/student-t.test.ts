import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fCdf, normalCdf, normalQuantile, studentTCdf, studentTQuantile } from '../../../src/stats/distributions.js';
import { relativeError } from '../relative-error.js';
import { numbersBetween, powersOfTen } from '../support/numbers.js';

const degreesOfFreedom = powersOfTen(-2, 6);

describe('studentTCdf', () => {
  test('with one degree of freedom is the Cauchy distribution', () => {
    for (const x of [1e-8, 0.3, 1, 12.7, 1e6]) {
      expect(relativeError(studentTCdf(x, 1, 'upper'), Math.atan2(1, x) / Math.PI)).toBeLessThan(5e-15);
    }
  });

  test('with two degrees of freedom has its closed form', () => {
    for (const x of [0.2, 1, 4.302652729749464, 9.9]) {
      const root = Math.sqrt(2 + x * x);
      expect(relativeError(studentTCdf(x, 2, 'upper'), 1 / (root * (root + x)))).toBeLessThan(5e-15);
    }
  });

  test('keeps the tail where its square is beyond the range of doubles', () => {
    expect(relativeError(studentTCdf(-1e200, 1), 1e-200 / Math.PI)).toBeLessThan(5e-15);
    expect(relativeError(studentTCdf(-1e160, 1), 1e-160 / Math.PI)).toBeLessThan(5e-15);
  });

  test('changes to the leading term of its tail without a step', () => {
    for (const df of [0.5, 1, 3.5, 7]) {
      const [before, after] = [0.999999, 1.000001].map((factor) => studentTCdf(-1e10 * factor * Math.sqrt(df), df));
      expect(relativeError(after! / before!, (1.000001 / 0.999999) ** -df)).toBeLessThan(1e-13);
    }
  });

  test('mirrors its tails exactly', () => {
    fc.assert(fc.property(numbersBetween(-50, 50), degreesOfFreedom, (x, df) => {
      expect(studentTCdf(x, df)).toBe(studentTCdf(-x, df, 'upper'));
    }));
  });

  test('has, for both sides together, the upper tail of F at the square', () => {
    fc.assert(fc.property(numbersBetween(0.01, 30), degreesOfFreedom, (x, df) => {
      const twoSided = 2 * studentTCdf(x, df, 'upper');
      const expected = fCdf(x * x, 1, df, 'upper');
      if (expected > 1e-290) expect(relativeError(twoSided, expected)).toBeLessThan(4e-13);
    }));
  });

  test('is the normal distribution with infinite degrees of freedom, and nears it', () => {
    expect(studentTCdf(-1.96, Infinity)).toBe(normalCdf(-1.96));
    expect(relativeError(studentTCdf(-1.96, 1e14), normalCdf(-1.96))).toBeLessThan(1e-13);
  });

  test('is one half at 0 and ends at the infinities', () => {
    expect([studentTCdf(0, 3), studentTCdf(0, 3, 'upper')]).toEqual([0.5, 0.5]);
    expect([studentTCdf(-Infinity, 3), studentTCdf(Infinity, 3)]).toEqual([0, 1]);
  });

  test.each([[NaN, 3], [1, 0], [1, -1], [1, NaN]])('refuses x = %d with %d degrees of freedom', (x, df) => {
    expect(() => studentTCdf(x, df)).toThrow(RangeError);
  });
});

describe('studentTQuantile', () => {
  test('with one degree of freedom is that of the Cauchy distribution, to its far ends', () => {
    expect(relativeError(studentTQuantile(1e-300, 1), -1e300 / Math.PI)).toBeLessThan(5e-15);
    expect(relativeError(studentTQuantile(0.25, 1), -1)).toBeLessThan(3e-15);
  });

  test('mirrors at one half', () => {
    expect(studentTQuantile(0.025, 7)).toBe(-studentTQuantile(0.025, 7, 'upper'));
    expect(studentTQuantile(0.75, 7)).toBe(-studentTQuantile(0.25, 7));
    expect(studentTQuantile(0.5, 7)).toBe(0);
    expect(studentTQuantile(0.5, 7, 'upper')).toBe(0);
  });

  test('is infinite at 0 and 1 and beyond the range of doubles', () => {
    expect([studentTQuantile(0, 2), studentTQuantile(1, 2)]).toEqual([-Infinity, Infinity]);
    expect(studentTQuantile(1e-300, 0.5)).toBe(-Infinity);
  });

  test('goes back to the probability', () => {
    fc.assert(fc.property(numbersBetween(-600, -0.01), degreesOfFreedom, (log, df) => {
      const p = Math.exp(log);
      const x = studentTQuantile(p, df, 'upper');
      if (Number.isFinite(x)) expect(relativeError(studentTCdf(x, df, 'upper'), p)).toBeLessThan(1e-12);
    }));
  });

  test('begins where the tail has almost vanished', () => {
    const x = studentTQuantile(0.15400796550682264, 2122);
    expect(relativeError(studentTCdf(x, 2122), 0.15400796550682264)).toBeLessThan(1e-14);
  });

  test('keeps its digits next to one half', () => {
    // The density of t with 2 degrees of freedom at 0 is 1 / sqrt(8).
    expect(relativeError(studentTQuantile(0.5 + 2 ** -50, 2), 2 ** -50 * Math.sqrt(8))).toBeLessThan(5e-15);
  });

  test('is the normal quantile with infinite degrees of freedom', () => {
    expect(studentTQuantile(0.975, Infinity)).toBe(normalQuantile(0.975));
  });

  test.each([[-0.1, 3], [1.1, 3], [NaN, 3], [0.5, 0], [0.5, NaN]])('refuses p = %d with %d', (p, df) => {
    expect(() => studentTQuantile(p, df)).toThrow(RangeError);
  });
});
