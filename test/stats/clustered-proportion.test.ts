import { expect, test } from 'vitest';
import { clusteredInterval } from '../../src/stats/clustered-proportion.js';
import { clopperPearson } from '../../src/stats/single-proportion.js';
import { relativeError } from './relative-error.js';

test('lesions of a person all alike count as people', () => {
  expect(clusteredInterval(31, 46, 23)).toEqual(clopperPearson(15.5, 23));
  expect(clusteredInterval(31, 46, 23, { level: 0.8 })).toEqual(clopperPearson(15.5, 23, 0.8));
});

test('12 of 46 lesions of 23 people have the exact interval of 6 of 23, here at 99 %', () => {
  // R 4.2.2: qbeta(0.005, 6, 18) and qbeta(0.995, 7, 17).
  const { low, high } = clusteredInterval(12, 46, 23, { level: 0.99 });
  expect(relativeError(low, 0.0725267674126284)).toBeLessThan(1e-13);
  expect(relativeError(high, 0.548338581404972)).toBeLessThan(1e-13);
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
