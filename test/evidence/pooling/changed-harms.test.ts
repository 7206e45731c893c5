import { describe, expect, test } from 'vitest';
import published from '../../../data/published-estimates.json';
import { changedHarms } from '../../../src/evidence/pooling/changed-harms.js';
import { citedHarms } from '../../../src/evidence/pooling/cited-harms.js';
import type { AdverseEventRow, Evidence } from '../../../src/schema/index.js';
import fixture from '../../fixtures/r/workbench.json';
import { material } from './material.js';

/** Rows as the workbench makes them, of which only what pooling reads is given; the counts are made up. */
const event = (row: Partial<AdverseEventRow>) =>
  ({
    study: 'grimes-2004', leeRef: 8, arm: 'tac-0.1', treatment: 'tci', population: 'adults', withinPatient: false,
    under2Years: false, event: 'burning', unit: 'patients', events: 5, total: 19, pool: true, notPooledBecause: null, ...row,
  }) as AdverseEventRow;
const withRows = (...rows: AdverseEventRow[]) => ({ adverseEvents: [...material.adverseEvents, ...rows] });
const changedBy = (...rows: AdverseEventRow[]) => changedHarms(material, withRows(...rows));
const asked = (pools: ReturnType<typeof changedHarms>) =>
  pools.map(({ treatment, ageGroup, event }) => `${treatment} ${ageGroup} ${event}`);

describe('what added adverse events change', () => {
  test('the pools of their treatment, kind and age, and no others', () => {
    expect(asked(changedBy(event({})))).toEqual(['tci any burning', 'tci adult burning']);
    expect(asked(changedBy(event({ population: 'children' })))).toEqual(['tci any burning', 'tci child burning']);
    expect(asked(changedBy(event({ treatment: 'tci-phototherapy' })))).toEqual([
      'tci-phototherapy any burning', 'tci-phototherapy adult burning',
    ]);
  });

  test('a kind that no row had stands alone, and back again', () => {
    const itching = event({ event: 'itching' });
    const [change] = changedBy(itching);
    expect(change).toMatchObject({ event: 'itching', before: null, after: { trials: [{ events: 5, total: 19 }] } });
    expect(change!.after!.result).toMatchObject({ kind: 'single-study' });
    expect(changedHarms(withRows(itching), material)[0]).toMatchObject({ event: 'itching', after: null });
  });

  test('other people of a trial that the pool has are added up', () => {
    const xu = { study: 'xu-2009', population: 'all', events: 1, total: 10 } as const;
    const [change] = changedBy(event({ ...xu, arm: 'another' }));
    const totals = [change!.before, change!.after].map((pool) => pool!.trials.find(({ study }) => study === 'xu-2009')!.total);
    expect(totals).toEqual([30, 40]);
    // The same arm again says nothing new.
    expect(changedBy(event({ ...xu, arm: 'tac-0.1' }))).toEqual([]);
  });

  test.each([
    ['a row that is only shown', { pool: false, notPooledBecause: 'made up' }],
    ['a comparator', { treatment: 'other-comparator', comparator: 'placebo' }],
  ] as const)('nothing, with %s', (_name, row) => {
    expect(changedBy(event(row))).toEqual([]);
  });

  test.each(fixture.harms)('the numbers of $event are those of R', ({ event: kind, k, ...expected }) => {
    const rows = [event({}), event({ study: 'made-up-2020', leeRef: null, population: 'not reported', events: 6, total: 40 })];
    const { after } = changedBy(...rows).find(({ event: of, ageGroup }) => of === kind && ageGroup === 'any')!;
    expect(after!.trials).toHaveLength(k);
    for (const name of ['estimate', 'low', 'high'] as const) {
      // R writes 15 digits; metafor's own iteration stops at 1e-12 of tau-squared.
      expect(Math.abs((after!.result as typeof expected)[name] - expected[name]), name).toBeLessThan(1e-9);
    }
  });
});

describe('the adverse events behind the published rates', () => {
  const evidence = published as unknown as Evidence;
  const cited = citedHarms(evidence, material);
  const of = (leeRef: number, found = cited) => found.get(leeRef)!.map(({ event: kind, status }) => `${kind}: ${status}`);

  test('are of the studies that the review names for them, three kinds each', () => {
    const printed = published.estimates.filter(({ outcome }) => outcome.startsWith('adverse event: '));
    expect([...cited.values()].flat()).toHaveLength(printed.reduce((sum, { studies }) => sum + studies!, 0));
  });

  test('are counted, of lesions alone, or not known', () => {
    // counts.json: sendur-2006 3 of 19 people; lepe-2003 (7) 2 of 20 lesions; grimes-2004 (8) has no row.
    expect(of(8)).toEqual(['burning: no-count', 'itching: no-count', 'redness: no-count']);
    expect(of(7)).toEqual(['burning: left-out', 'itching: no-count', 'redness: no-count']);
    const sendur = material.adverseEvents.find(({ study }) => study === 'sendur-2006')!.leeRef!;
    expect(of(sendur)).toEqual(['burning: counted', 'itching: no-count', 'redness: no-count']);
    expect(of(8, citedHarms(evidence, withRows(event({ event: 'itching' }))))).toContain('itching: counted');
    const vehicle = event({ treatment: 'other-comparator', comparator: 'placebo' });
    expect(of(8, citedHarms(evidence, withRows(vehicle)))).toContain('burning: no-count');
  });
});
