import { expect, test } from 'vitest';
import { twoSidedP } from '../../src/stats/inference.js';
import { funnelContours } from '../../src/stats/funnel-contours.js';
import { expectClose } from './support/close-to.js';

test('an effect on a contour has the two-sided p of its level', () => {
  const contours = funnelContours(0.4);
  expect(contours.map(({ level }) => level)).toEqual([0.9, 0.95, 0.99]);
  for (const { level, apex, low, high } of contours) {
    expect(apex).toBe(0);
    expectClose(twoSidedP(high / 0.4, null), 1 - level, 1e-12);
    expect(low).toBe(-high);
  }
});

test('pseudo-confidence limits lie around the pooled effect', () => {
  const [limits] = funnelContours(0.5, { levels: [0.95], reference: 2 });
  expectClose(limits!.low, 2 - 0.9799819922700271, 1e-14);
  expectClose(limits!.high, 2 + 0.9799819922700271, 1e-14);
  expect(limits).toMatchObject({ apex: 2, level: 0.95 });
});

test('without a standard error there is a point', () => {
  expect(funnelContours(0, { levels: [0.95], reference: 1 })).toEqual([{ level: 0.95, apex: 1, low: 1, high: 1 }]);
});

test.each([
  [-1, {}],
  [Infinity, {}],
  [NaN, {}],
  [1, { levels: [95] }],
  [1, { reference: NaN }],
])('largestSe %d with %o is misuse', (se, options) => expect(() => funnelContours(se, options)).toThrow(RangeError));
