import { expect } from 'vitest';

/** Asserts |actual - expected| <= relative * max(|expected|, floor), two-sided, and names both numbers. */
export function expectClose(actual: number | null, expected: number, relative: number, floor = 1e-300): void {
  const error = actual === expected ? 0 : Math.abs(actual! - expected) / Math.max(Math.abs(expected), floor);
  expect(error, `${actual} should be ${expected}, relative error ${error}`).toBeLessThanOrEqual(relative);
}
