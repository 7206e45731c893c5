import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { twoGroupEffects, type TwoGroupCounts } from '../../src/stats/two-group-effects.js';
import { expectClose } from './support/close-to.js';
import { someCounts } from './support/studies.js';

const TABLE: TwoGroupCounts = { ai: [10], n1i: [20], ci: [5], n2i: [25] };

describe('effects of two groups', () => {
  test('are the log risk ratio, the log odds ratio and the risk difference with their variances', () => {
    const rr = twoGroupEffects(TABLE, { measure: 'RR' });
    expectClose(rr.yi[0]!, Math.log(2.5), 1e-15);
    expectClose(rr.vi[0]!, 1 / 10 - 1 / 20 + 1 / 5 - 1 / 25, 1e-14);
    const or = twoGroupEffects(TABLE, { measure: 'OR' });
    expectClose(or.yi[0]!, Math.log(4), 1e-15);
    expectClose(or.vi[0]!, 1 / 10 + 1 / 10 + 1 / 5 + 1 / 20, 1e-15);
    const rd = twoGroupEffects(TABLE, { measure: 'RD' });
    expectClose(rd.yi[0]!, 0.3, 1e-15);
    expectClose(rd.vi[0]!, 0.25 / 20 + 0.16 / 25, 1e-15);
    expect(rd).toMatchObject({ kind: 'effect-sizes', measure: 'RD', studies: [0], dropped: [] });
  });

  test.each([
    ['first group without events', { ai: [0], n1i: [9], ci: [2], n2i: [8] }],
    ['second group without events', { ai: [2], n1i: [9], ci: [0], n2i: [8] }],
    ['first group with events only', { ai: [9], n1i: [9], ci: [2], n2i: [8] }],
    ['second group with events only', { ai: [2], n1i: [9], ci: [8], n2i: [8] }],
  ] as const)('%s: half an event is added to all four cells', (_, { ai, n1i, ci, n2i }) => {
    const corrected = { ai: [ai[0] + 0.5], n1i: [n1i[0] + 1], ci: [ci[0] + 0.5], n2i: [n2i[0] + 1] };
    for (const measure of ['RR', 'OR', 'RD'] as const) {
      const plain = twoGroupEffects(corrected, { measure, continuity: { add: 0, to: 'none' } });
      expect(twoGroupEffects({ ai, n1i, ci, n2i }, { measure }).yi).toEqual(plain.yi);
      expect(twoGroupEffects({ ai, n1i, ci, n2i }, { measure }).vi).toEqual(plain.vi);
    }
  });

  const MIXED: TwoGroupCounts = { ai: [0, 9, 3, 0], n1i: [9, 9, 9, 9], ci: [0, 8, 2, 1], n2i: [8, 8, 8, 8] };

  test('double-zero and double-full tables are kept with a correction unless asked to drop them', () => {
    expect(twoGroupEffects(MIXED, { measure: 'OR' }).studies).toEqual([0, 1, 2, 3]);
    const dropped = twoGroupEffects(MIXED, { measure: 'OR', dropDoubleZero: true });
    expect(dropped.studies).toEqual([2, 3]);
    expect(dropped.dropped).toEqual([{ study: 0, reason: 'double-zero' }, { study: 1, reason: 'double-zero' }]);
  });

  test('one empty or full arm alone does not drop a table', () => {
    const counts = { ai: [0, 3, 9, 5], n1i: [9, 9, 9, 9], ci: [2, 0, 5, 8], n2i: [8, 8, 8, 8] };
    expect(twoGroupEffects(counts, { measure: 'OR', dropDoubleZero: true }).studies).toEqual([0, 1, 2, 3]);
  });

  test('a dropped table does not make if0all correct the others', () => {
    const counts = { ai: [0, 3], n1i: [9, 9], ci: [0, 2], n2i: [8, 8] };
    const continuity = { add: 0.5, to: 'if0all' } as const;
    const { yi } = twoGroupEffects(counts, { measure: 'RD', continuity, dropDoubleZero: true });
    expect(yi).toEqual([3 / 9 - 2 / 8]);
    expect(twoGroupEffects(counts, { measure: 'RD', continuity }).yi[1]).toBeCloseTo(3.5 / 10 - 2.5 / 9, 15);
  });

  test('without a correction, infinite ratios are dropped and listed', () => {
    const { dropped, studies } = twoGroupEffects(MIXED, { measure: 'OR', continuity: { add: 0.5, to: 'none' } });
    expect(studies).toEqual([2]);
    expect(dropped.map(({ reason }) => reason)).toEqual(['infinite-effect', 'infinite-effect', 'infinite-effect']);
  });

  test('swapping the groups turns the sign, swapping events and non-events turns that of OR and RD', () => {
    fc.assert(
      fc.property(someCounts(), someCounts(), (first, second) => {
        const k = Math.min(first.events.length, second.events.length);
        const counts = {
          ai: first.events.slice(0, k), n1i: first.totals.slice(0, k),
          ci: second.events.slice(0, k), n2i: second.totals.slice(0, k),
        };
        const swapped = { ai: counts.ci, n1i: counts.n2i, ci: counts.ai, n2i: counts.n1i };
        const complement = {
          ...counts,
          ai: counts.ai.map((a, i) => counts.n1i[i]! - a),
          ci: counts.ci.map((c, i) => counts.n2i[i]! - c),
        };
        for (const measure of ['RR', 'OR', 'RD'] as const) {
          const { yi, vi } = twoGroupEffects(counts, { measure });
          const other = twoGroupEffects(swapped, { measure });
          yi.forEach((y, i) => expectClose(other.yi[i]!, -y, 1e-12, 1e-2));
          vi.forEach((v, i) => expectClose(other.vi[i]!, v, 1e-12));
          if (measure === 'RR') continue;
          twoGroupEffects(complement, { measure }).yi.forEach((y, i) => expectClose(y, -yi[i]!, 1e-12, 1e-2));
        }
      }),
    );
  });

  test.each([
    ['ai[0] must not exceed n1i[0], but 21 > 20', { ...TABLE, ai: [21] }],
    ['ci[0] must not exceed n2i[0], but 26 > 25', { ...TABLE, ci: [26] }],
    ['ci[0] must be a finite number of at least 0', { ...TABLE, ci: [-1] }],
    ['ai and n1i must have one entry a study, but have 1 and 2', { ...TABLE, n1i: [20, 20] }],
    ['ai and ci must have one entry a study, but have 1 and 2', { ...TABLE, ci: [5, 5], n2i: [25, 25] }],
  ])('misuse throws: %s', (message, counts) => {
    const call = () => twoGroupEffects(counts, { measure: 'OR' });
    expect(call).toThrow(RangeError);
    expect(call).toThrow(`twoGroupEffects: ${message}`);
  });

  test('an unknown measure or a negative correction throws', () => {
    expect(() => twoGroupEffects(TABLE, { measure: 'PR' as 'OR' })).toThrow(/measure must be one of RR, OR, RD/);
    expect(() => twoGroupEffects(TABLE, { measure: 'OR', continuity: { add: -1, to: 'all' } })).toThrow(RangeError);
  });
});
