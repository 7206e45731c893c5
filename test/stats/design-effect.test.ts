import { describe, expect, test } from 'vitest';
import { designEffect, inflateVariances } from '../../src/stats/design-effect.js';

describe('lesions of fewer people', () => {
  test('count as many times as people have lesions when one person\'s lesions are alike', () => {
    expect(designEffect(46, 23)).toBe(2);
    expect(designEffect(46, 23, 0.5)).toBe(1.5);
    expect(designEffect(46, 23, 0)).toBe(1);
    expect(designEffect(23, 23)).toBe(1);
  });

  test.each([
    [10, 11, 1, 'lesions must be at least people'],
    [10, 0, 1, 'lesions must be at least people, above 0'],
    [Infinity, 2, 1, 'lesions must be at least people'],
    [NaN, 2, 1, 'lesions must be at least people'],
    [10, 5, -0.1, 'intraclassCorrelation must lie between 0 and 1'],
    [10, 5, 1.1, 'intraclassCorrelation must lie between 0 and 1'],
  ])('%s of %s with %s is misuse', (lesions, people, correlation, message) => {
    expect(() => designEffect(lesions, people, correlation)).toThrow(RangeError);
    expect(() => designEffect(lesions, people, correlation)).toThrow(message);
  });

  test('multiply each variance by its factor', () => {
    expect(inflateVariances([0.1, 0.2], [1, 2])).toEqual([0.1, 0.4]);
    expect(() => inflateVariances([0.1], [1, 2])).toThrow('inflateVariances: vi and factors must have one entry a study');
    expect(() => inflateVariances([0.1], [-1])).toThrow('factors[0] must be a finite number of at least 0');
  });
});
