import { describe, expect, test } from 'vitest';
import { continuedFraction } from '../../../src/stats/distributions/continued-fraction.js';

describe('continuedFraction', () => {
  test('of ones is the golden ratio less 1', () => {
    expect(continuedFraction(1, () => 1, () => 1)).toBeCloseTo((Math.sqrt(5) - 1) / 2, 15);
  });

  test('takes its terms in order: 1 / (1 + 1 / (2 + 2 / (3 + 3 / (4 + ...)))) is e - 2', () => {
    expect(continuedFraction(1, (n) => n, (n) => n + 1)).toBeCloseTo(Math.E - 2, 15);
  });

  test('ends also where the fraction goes round for ever', () => {
    expect(continuedFraction(1.5, () => -1, () => 1.5)).not.toBeNaN();
  });
});
