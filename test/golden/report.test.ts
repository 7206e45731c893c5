import { describe, expect, test } from 'vitest';
import { GoldenReport } from './report.js';

const TOLERANCE = { relative: 1e-3, floor: 0.1 };

const reportOf = (actual: number | null | undefined, expected: number | null): GoldenReport => {
  const report = new GoldenReport();
  report.compare('tau2', 'case', actual, expected, TOLERANCE);
  return report;
};

describe('the golden report', () => {
  test.each([
    ['equal numbers', 2, 2],
    ['a number within the tolerance, above', 2.0019, 2],
    ['a number within the tolerance, below', 1.9981, 2],
    ['a small number within the floor', 0.00009, 0],
    ['two infinities', Infinity, Infinity],
    ['two undefined values', null, null],
    ['an undefined value', undefined, null],
  ])('accepts %s', (_, actual, expected) => {
    expect(reportOf(actual, expected).failures).toEqual([]);
  });

  test.each([
    ['a number too high', 2.0021, 2],
    ['a number too low', 1.9979, 2],
    ['a small number beyond the floor', 0.00011, 0],
    ['a number where R has none', 2, null],
    ['no number where R has one', null, 2],
    ['no number at all where R has one', undefined, 2],
    ['NaN', NaN, 2],
    ['NaN where R has none', NaN, null],
    ['the wrong infinity', -Infinity, Infinity],
    ['a number where R is infinite', 2, Infinity],
  ])('fails %s', (_, actual, expected) => {
    expect(reportOf(actual, expected).failures).toHaveLength(1);
  });

  test('fails columns of unequal length and facts that do not hold', () => {
    const report = new GoldenReport();
    report.compareAll('weights', 'case', [1], [1, 2], TOLERANCE);
    report.check('refused', 'case', false);
    report.fail('grid', 'no function is known');
    expect(report.failures).toHaveLength(4);
    expect(report.comparedValues).toBe(2);
  });

  test('prints counts, the worst error, where it was, and what was left out', () => {
    const report = new GoldenReport();
    report.compare('tau2', 'first', 2.001, 2, TOLERANCE);
    report.compare('tau2', 'second', 2, 2, TOLERANCE);
    report.compare('tau2', 'third', null, null, TOLERANCE);
    report.leaveOut('numbers that R itself gets wrong', 3);
    const text = report.toString();
    expect(text).toMatch(/tau2 +2 +1 +5\.0e-4 +1e-3 +first/);
    expect(text).toContain('not compared: 3 - numbers that R itself gets wrong');
    expect(text).toContain('2 values compared, 1 undefined in R met, 0 failures');
  });
});
