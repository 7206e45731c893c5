import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { readGoldenFiles } from './golden-file.js';
import { measureBySimulation, measureOnDatasets } from './spread-accuracy.js';

const record = (name: string) => fileURLToPath(new URL(`../../src/stats/reconstructed-spread.${name}.json`, import.meta.url));
const FOLDER = fileURLToPath(new URL('.', import.meta.url));

type Measured = ReturnType<typeof measure>;

function measure() {
  const datasets = readGoldenFiles(FOLDER).flatMap(({ data }) => data.datasets ?? []);
  return { datasets: measureOnDatasets(datasets), simulation: measureBySimulation() };
}

/** What a screen tells of it: over every setting of the simulation. */
function summarise({ datasets: { sets, answered, tauRatio }, simulation }: Measured) {
  const range = (low: (run: Measured['simulation'][number]) => number, high = low) => ({
    low: Math.min(...simulation.map(low)),
    high: Math.max(...simulation.map(high)),
  });
  return {
    sets,
    answered,
    overStudies: { low: tauRatio.low10, high: tauRatio.high90 },
    overTrue: range(({ overTrue }) => overTrue.low10, ({ overTrue }) => overTrue.high90),
    coverage: range(({ coverage }) => coverage),
  };
}

/** `MEASURE_SPREAD=1 npx vitest run test/golden/spread-accuracy.test.ts` writes the records anew. */
test('the recorded error of the reconstructed spread is the one measured', () => {
  const measured = measure();
  for (const [name, value] of [['accuracy', measured], ['error', summarise(measured)]] as const) {
    if (process.env['MEASURE_SPREAD'] === '1') writeFileSync(record(name), `${JSON.stringify(value, null, 2)}\n`);
    expect(JSON.parse(readFileSync(record(name), 'utf8'))).toEqual(value);
  }
});
