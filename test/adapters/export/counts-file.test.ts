import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { buildOutputs } from '../../../data/outputs.js';
import { countsFile } from '../../../src/adapters/export/counts-file.js';
import type { AdverseEventRow, CountsFile } from '../../../src/schema/index.js';
import { readData } from '../../data/read-files.js';
import { ownRows } from '../../evidence/pooling/material.js';

const onDisk = readFileSync(new URL('../../../data/counts.json', import.meta.url), 'utf8');
const file = JSON.parse(onDisk) as CountsFile;

/** A made-up trial that no list has. */
const STUDY = {
  id: 'made-up-2020',
  citation: { authors: 'Example A', year: 2020, title: 'A made-up trial', doi: '10.1000/made-up' },
  afterReview: true,
  note: null,
};
const [ROW] = ownRows({
  study: 'made-up-2020', treatment: 'tci', threshold: 'any', events: 22, total: 40, year: 2020, basis: 'made up',
  sourceLevel: 'full-text', place: 'Table 2',
});

/** The data folder with another counts.json. */
const build = (counts: string) => buildOutputs((name) => (name === 'counts.json' ? counts : readData(name)));

test('without additions it is the file of the data folder, byte for byte', () => {
  expect(countsFile(file, { rows: [] })).toBe(onDisk);
});

test('an added row stands last and has the fields of the others in their order', () => {
  const [first] = file.repigmentation;
  const { place: _, ...row } = ROW!;
  const extended = JSON.parse(countsFile(file, { rows: [row] })) as CountsFile;
  expect(extended.repigmentation.slice(0, -1)).toEqual(file.repigmentation);
  expect(Object.keys(extended.repigmentation.at(-1)!)).toEqual(Object.keys(first!));
  expect(extended.repigmentation.at(-1)).toEqual(row);
});

test('an added adverse event stands last and has the fields of the others in their order', () => {
  const [first] = file.adverseEvents;
  const shuffled = Object.fromEntries(Object.entries({ ...first!, printedTerm: 'made up' }).reverse()) as AdverseEventRow;
  const extended = JSON.parse(countsFile(file, { rows: [], adverseEvents: [shuffled] })) as CountsFile;
  expect(extended.adverseEvents.slice(0, -1)).toEqual(file.adverseEvents);
  expect(Object.entries(extended.adverseEvents.at(-1)!)).toEqual(Object.entries({ ...first!, printedTerm: 'made up' }));
  expect(extended.repigmentation).toEqual(file.repigmentation);
});

test('the data build takes it, with the citation of a new study', () => {
  const built = build(countsFile(file, { rows: [ROW!], otherStudies: [STUDY] }));
  expect(built).toMatchObject({ ok: true });
});

test('the data build refuses the row without its citation', () => {
  const built = build(countsFile(file, { rows: [ROW!] }));
  expect(built.ok ? [] : built.problems).toContainEqual(expect.stringContaining('[unknown-study] (made-up-2020)'));
});
