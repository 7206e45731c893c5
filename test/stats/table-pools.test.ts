import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mantelHaenszel, type ChiSquaredTest, type MantelHaenszelPool } from '../../src/stats/mantel-haenszel.js';
import { peto } from '../../src/stats/peto.js';
import { twoGroupEffects, type TwoGroupCounts } from '../../src/stats/two-group-effects.js';
import fixture from '../fixtures/r/table-pools.json' with { type: 'json' };
import { expectClose } from './support/close-to.js';
import { answered } from './support/studies.js';

const ONE: TwoGroupCounts = { ai: [12], n1i: [40], ci: [5], n2i: [30] };
const TWO: TwoGroupCounts = { ai: [4, 10], n1i: [20, 50], ci: [8, 12], n2i: [20, 50] };
const MEASURES = ['OR', 'RR', 'RD'] as const;

/** Two to six tables with all cells above 0. */
const someTables = (): fc.Arbitrary<TwoGroupCounts> => {
  const group = fc
    .integer({ min: 2, max: 60 })
    .chain((n) => fc.tuple(fc.integer({ min: 1, max: n - 1 }), fc.constant(n)));
  return fc.array(fc.tuple(group, group), { minLength: 2, maxLength: 6 }).map((tables) => ({
    ai: tables.map(([[a]]) => a), n1i: tables.map(([[, n]]) => n),
    ci: tables.map(([, [c]]) => c), n2i: tables.map(([, [, n]]) => n),
  }));
};

const groupsSwapped = ({ ai, n1i, ci, n2i }: TwoGroupCounts): TwoGroupCounts => ({
  ai: ci, n1i: n2i, ci: ai, n2i: n1i,
});
const eventsSwapped = ({ ai, n1i, ci, n2i }: TwoGroupCounts): TwoGroupCounts => ({
  ai: ai.map((a, i) => n1i[i]! - a), n1i, ci: ci.map((c, i) => n2i[i]! - c), n2i,
});
const reversed = ({ ai, n1i, ci, n2i }: TwoGroupCounts): TwoGroupCounts => ({
  ai: ai.toReversed(), n1i: n1i.toReversed(), ci: ci.toReversed(), n2i: n2i.toReversed(),
});

describe('against R, several tables', () => {
  const { tables, pools } = fixture;
  test.each(pools)('$name $measure, corrected $correct', (expected) => {
    const { measure } = expected;
    const counts = tables[expected.name as keyof typeof tables];
    const pool = answered(
      measure === 'PETO'
        ? peto(counts)
        : mantelHaenszel(counts, {
            measure: measure as 'OR' | 'RR' | 'RD',
            ...(expected.correct === null ? {} : { continuityCorrection: expected.correct }),
          }),
    );
    for (const name of ['estimate', 'se', 'statistic', 'p', 'low', 'high', 'q', 'qP', 'iSquared', 'hSquared'] as const) {
      expectClose(pool[name], expected[name], 1e-12, 1e-3);
    }
    expect(pool.qDf).toBe(expected.qDf);
    expected.weights.forEach((weight, i) => expectClose(pool.weights[i]!, weight, 1e-13));
    const { cochranMantelHaenszel: mh = null, breslowDayTarone: tarone = null } = pool as Partial<MantelHaenszelPool>;
    expectTest(mh, measure === 'OR' ? [expected.mh!, 1, expected.mhP!] : null);
    // Of the tables of `empty` one has no events.
    const taroneDf = counts.ai.length - (expected.name === 'empty' ? 2 : 1);
    expectTest(tarone, measure === 'OR' ? [expected.tarone!, taroneDf, expected.taroneP!] : null);
  });

  function expectTest(test: ChiSquaredTest | null, expected: readonly [number, number, number] | null): void {
    if (expected === null) return expect(test).toBeNull();
    expectClose(test!.statistic, expected[0], 1e-12);
    expect(test!.df).toBe(expected[1]);
    expectClose(test!.p, expected[2], 1e-11);
  }
});

