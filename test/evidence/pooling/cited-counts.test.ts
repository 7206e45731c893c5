import { describe, expect, test } from 'vitest';
import published from '../../../data/published-estimates.json';
import { citedCounts } from '../../../src/evidence/pooling/cited-counts.js';
import { material, ownRows } from './material.js';

const cited = citedCounts(material);
const of = (leeRef: number, found = cited) =>
  found.get(leeRef)!.map(({ ageGroup, site, threshold, status }) => `${ageGroup} ${site} ${threshold}: ${status}`).sort();

describe('the counts behind the published pools', () => {
  test('are as many as the review says that it pooled', () => {
    const printed = published.estimates.filter(
      ({ treatment, outcome }) => treatment.startsWith('tci') && outcome === 'repigmentation',
    );
    const expected = printed.reduce((sum, { studies }) => sum + (studies ?? 0), 0);
    expect([...cited.values()].flat()).toHaveLength(expected);
    expect(cited.size).toBe(46);
  });

  // studies.json, citedIn, with the review's lists as corrected; counts.json, leeRef.
  test.each<[string, number, string[]]>([
    ['no count at all', 23, ['any any 25: no-count', 'any any 50: no-count']],
    ['a count of the face, and of any repigmentation', 8, [
      'any any 25: other-threshold', 'any any 50: other-threshold', 'any face-neck 25: other-threshold',
      'any face-neck 50: other-threshold', 'any face-neck 75: counted', 'any trunk-extremities 25: other-threshold',
      'any trunk-extremities 50: other-threshold', 'any trunk-extremities 75: left-out',
    ]],
  ])('%s', (_name, leeRef, expected) => {
    expect(of(leeRef)).toEqual(expected);
  });

  test('an added count is known', () => {
    const own = ownRows({ study: 'soriano-2002', leeRef: 23, treatment: 'tci', threshold: 50, events: 1, total: 19 });
    expect(of(23, citedCounts({ ...material, own }))).toEqual(['any any 25: other-threshold', 'any any 50: counted']);
  });
});
