import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { backTransform, harmonicMean, logistic, logit } from '../../src/stats/back-transform.js';
import { freemanTukey, proportionEffects } from '../../src/stats/proportion-effects.js';
import { twoGroupEffects } from '../../src/stats/two-group-effects.js';
import { expectClose } from './support/close-to.js';
import { numbersBetween } from './support/numbers.js';

const uniform = (min: number, max: number) => numbersBetween(min, max);

const counts = (): fc.Arbitrary<[number, number]> =>
  fc.integer({ min: 2, max: 5000 }).chain((n) => fc.tuple(fc.integer({ min: 1, max: n - 1 }), fc.constant(n)));

describe('transform and back', () => {
  test('is the proportion for every single-proportion measure', () => {
    fc.assert(
      fc.property(counts(), ([x, n]) => {
        for (const measure of ['PR', 'PLO', 'PAS', 'PFT'] as const) {
          const { yi } = proportionEffects([x], [n], { measure });
          expectClose(backTransform(measure, yi[0]!, n), x / n, 1e-11);
        }
      }),
    );
  });

  test('is the ratio or the difference for two groups', () => {
    const table = { ai: [10], n1i: [20], ci: [5], n2i: [25] };
    expectClose(backTransform('RR', twoGroupEffects(table, { measure: 'RR' }).yi[0]!), 2.5, 1e-15);
    expectClose(backTransform('OR', twoGroupEffects(table, { measure: 'OR' }).yi[0]!), 4, 1e-15);
    expectClose(backTransform('RD', twoGroupEffects(table, { measure: 'RD' }).yi[0]!), 0.3, 1e-15);
    expect(backTransform('GEN', -7.5)).toBe(-7.5);
  });

  test('rises with the effect and stays a proportion', () => {
    fc.assert(
      fc.property(uniform(-4, 4), uniform(0, 2), (y, more) => {
        for (const measure of ['PLO', 'PAS', 'PFT'] as const) {
          const [low, high] = [backTransform(measure, y, 12), backTransform(measure, y + more, 12)];
          expect(low).toBeGreaterThanOrEqual(0);
          expect(high).toBeLessThanOrEqual(1);
          expect(high).toBeGreaterThanOrEqual(low - 1e-12);
        }
      }),
    );
  });

  test('clips the arcsine measures at the transform of no and of all events', () => {
    expect(backTransform('PAS', -0.1)).toBe(0);
    expect(backTransform('PAS', 1.7)).toBe(1);
    expect(backTransform('PFT', freemanTukey(0, 10), 10)).toBe(0);
    expect(backTransform('PFT', freemanTukey(0, 10) - 0.01, 10)).toBe(0);
    expect(backTransform('PFT', freemanTukey(0, 10) + 0.01, 10)).toBeGreaterThan(0);
    expect(backTransform('PFT', freemanTukey(10, 10), 10)).toBe(1);
    expect(backTransform('PFT', freemanTukey(10, 10) - 0.01, 10)).toBeLessThan(1);
  });

  test('keeps the digits of rare events under the double arcsine', () => {
    expectClose(backTransform('PFT', freemanTukey(1, 1e6), 1e6), 1e-6, 1e-9);
  });

  test('needs a sample size for the double arcsine and a known measure', () => {
    for (const size of [undefined, 0, -1, NaN, Infinity]) {
      expect(() => backTransform('PFT', 0.5, size)).toThrow(/PFT needs a finite sampleSize above 0/);
    }
    expect(() => backTransform('XX' as 'PR', 0.5)).toThrow(RangeError);
  });
});

describe('logit and logistic', () => {
  test('are inverse to each other', () => {
    fc.assert(fc.property(numbersBetween(-30, 30), (x) => {
      expectClose(logit(logistic(x)), x, 1e-2 * Math.exp(Math.abs(x) - 30) + 1e-14, 1);
    }));
  });

  test('neither overflow nor lose the small tail', () => {
    expect(logistic(-800)).toBe(0);
    expect(logistic(800)).toBe(1);
    expectClose(logistic(-700), Math.exp(-700), 1e-15);
    expect(logistic(0)).toBe(0.5);
    expect(logit(0)).toBe(-Infinity);
    expect(logit(1)).toBe(Infinity);
  });
});

describe('the harmonic mean of sizes', () => {
  test('is the reciprocal of the mean reciprocal', () => expectClose(harmonicMean([2, 3, 6]), 3, 1e-15));

  test('is not defined without sizes or for a size of 0', () => {
    expect(() => harmonicMean([])).toThrow(/requires at least one size/);
    expect(() => harmonicMean([3, 0])).toThrow(/sizes must be above 0, but one is 0/);
  });
});
