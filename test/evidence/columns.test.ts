import { describe, expect, test } from 'vitest';
import { fromColumns, toColumns } from '../../src/evidence/columns.js';

describe('rows by columns', () => {
  const rows = [
    { a: 1, cited: { doi: 'x' }, arms: [{ n: 1 }, { n: 2, agent: null }], spread: null, refs: [] },
    { cited: {}, arms: [], spread: { low: 0, high: 1 }, refs: [7] },
    { a: null, b: ['x'], cited: { doi: 'y', pmid: '1' }, arms: [{ n: 3 }], spread: { low: 2, high: 3 }, refs: [8, 9] },
  ];
  const columns = {
    a: [1, '', null],
    arms: { records: { agent: ['', null, ''], n: [1, 2, 3] }, each: [2, 0, 1] },
    b: ['', '', ['x']],
    cited: { records: { doi: ['x', '', 'y'], pmid: ['', '', '1'] } },
    refs: [[], [7], [8, 9]],
    spread: { records: { high: [1, 3], low: [0, 2] }, some: [0, 1, 1] },
  };

  test('hold records within records by columns, too', () => {
    expect(toColumns(rows)).toEqual(columns);
    expect(fromColumns(columns)).toStrictEqual(rows);
  });

  test('may be read twice', () => {
    fromColumns(columns);
    expect(fromColumns(columns)).toStrictEqual(rows);
  });

  test('are none where there are none', () => {
    expect(fromColumns(toColumns([]))).toEqual([]);
  });

  test.each([
    ['lists of records that are all empty', [{ a: [] }, { a: [] }]],
    ['records that are all absent', [{ a: null }, { a: null }]],
    ['records and texts', [{ a: { b: 1 } }, { a: 'b' }]],
    ['records that are absent or null', [{ a: { b: 1 } }, { a: null }, {}]],
    ['lists of lists', [{ a: [[1], []] }, { a: [] }]],
  ])('bear %s', (_what, kept) => {
    expect(fromColumns(toColumns(kept))).toStrictEqual(kept);
  });

  test.each([
    ['an empty text', [{ a: '' }, { a: 'b' }]],
    ['a record without fields in all rows', [{ a: {} }, { a: {} }]],
    ['rows without fields', [{}, {}]],
  ])('refuse %s, which they would lose', (_what, lost) => {
    expect(() => toColumns(lost)).toThrow();
  });
});
