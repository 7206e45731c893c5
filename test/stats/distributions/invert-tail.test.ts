import { describe, expect, test } from 'vitest';
import { invertTail } from '../../../src/stats/distributions/invert-tail.js';
import type { Tails } from '../../../src/stats/distributions/tail.js';

/** The exponential distribution: the density of log X is x e^-x. */
function exponential(x: number): Tails {
  return { lower: -Math.expm1(-x), upper: Math.exp(-x), density: x * Math.exp(-x), densitySlope: 1 - x };
}

describe('invertTail', () => {
  test.each([1e-9, 1, 40, 700])('finds the root of a far tail from a start at %d', (start) => {
    expect(invertTail(1e-100, 'upper', exponential, start, 1)).toBeCloseTo(100 * Math.LN10, 10);
  });

  test('turns back from a start where the tail has vanished', () => {
    expect(invertTail(0.25, 'upper', exponential, 1e6, 1)).toBeCloseTo(Math.log(4), 14);
  });

  test('says so when there is no root to be found', () => {
    const flat = (): Tails => ({ lower: 0.1, upper: 0.9, density: 1, densitySlope: 0 });
    expect(() => invertTail(0.2, 'lower', flat, 1, 1)).toThrow('no quantile found for the lower tail 0.2');
  });
});
