import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { productError, sumError } from '../../../src/stats/distributions/exact-arithmetic.js';

/** Whole doubles of either sign with up to 53 binary digits and as many zeros behind them: as BigInt they are exact. */
const whole = fc
  .tuple(fc.bigInt({ min: -(2n ** 53n), max: 2n ** 53n }), fc.integer({ min: 0, max: 60 }))
  .map(([digits, zeros]) => Number(digits << BigInt(zeros)));

describe('what rounding took', () => {
  test('from a sum, whichever term is the larger', () => {
    fc.assert(fc.property(whole, whole, (a, b) => {
      const sum = a + b;
      expect(BigInt(sumError(a, b, sum))).toBe(BigInt(a) + BigInt(b) - BigInt(sum));
    }));
  });

  test('from a product', () => {
    fc.assert(fc.property(whole, whole, (a, b) => {
      const product = a * b;
      expect(BigInt(productError(a, b, product))).toBe(BigInt(a) * BigInt(b) - BigInt(product));
    }));
  });

  test('1 lost in a sum of 2^53, on either side', () => {
    expect(sumError(2 ** 53, 1, 2 ** 53)).toBe(1);
    expect(sumError(1, 2 ** 53, 2 ** 53)).toBe(1);
  });
});
