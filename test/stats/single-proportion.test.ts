import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { betaCdf } from '../../src/stats/distributions.js';
import {
  agrestiCoull,
  clopperPearson,
  jeffreys,
  unmodifiedJeffreys,
  wilson,
} from '../../src/stats/single-proportion.js';
import { relativeError } from './relative-error.js';
import { numbersBetween } from './support/numbers.js';

const METHODS = { wilson, clopperPearson, jeffreys, unmodifiedJeffreys, agrestiCoull };

/** Counts that need not be whole: events and others, and a level. */
const counts = fc.record({
  events: numbersBetween(0, 500),
  others: numbersBetween(1, 500),
  level: numbersBetween(0.5, 0.999),
});

describe.each(Object.entries(METHODS))('%s', (name, method) => {
  test('mirrors when events and others are exchanged', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 1, max: 200 }), (events, others) => {
      const interval = method(events, events + others);
      const mirrored = method(others, events + others);
      expect(Math.abs(interval.low + mirrored.high - 1)).toBeLessThan(5e-16);
      expect(Math.abs(interval.high + mirrored.low - 1)).toBeLessThan(5e-16);
    }));
  });

  test('holds the proportion seen, except at the ends, and lies within 0 and 1', () => {
    fc.assert(fc.property(counts, ({ events, others, level }) => {
      const total = events + others;
      const { low, high } = method(events, total, level);
      if (name !== 'agrestiCoull') expect(low >= 0 && high <= 1).toBe(true);
      if (events > 0.5 && others > 0.5) expect(low < events / total && events / total < high).toBe(true);
    }));
  });

  test('widens with the level and narrows with the size', () => {
    fc.assert(fc.property(counts, ({ events, others, level }) => {
      const width = ({ low, high }: { low: number; high: number }): number => high - low;
      const total = events + others;
      expect(width(method(events, total, level))).toBeLessThan(width(method(events, total, (1 + level) / 2)));
      const fourfold = method(4 * events + 4, 4 * total + 8, level);
      expect(width(fourfold)).toBeLessThan(width(method(events + 1, total + 2, level)));
    }));
  });

  test.each([
    ['more events than total', 11, 10, 0.95],
    ['negative events', -1, 10, 0.95],
    ['no total', 0, 0, 0.95],
    ['an infinite total', 1, Infinity, 0.95],
    ['NaN events', NaN, 10, 0.95],
    ['a NaN total', 1, NaN, 0.95],
    ['a level of 0', 1, 10, 0],
    ['a level of 1', 1, 10, 1],
    ['a level in percent', 1, 10, 95],
  ])('refuses %s', (_, events, total, level) => {
    expect(() => method(events, total, level)).toThrow(RangeError);
    expect(() => method(events, total, level)).toThrow(name === 'jeffreys' ? 'unmodifiedJeffreys' : name);
  });
});

describe('at the ends', () => {
  test.each([['wilson', wilson], ['clopperPearson', clopperPearson], ['jeffreys', jeffreys]] as const)(
    '%s starts at exactly 0 without events and ends at exactly 1 with all', (_, method) => {
      expect(method(0, 17).low).toBe(0);
      expect(method(0, 17).high).toBeGreaterThan(0);
      expect(method(17, 17).high).toBe(1);
      expect(method(17, 17).low).toBeLessThan(1);
    });

  test('the unmodified Jeffreys interval leaves both ends out', () => {
    expect(unmodifiedJeffreys(0, 17).low).toBeGreaterThan(0);
    expect(unmodifiedJeffreys(17, 17).high).toBeLessThan(1);
    expect(unmodifiedJeffreys(3, 17)).toEqual(jeffreys(3, 17));
  });

  test('the interval of Agresti and Coull reaches beyond them', () => {
    expect(agrestiCoull(0, 10).low).toBeLessThan(0);
    expect(agrestiCoull(10, 10).high).toBeGreaterThan(1);
  });
});

test("Wilson's bounds solve the score equation", () => {
  fc.assert(fc.property(counts, ({ events, others }) => {
    const total = events + others;
    const z = 1.959963984540054;
    for (const p of Object.values(wilson(events, total)) as number[]) {
      const distance = (events / total - p) ** 2 * total;
      expect(Math.abs(distance - z * z * p * (1 - p))).toBeLessThan(1e-12);
    }
  }));
});

test("Wilson's lower bound keeps its digits for a fraction of an event", () => {
  // For few events the lower bound is events^2 / (total (events + z^2/2 + z sqrt(events + z^2/4))).
  const z = 1.959963984540054;
  expect(relativeError(wilson(1e-9, 1e6).low, 1e-18 / (1e6 * z * z))).toBeLessThan(1e-8);
});

test('Clopper and Pearson leave half of the rest on each side, also for counts that are not whole', () => {
  fc.assert(fc.property(counts, ({ events, others, level }) => {
    const { low, high } = clopperPearson(events, events + others, level);
    const rest = (1 - level) / 2;
    if (low > 1e-300) expect(relativeError(betaCdf(low, events, others + 1), rest)).toBeLessThan(1e-12);
    if (high < 0.99) expect(relativeError(betaCdf(high, events + 1, others, 'upper'), rest)).toBeLessThan(1e-12);
  }));
});

/** R 4.2.2: qbeta((1 - level) / 2, x, n - x + 1) and qbeta((1 + level) / 2, x + 1, n - x). */
test.each([
  [15.5, 23, 0.95, 0.448876570077981, 0.852283456197814],
  [0.4, 7.25, 0.95, 9.70040142209661e-6, 0.471525956329284],
  [2.75, 3.5, 0.9, 0.242144724534154, 0.99543298162851],
])('Clopper and Pearson of %d among %d at %d are those of R', (events, total, level, low, high) => {
  const interval = clopperPearson(events, total, level);
  expect(relativeError(interval.low, low)).toBeLessThan(1e-13);
  expect(relativeError(interval.high, high)).toBeLessThan(1e-13);
});

test('Clopper and Pearson without events have their closed form', () => {
  expect(relativeError(clopperPearson(0, 52).high, 1 - 0.025 ** (1 / 52))).toBeLessThan(1e-14);
  expect(relativeError(clopperPearson(0, 3.5, 0.9).high, 1 - 0.05 ** (1 / 3.5))).toBeLessThan(1e-14);
});

test('Clopper and Pearson hold the intervals of Jeffreys within theirs', () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 60 }), (events, others) => {
    fc.pre(events + others > 0);
    const outer = clopperPearson(events, events + others);
    const inner = jeffreys(events, events + others);
    expect(outer.low <= inner.low && inner.high <= outer.high).toBe(true);
  }));
});
