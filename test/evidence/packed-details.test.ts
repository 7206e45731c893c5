import { describe, expect, test } from 'vitest';
import details from '../../data/details.json';
import type { EvidenceDetails } from '../../src/evidence/details.js';
import { packDetails, packRows, unpackDetails, unpackRows } from '../../src/evidence/packed-details.js';

const bundled = details as unknown as EvidenceDetails;

describe('the details with the studies by columns', () => {
  test('come out as they went in', () => {
    const packed = JSON.parse(JSON.stringify(packDetails(bundled)));
    expect(unpackDetails(packed)).toStrictEqual(bundled);
    expect(bundled.studies.length).toBeGreaterThan(40);
  });

  test('have each field of a study once', () => {
    const { studies } = packDetails(bundled);
    for (const field of ['leeRef', 'durationMonths', 'citation', 'pmid']) {
      expect(JSON.stringify(studies).split(`"${field}"`)).toHaveLength(2);
    }
  });
});

describe('rows by columns', () => {
  const rows = [
    { a: 1, cited: { doi: 'x' }, arms: [{ n: 1 }, { n: 2, agent: null }] },
    { cited: {}, arms: [] },
    { a: null, b: ['x'], cited: { doi: 'y', pmid: '1' }, arms: [{ n: 3 }] },
  ];
  const columns = {
    a: [1, '', null],
    cited: { records: { doi: ['x', '', 'y'], pmid: ['', '', '1'] }, each: null },
    arms: { records: { n: [1, 2, 3], agent: ['', null, ''] }, each: [2, 0, 1] },
    b: ['', '', ['x']],
  };

  test('hold records within records by columns, too', () => {
    expect(packRows(rows)).toEqual(columns);
    expect(unpackRows(columns)).toStrictEqual(rows);
  });

  test('may be unpacked twice', () => {
    unpackRows(columns);
    expect(unpackRows(columns)).toStrictEqual(rows);
  });

  test('are none where there are none', () => {
    expect(unpackRows(packRows([]))).toEqual([]);
  });

  test.each([
    ['an empty text', [{ a: '' }, { a: 'b' }]],
    ['a record without fields in all rows', [{ a: {} }, { a: {} }]],
  ])('refuse %s, which they would lose', (_what, lost) => {
    expect(() => packRows(lost)).toThrow();
  });
});
