import { describe, expect, it } from 'vitest';
import evidence from '../../data/evidence.json';
import { compareEvidence } from '../../src/evidence/index.js';
import type { Evidence } from '../../src/schema/index.js';

const now = evidence as unknown as Evidence;
/** An estimate with a printed number of participants. */
const counted = now.estimates.findIndex(({ participants }) => participants !== null);
type Loose = Record<string, Record<string, unknown>[]> & Record<string, unknown>;

/** A copy, changed. */
function later(change: (copy: Loose) => void): Evidence {
  const copy = structuredClone(now) as unknown as Loose;
  change(copy);
  return copy as unknown as Evidence;
}

describe('compareEvidence', () => {
  it('finds nothing between a version and itself, another release date, or another order of records', () => {
    expect(compareEvidence(now, now)).toEqual([]);
    expect(compareEvidence(now, later((copy) => Object.assign(copy, { version: '2027.1', hash: 'f'.repeat(64) })))).toEqual([]);
    expect(compareEvidence(now, later((copy) => copy['estimates']!.reverse()))).toEqual([]);
    expect(compareEvidence(now, later((copy) => (copy['errata']![0]!['where'] = ['elsewhere'])))).toEqual([]);
  });

  it('names the record, the field and both numbers', () => {
    const { id, participants } = now.estimates[counted]!;
    const after = later((copy) => (copy['estimates']![counted]!['participants'] = participants! + 3));
    expect(compareEvidence(now, after)).toEqual([
      {
        part: 'estimates',
        record: id,
        change: 'changed',
        numbers: [{ field: 'participants', before: participants, after: participants! + 3 }],
      },
    ]);
  });

  it('tells a row of counts by its study, arm, threshold and site, wherever it stands', () => {
    const row = now.repigmentation[7]!;
    const after = later((copy) => {
      copy['repigmentation']![7]!['events'] = row.events - 1;
      copy['repigmentation']!.unshift(copy['repigmentation']!.pop()!);
    });
    const [change, ...others] = compareEvidence(now, after);
    expect(others).toEqual([]);
    expect(change).toMatchObject({ part: 'repigmentation', numbers: [{ field: 'events', before: row.events, after: row.events - 1 }] });
    for (const part of [row.study, row.arm, row.threshold, row.site]) expect(change!.record).toContain(part);
  });

  it('gives the numbers of a record that came or went', () => {
    const shorter = later((copy) => copy['studies']!.splice(4, 1));
    const { id, leeRef } = now.studies[4]!;
    const gone = compareEvidence(now, shorter);
    expect(gone).toMatchObject([{ part: 'studies', record: id, change: 'removed' }]);
    expect(gone[0]!.numbers).toContainEqual({ field: 'leeRef', before: leeRef, after: null });
    const came = compareEvidence(shorter, now);
    expect(came).toMatchObject([{ part: 'studies', record: id, change: 'added' }]);
    expect(came[0]!.numbers).toContainEqual({ field: 'leeRef', before: null, after: leeRef });
  });

  it('looks into parts that are one record', () => {
    const after = later((copy) => Object.assign(copy['maintenance']!, { weeks: 25 }));
    expect(compareEvidence(now, after)).toEqual([
      {
        part: 'maintenance',
        record: 'maintenance',
        change: 'changed',
        numbers: [{ field: 'weeks', before: 24, after: 25 }],
      },
    ]);
  });

  it('tells a number that is gone from one that is nought', () => {
    const { id, participants } = now.estimates[counted]!;
    const after = later((copy) => (copy['estimates']![counted]!['participants'] = null));
    const gone = [{ before: participants, after: null }];
    expect(compareEvidence(now, after)).toMatchObject([{ record: id, numbers: gone }]);
  });
});
