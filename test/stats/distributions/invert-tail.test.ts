import { describe, expect, test } from 'vitest';
import { invertTail } from '../../../src/stats/distributions/invert-tail.js';
import type { Tail, Tails } from '../../../src/stats/distributions/tail.js';
import { relativeError } from '../relative-error.js';

/** The exponential distribution: the density of log X is x e^-x. */
function exponential(x: number): Tails {
  return { lower: -Math.expm1(-x), upper: Math.exp(-x), density: x * Math.exp(-x), densitySlope: 1 - x };
}

/** Pareto's distribution with shape 1/1000, beyond 1: log X is exponential with mean 1000. */
function widePareto(x: number): Tails {
  const upper = x ** -1e-3;
  return { lower: 1 - upper, upper, density: 1e-3 * upper, densitySlope: -1e-3 };
}

/** 1 / X of the same. */
function wideInverse(x: number): Tails {
  const { lower, upper, density, densitySlope } = widePareto(1 / x);
  return { lower: upper, upper: lower, density, densitySlope: -densitySlope };
}

/** The root, and at how many points the tails were needed for it. */
function counted(target: number, tail: Tail, start: number): { readonly root: number; readonly evaluations: number } {
  let evaluations = 0;
  const evaluate = (x: number): Tails => {
    evaluations += 1;
    return exponential(x);
  };
  return { root: invertTail(target, tail, evaluate, start, 1), evaluations };
}

describe('invertTail', () => {
  test.each([1e-9, 1, 40, 700])('finds the root of a far tail from a start at %d', (start) => {
    expect(invertTail(1e-100, 'upper', exponential, start, 1)).toBeCloseTo(100 * Math.LN10, 10);
  });

  test('turns back from a start where the tail has vanished', () => {
    expect(invertTail(0.25, 'upper', exponential, 1e6, 1)).toBeCloseTo(Math.log(4), 14);
  });

  test('goes on where one step cannot reach', () => {
    expect(relativeError(invertTail(10 ** -0.2, 'upper', widePareto, 2, 2), 1e200)).toBeLessThan(1e-12);
  });

  test('is infinite or 0 where the root is beyond the range of doubles', () => {
    expect(invertTail(0.1, 'upper', widePareto, 2, 2)).toBe(Infinity);
    expect(invertTail(0.1, 'lower', wideInverse, 0.5, 0.5)).toBe(0);
  });

  test('looks once from the root itself', () => {
    expect(counted(0.25, 'upper', Math.log(4))).toEqual({ root: Math.log(4), evaluations: 1 });
  });

  test('turns back for no tail whose digits can be trusted', () => {
    const { root, evaluations } = counted(1e-6, 'lower', 1e-60);
    expect(relativeError(root, -Math.log1p(-1e-6))).toBeLessThan(1e-15);
    expect(evaluations).toBeLessThanOrEqual(2);
  });

  test('says so when there is no root to be found', () => {
    const flat = (): Tails => ({ lower: 0.1, upper: 0.9, density: 1, densitySlope: 0 });
    expect(() => invertTail(0.2, 'lower', flat, 1, 1)).toThrow('no quantile found for the lower tail 0.2');
  });
});
