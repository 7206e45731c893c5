import { expect, test } from 'vitest';
import { clusteredInterval } from '../../src/stats/clustered-proportion.js';
import { clopperPearson } from '../../src/stats/single-proportion.js';

test('lesions of a person all alike count as people', () => {
  expect(clusteredInterval(31, 46, 23)).toEqual(clopperPearson(15.5, 23));
  expect(clusteredInterval(31, 46, 23, { level: 0.8 })).toEqual(clopperPearson(15.5, 23, 0.8));
});

test('unrelated lesions count one by one, and in between the interval widens', () => {
  expect(clusteredInterval(31, 46, 23, { intraclassCorrelation: 0 })).toEqual(clopperPearson(31, 46));
  const widths = [0, 0.5, 1].map((intraclassCorrelation) => {
    const { low, high } = clusteredInterval(31, 46, 23, { intraclassCorrelation });
    return high - low;
  });
  expect(widths[1]).toBeGreaterThan(widths[0]!);
  expect(widths[2]).toBeGreaterThan(widths[1]!);
});

test('no events keep the lower limit at 0, more events than lesions are misuse', () => {
  expect(clusteredInterval(0, 20, 10).low).toBe(0);
  expect(() => clusteredInterval(21, 20, 10)).toThrow(RangeError);
  expect(() => clusteredInterval(2, 10, 20)).toThrow(RangeError);
});
