import { describe, expect, test } from 'vitest';
import { of100, toPercent } from '../../src/view-model/of-100.js';

describe('a proportion as a number of 100', () => {
  test.each([
    [0.575, 58],
    [0.145, 15],
    [0.285, 29],
    [0.055, 6],
    [0.005, 1],
    [0.0049, 0],
    [0.995, 100],
    [0.9949, 99],
    [0, 0],
    [1, 100],
  ])('%f is %i of 100: half up, by the digits as printed', (proportion, expected) => {
    expect(of100(proportion)).toBe(expected);
  });

  test('every percentage with one or two decimals is rounded by its digits, not by its binary neighbour', () => {
    const wrong: number[] = [];
    for (let hundredths = 0; hundredths <= 10_000; hundredths++) {
      const proportion = Number(`${hundredths}e-4`);
      const expected = Math.floor((hundredths + 50) / 100);
      if (of100(proportion) !== expected) wrong.push(proportion);
    }
    expect(wrong).toEqual([]);
  });

  test('the percentage has the digits of the proportion', () => {
    expect([0.575, 0.07, 0.28, 0.0171].map(toPercent)).toEqual([57.5, 7, 28, 1.71]);
  });
});
