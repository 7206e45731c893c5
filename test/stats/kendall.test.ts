import { describe, expect, test } from 'vitest';
import { kendallCounts, kendallExactP, kendallNormalP, kendallTau } from '../../src/stats/kendall.js';
import { expectClose } from './support/close-to.js';

function permutations(values: number[]): number[][] {
  if (values.length < 2) return [values];
  return values.flatMap((first, i) => permutations(values.filter((_, j) => j !== i)).map((rest) => [first, ...rest]));
}

describe('counts', () => {
  test('pairs and ties', () => {
    expect(kendallCounts([1, 2, 3, 4], [1, 3, 2, 4])).toEqual({ n: 4, score: 4, tiesX: [], tiesY: [] });
    expect(kendallCounts([1, 1, 2, 2, 2], [5, 4, 3, 3, 1])).toEqual({ n: 5, score: -6, tiesX: [2, 3], tiesY: [2] });
  });

  test('tau is 1 in the same and -1 in the opposite order; ties shrink the denominator; all tied is undefined', () => {
    expect(kendallTau(kendallCounts([1, 2, 3], [4, 5, 6]))).toBe(1);
    expect(kendallTau(kendallCounts([1, 2, 3], [6, 5, 4]))).toBe(-1);
    const tied = kendallCounts([1, 1, 2, 2, 2], [5, 4, 3, 3, 1]);
    expectClose(kendallTau(tied), -6 / Math.sqrt((10 - 4) * (10 - 1)), 1e-15);
    expect(kendallTau(kendallCounts([1, 1], [1, 2]))).toBeNaN();
  });
});

test('the exact p is the share of all orders with a score as far from 0', () => {
  for (const n of [2, 3, 4, 5, 6]) {
    const x = Array.from({ length: n }, (_, i) => i);
    const scores = permutations(x).map((y) => kendallCounts(x, y).score);
    for (const score of new Set(scores)) {
      const asFar = scores.filter((other) => Math.abs(other) >= Math.abs(score)).length / scores.length;
      expectClose(kendallExactP({ n, score, tiesX: [], tiesY: [] }), asFar, 1e-14);
    }
  }
});

test('the exact p of many values keeps its smallest tails', () => {
  // Two of the 20! orders are perfectly monotone.
  const factorial = Array.from({ length: 20 }, (_, i) => i + 1).reduce((a, b) => a * b, 1);
  expectClose(kendallExactP({ n: 20, score: 190, tiesX: [], tiesY: [] }), 2 / factorial, 1e-14);
});

test('with few ties the normal p is near the exact one', () => {
  const far = kendallNormalP({ n: 200, score: 2000, tiesX: [], tiesY: [] });
  expect(Math.abs(far - kendallExactP({ n: 200, score: 2000, tiesX: [], tiesY: [] }))).toBeLessThan(1e-4);
});

test('the variance with ties is that over all orders', () => {
  // With ties in both variables the score of a random order varies by the corrected variance exactly.
  const [x, y] = [[1, 1, 2, 2, 2, 3], [1, 2, 2, 3, 3, 3]];
  const scores = permutations([0, 1, 2, 3, 4, 5]).map((order) => kendallCounts(x, order.map((i) => y[i]!)).score);
  const variance = scores.reduce((sum, score) => sum + score ** 2, 0) / scores.length;
  const counts = kendallCounts(x, y);
  // Two-sided normal tail of 1: 0.317310507862914.
  expectClose(kendallNormalP({ ...counts, score: Math.sqrt(variance) }), 0.31731050786291415, 1e-12);
});

test('two values in a tie-free variable have variance 1', () => {
  expectClose(kendallNormalP({ n: 2, score: 1, tiesX: [], tiesY: [] }), 0.31731050786291415, 1e-12);
  expect(kendallNormalP({ n: 2, score: 0, tiesX: [], tiesY: [] })).toBe(1);
});