describe('Mantel-Haenszel', () => {
  test.each(['OR', 'RR'] as const)('%s of one table is that table, with its usual variance', (measure) => {
    const pool = answered(mantelHaenszel(ONE, { measure }));
    const { yi, vi } = twoGroupEffects(ONE, { measure });
    expectClose(pool.estimate, yi[0]!, 1e-14);
    expectClose(pool.se, Math.sqrt(vi[0]!), 1e-14);
    expect(pool).toMatchObject({ kind: 'mantel-haenszel', measure, k: 1, weights: [100], q: 0, qDf: 0, qP: 1, iSquared: 0, hSquared: 1 });
  });

  test('RD of one table is that table', () => {
    expectClose(answered(mantelHaenszel(ONE, { measure: 'RD' })).estimate, 12 / 40 - 5 / 30, 1e-14);
  });

  test('two tables, worked by hand', () => {
    const [a, c] = [4 * 20 / 40 + 10 * 50 / 100, 8 * 20 / 40 + 12 * 50 / 100];
    expectClose(answered(mantelHaenszel(TWO, { measure: 'RR' })).estimate, Math.log(a / c), 1e-14);
    const odds = (4 * 12 / 40 + 10 * 38 / 100) / (16 * 8 / 40 + 40 * 12 / 100);
    expectClose(answered(mantelHaenszel(TWO, { measure: 'OR' })).estimate, Math.log(odds), 1e-14);
    const rd = answered(mantelHaenszel(TWO, { measure: 'RD' }));
    expectClose(rd.estimate, (10 * -0.2 + 25 * -0.04) / 35, 1e-14);
    [100 / 3.5, 250 / 3.5].forEach((weight, i) => expectClose(rd.weights[i]!, weight, 1e-14));
  });

  test('the Cochran-Mantel-Haenszel test of one table is its chi-squared test times (N - 1)/N', () => {
    const [a, b, c, d, n] = [12, 28, 5, 25, 70];
    const chiSquared = (n * (a * d - b * c) ** 2) / (40 * 30 * 17 * 53);
    const plain = answered(mantelHaenszel(ONE, { measure: 'OR', continuityCorrection: false })).cochranMantelHaenszel!;
    expectClose(plain.statistic, (chiSquared * (n - 1)) / n, 1e-13);
    expect(plain.df).toBe(1);
    const corrected = answered(mantelHaenszel(ONE, { measure: 'OR' })).cochranMantelHaenszel!;
    const difference = a - (40 * 17) / 70;
    expectClose(corrected.statistic, plain.statistic * ((difference - 0.5) / difference) ** 2, 1e-13);
  });

  test('tables of one odds ratio are homogeneous', () => {
    // Odds 2 and 1, 4 and 2, 1 and 1/2: always a ratio of 2.
    const counts = { ai: [20, 40, 15], n1i: [30, 50, 30], ci: [15, 20, 10], n2i: [30, 30, 30] };
    const pool = answered(mantelHaenszel(counts, { measure: 'OR' }));
    expectClose(pool.estimate, Math.LN2, 1e-14);
    expect(pool.breslowDayTarone!.statistic).toBeLessThan(1e-20);
    expect(pool.breslowDayTarone).toMatchObject({ df: 2, p: 1 });
    expect(pool.q).toBeLessThan(1e-20);
  });

  test('one table cannot be tested for homogeneity, and ratios and differences have no such tests', () => {
    expect(answered(mantelHaenszel(ONE, { measure: 'OR' })).breslowDayTarone).toBeNull();
    for (const measure of ['RR', 'RD'] as const) {
      const { cochranMantelHaenszel, breslowDayTarone } = answered(mantelHaenszel(TWO, { measure }));
      expect([cochranMantelHaenszel, breslowDayTarone]).toEqual([null, null]);
    }
  });

  test.each(MEASURES)('%s: swapped groups turn it, reversed order keeps it', (measure) => {
    fc.assert(
      fc.property(someTables(), (counts) => {
        const pool = answered(mantelHaenszel(counts, { measure }));
        const swapped = answered(mantelHaenszel(groupsSwapped(counts), { measure }));
        expectClose(swapped.estimate, -pool.estimate, 1e-11, 1e-2);
        expectClose(swapped.se, pool.se, 1e-11);
        const other = answered(mantelHaenszel(reversed(counts), { measure }));
        expectClose(other.estimate, pool.estimate, 1e-11, 1e-2);
        expectClose(other.q, pool.q, 1e-9, 1e-6);
        expectClose(pool.weights.reduce((a, b) => a + b, 0), 100, 1e-13);
        expect(pool.low).toBeLessThan(pool.estimate);
        expect(pool.high).toBeGreaterThan(pool.estimate);
      }),
    );
  });

  test('swapped events turn OR and RD', () => {
    fc.assert(
      fc.property(someTables(), (counts) => {
        for (const measure of ['OR', 'RD'] as const) {
          const pool = answered(mantelHaenszel(counts, { measure }));
          const swapped = answered(mantelHaenszel(eventsSwapped(counts), { measure }));
          expectClose(swapped.estimate, -pool.estimate, 1e-11, 1e-2);
          expectClose(swapped.se, pool.se, 1e-11);
        }
      }),
    );
  });

  test('a table without events changes RD but neither ratio', () => {
    const more = { ai: [4, 10, 0], n1i: [20, 50, 30], ci: [8, 12, 0], n2i: [20, 50, 30] };
    for (const measure of MEASURES) {
      const pool = answered(mantelHaenszel(TWO, { measure }));
      const withEmpty = answered(mantelHaenszel(more, { measure }));
      if (measure === 'RD') expect(Math.abs(withEmpty.estimate)).toBeLessThan(Math.abs(pool.estimate));
      else expectClose(withEmpty.estimate, pool.estimate, 1e-15);
      expect(withEmpty.qDf).toBe(1);
      expect(withEmpty.k).toBe(3);
    }
  });

  test('what cannot be answered', () => {
    const about = { kind: 'no-answer', method: 'Mantel-Haenszel' };
    const none = { ai: [], n1i: [], ci: [], n2i: [] };
    const firstEmpty = { ai: [0, 0], n1i: [9, 9], ci: [2, 0], n2i: [9, 9] };
    const empty = { ai: [0, 0], n1i: [9, 9], ci: [0, 0], n2i: [9, 9] };
    const full = { ai: [9], n1i: [9], ci: [8], n2i: [8] };
    for (const measure of MEASURES) {
      expect(mantelHaenszel(none, { measure })).toEqual({ ...about, reason: 'no-studies', found: 0, needed: 1 });
    }
    for (const measure of ['OR', 'RR'] as const) {
      expect(mantelHaenszel(firstEmpty, { measure })).toEqual({ ...about, reason: 'not-estimable', found: 1, needed: 1 });
      expect(mantelHaenszel(empty, { measure })).toEqual({ ...about, reason: 'not-estimable', found: 0, needed: 1 });
    }
    expect(mantelHaenszel(empty, { measure: 'RD' })).toEqual({ ...about, reason: 'zero-variance', found: 0, needed: 1 });
    expect(mantelHaenszel(full, { measure: 'RR' })).toEqual({ ...about, reason: 'zero-variance', found: 0, needed: 1 });
  });

  test('misuse throws', () => {
    expect(() => mantelHaenszel({ ...ONE, ai: [41] }, { measure: 'OR' })).toThrow('mantelHaenszel: ai[0] must not exceed n1i[0]');
    expect(() => mantelHaenszel(ONE, { measure: 'PR' as 'OR' })).toThrow(/measure must be one of OR, RR, RD/);
    expect(() => mantelHaenszel(ONE, { measure: 'OR', level: 0 })).toThrow(/level must lie between 0 and 1/);
  });
});

