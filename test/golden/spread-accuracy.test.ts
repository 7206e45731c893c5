import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { readGoldenFiles } from './golden-file.js';
import { measureBySimulation, measureOnDatasets } from './spread-accuracy.js';

const RECORD = fileURLToPath(new URL('../../src/stats/reconstructed-spread.accuracy.json', import.meta.url));
const FOLDER = fileURLToPath(new URL('.', import.meta.url));

/** `MEASURE_SPREAD=1 npx vitest run test/golden/spread-accuracy.test.ts` writes the record anew. */
test('the recorded error of the reconstructed spread is the one measured', () => {
  const datasets = readGoldenFiles(FOLDER).flatMap(({ data }) => data.datasets ?? []);
  const measured = { datasets: measureOnDatasets(datasets), simulation: measureBySimulation() };
  if (process.env['MEASURE_SPREAD'] === '1') writeFileSync(RECORD, `${JSON.stringify(measured, null, 2)}\n`);
  expect(JSON.parse(readFileSync(RECORD, 'utf8'))).toEqual(measured);
});
