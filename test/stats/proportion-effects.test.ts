import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { freemanTukey, proportionEffects } from '../../src/stats/proportion-effects.js';
import { expectClose } from './support/close-to.js';
import { someCounts } from './support/studies.js';

const NO_CORRECTION = { add: 0.5, to: 'none' } as const;

describe('effects of single proportions', () => {
  test('are p, logit, arcsine and double arcsine with their variances', () => {
    const of = (measure: 'PR' | 'PLO' | 'PAS' | 'PFT') => proportionEffects([4], [16], { measure });
    expect([of('PR').yi, of('PR').vi]).toEqual([[0.25], [(0.25 * 0.75) / 16]]);
    expectClose(of('PLO').yi[0]!, -Math.log(3), 1e-15);
    expectClose(of('PLO').vi[0]!, 1 / 4 + 1 / 12, 1e-15);
    expectClose(of('PAS').yi[0]!, Math.PI / 6, 1e-15);
    expect(of('PAS').vi).toEqual([1 / 64]);
    expectClose(of('PFT').yi[0]!, (Math.asin(Math.sqrt(4 / 17)) + Math.asin(Math.sqrt(5 / 17))) / 2, 1e-15);
    expect(of('PFT').vi).toEqual([1 / 66]);
  });

  test('name their measure and the studies they come from', () => {
    const effects = proportionEffects([0, 4], [9, 16], { measure: 'PLO', continuity: NO_CORRECTION });
    expect(effects).toMatchObject({ kind: 'effect-sizes', measure: 'PLO', studies: [1] });
    expect(effects.dropped).toEqual([{ study: 0, reason: 'infinite-effect' }]);
    expect(effects.yi).toHaveLength(1);
  });

  const counts = { events: [0, 3, 10], totals: [10, 12, 10] };
  test.each([
    { to: 'only0', corrected: [true, false, true] },
    { to: 'if0all', corrected: [true, true, true] },
    { to: 'all', corrected: [true, true, true] },
  ] as const)('with correction $to add to events and non-events of $corrected', ({ to, corrected }) => {
    const { yi, vi } = proportionEffects(counts.events, counts.totals, { measure: 'PR', continuity: { add: 0.3, to } });
    corrected.forEach((isCorrected, i) => {
      const x = counts.events[i]! + (isCorrected ? 0.3 : 0);
      const n = counts.totals[i]! + (isCorrected ? 0.6 : 0);
      expectClose(yi[i]!, x / n, 1e-15);
      expectClose(vi[i]!, ((x / n) * (1 - x / n)) / n, 1e-14);
    });
  });

  test('if0all corrects nothing while no cell is zero', () => {
    const { yi } = proportionEffects([3, 4], [12, 16], { measure: 'PR', continuity: { add: 0.5, to: 'if0all' } });
    expect(yi).toEqual([0.25, 0.25]);
  });

  test('the default is half an event where a cell is zero', () => {
    expect(proportionEffects([0], [9], { measure: 'PR' }).yi).toEqual([0.05]);
    expect(proportionEffects([9], [9], { measure: 'PR' }).yi).toEqual([0.95]);
  });

  test('arcsine measures take no correction', () => {
    for (const measure of ['PAS', 'PFT'] as const) {
      const corrected = proportionEffects([0, 9], [9, 9], { measure, continuity: { add: 0.5, to: 'all' } });
      expect(corrected).toEqual(proportionEffects([0, 9], [9, 9], { measure, continuity: NO_CORRECTION }));
    }
  });

  test('a raw proportion without variance is dropped under none', () => {
    const { dropped, yi } = proportionEffects([0, 4], [9, 16], { measure: 'PR', continuity: NO_CORRECTION });
    expect(dropped).toEqual([{ study: 0, reason: 'zero-variance' }]);
    expect(yi).toEqual([0.25]);
  });

  test('swapping events and non-events mirrors the logit and keeps its variance', () => {
    fc.assert(
      fc.property(someCounts(), ({ events, totals }) => {
        const one = proportionEffects(events, totals, { measure: 'PLO' });
        const other = proportionEffects(events.map((x, i) => totals[i]! - x), totals, { measure: 'PLO' });
        one.yi.forEach((y, i) => expectClose(other.yi[i]!, -y, 1e-13, 1e-2));
        one.vi.forEach((v, i) => expectClose(other.vi[i]!, v, 1e-14));
      }),
    );
  });

  test('without studies there are no effects', () => {
    expect(proportionEffects([], [], { measure: 'PLO' })).toMatchObject({ yi: [], vi: [], studies: [], dropped: [] });
  });

  test.each([
    ['events[1] must not exceed totals[1], but 5 > 4', [1, 5], [4, 4]],
    ['events[0] must be a finite number of at least 0, but is -1', [-1], [4]],
    ['events[0] must be a finite number of at least 0, but is NaN', [NaN], [4]],
    ['events[0] must be a finite number of at least 0, but is Infinity', [Infinity], [4]],
    ['totals[0] must be a finite number above 0, but is 0', [0], [0]],
    ['totals[0] must be a finite number above 0, but is Infinity', [0], [Infinity]],
    ['events and totals must have one entry a study, but have 1 and 2', [0], [1, 2]],
  ])('misuse throws: %s', (message, events, totals) => {
    const call = () => proportionEffects(events, totals, { measure: 'PLO' });
    expect(call).toThrow(RangeError);
    expect(call).toThrow(`proportionEffects: ${message}`);
  });

  test('misuse of the options throws', () => {
    expect(() => proportionEffects([1], [2], { measure: 'OR' as 'PR' })).toThrow(/measure must be one of PR, PLO, PAS, PFT/);
    const continuity = { add: -0.5, to: 'all' } as const;
    expect(() => proportionEffects([1], [2], { measure: 'PR', continuity })).toThrow(/continuity.add .* -0.5/);
    expect(() => proportionEffects([1], [2], { measure: 'PR', continuity: { add: Infinity, to: 'all' } })).toThrow(RangeError);
  });
});

test('the double arcsine rises with events from near 0 to near pi/2', () => {
  const values = Array.from({ length: 21 }, (_, x) => freemanTukey(x, 20));
  values.slice(1).forEach((value, i) => expect(value).toBeGreaterThan(values[i]!));
  expectClose(freemanTukey(0, 3), Math.PI / 12, 1e-15);
  expectClose(freemanTukey(3, 3), Math.PI / 2 - Math.PI / 12, 1e-15);
});