describe('Peto', () => {
  test('one table is observed less expected over the hypergeometric variance', () => {
    const pool = answered(peto({ ai: [1], n1i: [10], ci: [3], n2i: [10] }));
    const variance = (10 * 10 * 4 * 16) / (400 * 19);
    expectClose(pool.estimate, -1 / variance, 1e-14);
    expectClose(pool.se, 1 / Math.sqrt(variance), 1e-14);
    expectClose(pool.statistic, -1 / Math.sqrt(variance), 1e-14);
    expectClose(pool.high - pool.low, (2 * 1.959963984540054) / Math.sqrt(variance), 1e-13);
    expect(pool).toMatchObject({ kind: 'peto', k: 1, weights: [100], q: 0, qDf: 0, qP: 1 });
  });

  test('swapped groups or events turn it, the order does not matter', () => {
    fc.assert(
      fc.property(someTables(), (counts) => {
        const pool = answered(peto(counts));
        for (const turned of [groupsSwapped(counts), eventsSwapped(counts)]) {
          const other = answered(peto(turned));
          expectClose(other.estimate, -pool.estimate, 1e-10, 1e-2);
          expectClose(other.se, pool.se, 1e-11);
          expectClose(other.q, pool.q, 1e-9, 1e-6);
        }
        expectClose(answered(peto(reversed(counts))).estimate, pool.estimate, 1e-11, 1e-2);
      }),
    );
  });

  test('Q is what the squares of the tables have beyond that of their sum', () => {
    const pool = answered(peto(TWO));
    const [first, second] = [(20 * 20 * 12 * 28) / (40 * 40 * 39), (50 * 50 * 22 * 78) / (100 * 100 * 99)];
    const q = (4 - 6) ** 2 / first + (10 - 11) ** 2 / second - (-3) ** 2 / (first + second);
    expectClose(pool.q, q, 1e-13);
    expect(pool.qDf).toBe(1);
  });

  test('tables without events, or with nothing else, are not counted', () => {
    const pool = answered(peto({ ai: [1, 0, 9, 2], n1i: [10, 9, 9, 12], ci: [3, 0, 8, 5], n2i: [10, 9, 8, 12] }));
    expect(pool.qDf).toBe(1);
    expect(pool.weights[1]).toBe(0);
    expect(pool.weights[2]).toBe(0);
    expectClose(pool.iSquared, Math.max(0, (100 * (pool.q - 1)) / pool.q), 1e-14, 1e-9);
    expectClose(pool.hSquared, pool.q, 1e-15);
  });

  test('takes the level', () => {
    const counts = { ai: [1], n1i: [10], ci: [3], n2i: [10] };
    const { low, high, se, level } = answered(peto(counts, { level: 0.9 }));
    expect(level).toBe(0.9);
    expectClose(high - low, 2 * 1.6448536269514722 * se, 1e-13);
  });

  test('what cannot be answered, and misuse', () => {
    const about = { kind: 'no-answer', method: 'Peto' };
    expect(peto({ ai: [], n1i: [], ci: [], n2i: [] })).toEqual({ ...about, reason: 'no-studies', found: 0, needed: 1 });
    expect(peto({ ai: [0, 9], n1i: [9, 9], ci: [0, 8], n2i: [9, 8] })).toEqual({
      ...about, reason: 'not-estimable', found: 0, needed: 1,
    });
    expect(() => peto({ ai: [5], n1i: [4], ci: [1], n2i: [4] })).toThrow('peto: ai[0] must not exceed n1i[0], but 5 > 4');
    expect(() => peto(ONE, { level: 2 })).toThrow(/level must lie between 0 and 1/);
  });
});
