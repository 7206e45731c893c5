import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { runGolden } from './run-golden.js';

let folder: string;
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'golden-')); });
afterEach(() => rmSync(folder, { recursive: true }));

function report(data: unknown) {
  writeFileSync(join(folder, 'other.json'), JSON.stringify(data));
  return runGolden(folder)[0]!.report;
}

const MEASURE = { key: 'GEN', measure: 'GEN', add: 0.5, to: 'only0', drop00: false, yi: [1, 2], vi: [0.1, 0.2] };
const DATASET = { id: 'a "b" \u00e9', kind: 'gen', k: 2, yi: [1, 2], vi: [0.1, 0.2] };

test('a file without most of its parts is compared as far as it goes', () => {
  expect(report({}).failures).toEqual([]);
  expect(report({ datasets: [{ ...DATASET }] }).comparedValues).toBe(0);
  const fits = [{ id: 'a/GEN/EE', method: 'EE', k: 2, tau2: 0 }];
  const bare = report({ datasets: [{ ...DATASET, measures: [{ ...MEASURE, fits }] }] });
  expect(bare.failures).toEqual([]);
  expect(bare.comparedValues).toBeGreaterThan(4);
  expect(bare.toString()).toContain('QE: not in the file');
});

test('a data set that cannot be read is a failure that names it, and hides no other', () => {
  const broken = { id: 'broken', kind: 'prop', k: 1, measures: [{ ...MEASURE, key: 'PLO', measure: 'PLO' }] };
  const both = report({ datasets: [broken, { ...DATASET, measures: [MEASURE] }] });
  expect(both.failures.length).toBeGreaterThan(0);
  expect(both.failures.every((failure) => failure.includes('broken'))).toBe(true);
  expect(both.comparedValues).toBeGreaterThan(3);
});

test('a wrong number of the file is a failure', () => {
  const wrong = report({ datasets: [{ ...DATASET, measures: [{ ...MEASURE, yi: [1, 2.001] }] }] });
  expect(wrong.failures).toHaveLength(1);
  expect(wrong.failures[0]).toContain('yi');
});
