import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import counts from '../../data/counts.json';
import packed from '../../data/packed-counts.json';
import { bundledEvidence } from '../../src/bundled-evidence.js';
import { packRows, unpackCounts, unpackRows, type PackedCounts } from '../../src/evidence/packed-counts.js';

describe('the counts that a page loads', () => {
  const { repigmentation, adverseEvents, candidates } = counts;

  test('unpack to the rows of counts.json, all of them, in their order', () => {
    const unpacked = unpackCounts(packed as unknown as PackedCounts);
    expect(unpacked).toStrictEqual({ repigmentation, adverseEvents, candidates });
  });

  test('are those of the bundled evidence', async () => {
    expect(await bundledEvidence.counts()).toStrictEqual({ repigmentation, adverseEvents, candidates });
  });
});

describe('packed rows', () => {
  test('hold equal values of neighbouring rows once, and skip rows without the field', () => {
    const rows = [{ a: 1, b: ['x'] }, { a: 1, b: ['x'], c: true }, { a: '1', b: [], c: true }, { a: null, b: [] }];
    const columns = {
      a: [[1, '1', null], [2, 1, 1]],
      b: [[['x'], []], [2, 2]],
      c: [[null, true, null], [-1, 2, -1]],
    };
    expect(packRows(rows)).toEqual(columns);
    expect(unpackRows(columns as never)).toStrictEqual(rows);
  });

  test('unpack to what was packed', () => {
    const cell = fc.oneof(fc.constantFrom(0, 1, '', '0', null, true, false), fc.array(fc.constantFrom('x', 1)));
    const row = fc.record({ study: cell, a: cell, b: cell }, { requiredKeys: ['study'] });
    fc.assert(
      fc.property(fc.array(row), (rows) => {
        expect(unpackRows(packRows(rows))).toEqual(rows);
      }),
    );
  });
});
