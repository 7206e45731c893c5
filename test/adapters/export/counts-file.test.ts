import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { countsFile } from '../../../src/adapters/export/counts-file.js';
import { countsFile as countsSchema } from '../../../src/schema/counts.js';
import { AUDIT, ownRows, studyCounts } from '../../evidence/pooling/material.js';

const onDisk = readFileSync(new URL('../../../data/counts.json', import.meta.url), 'utf8');

test('without additions it is the file of the data folder, byte for byte', () => {
  expect(countsFile(studyCounts, [])).toBe(onDisk);
});

test('an added row stands last, has the fields of the others in their order, and passes the schema', () => {
  const file = JSON.parse(countsFile(studyCounts, ownRows(AUDIT)));
  const [first] = file.repigmentation;
  expect(Object.keys(file.repigmentation.at(-1))).toEqual(Object.keys(first));
  expect(file.repigmentation.at(-1)).toMatchObject({ study: 'Clinic audit', events: 22, total: 40, people: 40 });
  expect(countsSchema.safeParse(file).success).toBe(true);
});
