import { expect, test } from 'vitest';
import { treatmentContrasts } from '../../src/stats/treatment-contrasts.js';

test('each level but the first has a column of its own', () => {
  expect(treatmentContrasts(['b', 'a', 'c', 'b'])).toEqual({
    levels: ['a', 'b', 'c'],
    columns: [[1, 0, 0, 1], [0, 0, 1, 0]],
  });
});

test('levels are sorted by code unit unless given, and may include some that do not occur', () => {
  expect(treatmentContrasts(['b', 'B']).levels).toEqual(['B', 'b']);
  expect(treatmentContrasts(['b'], ['b', 'a'])).toEqual({ levels: ['b', 'a'], columns: [[0]] });
});

test('unknown labels and levels named twice are misuse', () => {
  expect(() => treatmentContrasts(['a', 'd'], ['a', 'b'])).toThrow(/d is not among/);
  expect(() => treatmentContrasts(['a'], ['a', 'a'])).toThrow(RangeError);
});
