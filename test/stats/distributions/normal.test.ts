import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chiSquaredCdf, normalCdf, normalDensity, normalQuantile } from '../../../src/stats/distributions.js';
import { relativeError } from '../relative-error.js';
import { numbersBetween } from '../support/numbers.js';

describe('normalCdf', () => {
  test('is one half at 0, in both tails', () => {
    expect(normalCdf(0)).toBe(0.5);
    expect(normalCdf(0, 'upper')).toBe(0.5);
  });

  test('mirrors its tails exactly', () => {
    fc.assert(fc.property(numbersBetween(-40, 40), (x) => {
      expect(normalCdf(x)).toBe(normalCdf(-x, 'upper'));
    }));
  });

  test('has tails that sum to 1', () => {
    fc.assert(fc.property(numbersBetween(-40, 40), (x) => {
      expect(Math.abs(normalCdf(x) + normalCdf(x, 'upper') - 1)).toBeLessThan(3e-16);
    }));
  });

  test('has the upper tail of chi-squared with one degree of freedom at its square', () => {
    fc.assert(fc.property(numbersBetween(0.01, 36), (x) => {
      // x^2 is rounded, which e^(-x^2/2) multiplies by x^2.
      expect(relativeError(2 * normalCdf(x, 'upper'), chiSquaredCdf(x * x, 1, 'upper'))).toBeLessThan(2e-13);
    }));
  });

  test.each([
    ['infinity', Infinity, 1],
    ['minus infinity', -Infinity, 0],
    ['far beyond the smallest double', -40, 0],
    ['far above', 40, 1],
  ])('at %s', (_, x, expected) => {
    expect(normalCdf(x)).toBe(expected);
  });

  test('keeps growing where its three parts meet', () => {
    for (const x of [-39, -8.885765876316732, -0.7, 0, 0.7, 8]) {
      expect(normalCdf(x - 1e-9)).toBeLessThanOrEqual(normalCdf(x));
      expect(normalCdf(x)).toBeLessThanOrEqual(normalCdf(x + 1e-9));
    }
  });

  test('refuses NaN', () => {
    expect(() => normalCdf(NaN)).toThrow(RangeError);
    expect(() => normalDensity(NaN)).toThrow(RangeError);
  });
});

describe('normalDensity', () => {
  test('is that of the formula', () => {
    expect(relativeError(normalDensity(0), 1 / Math.sqrt(2 * Math.PI))).toBeLessThan(3e-16);
    expect(relativeError(normalDensity(1.5), Math.exp(-1.125) / Math.sqrt(2 * Math.PI))).toBeLessThan(5e-16);
  });

  test('is symmetric and vanishes at infinity', () => {
    expect(normalDensity(-2)).toBe(normalDensity(2));
    expect(normalDensity(Infinity)).toBe(0);
    expect(normalDensity(-50)).toBe(0);
  });
});

describe('normalQuantile', () => {
  test.each([
    [0, -Infinity],
    [0.5, 0],
    [1, Infinity],
  ])('of %d is %d', (p, expected) => {
    expect(normalQuantile(p)).toBe(expected);
    expect(normalQuantile(p, 'upper')).toBe(0 - expected);
  });

  test('goes back to the probability, from 1e-300 to 1 - 1e-16', () => {
    const probability = fc.oneof(fc.double({ min: 1e-300, max: 1, maxExcluded: true, noNaN: true }),
      numbersBetween(-690, -1).map(Math.exp));
    fc.assert(fc.property(probability, (p) => {
      const x = normalQuantile(p);
      // A last digit of x moves the tail by x^2 units of the last place.
      expect(relativeError(normalCdf(x), p)).toBeLessThan(1e-15 + 2.3e-16 * x * x);
    }));
  });

  test('keeps its digits next to one half', () => {
    const beside = 2 ** -50;
    expect(relativeError(normalQuantile(0.5 + beside), beside * Math.sqrt(2 * Math.PI))).toBeLessThan(1e-15);
  });

  test('reaches the smallest double', () => {
    expect(normalCdf(normalQuantile(Number.MIN_VALUE))).toBe(Number.MIN_VALUE);
  });

  test.each([[-0.1], [1.1], [NaN]])('refuses %d', (p) => {
    expect(() => normalQuantile(p)).toThrow(RangeError);
  });
});
