import { expect, test } from 'vitest';
import { readOwnData } from '../../../src/adapters/import/read-own-data.js';
import type { CountRow } from '../../../src/schema/index.js';

function rowsOf(text: string): readonly CountRow[] {
  const reading = readOwnData(text);
  for (;;) {
    const step = reading.next();
    if (step.done) return step.value.rows;
  }
}

/** The least of some runs: what else a machine does only adds to it. */
function timeToLookAt(rows: readonly CountRow[]): number {
  const times = Array.from({ length: 9 }, () => {
    const start = performance.now();
    const events = rows.reduce((sum, row) => sum + row.events + row.total + row.people + row.arm.length, 0);
    expect(events).toBeGreaterThan(0);
    return performance.now() - start;
  });
  return Math.min(...times);
}

// Where every row has a shape of its own, an engine takes five to twenty times as long for each look at a field.
test('many rows are looked at as fast as rows that were written out', { timeout: 60_000 }, () => {
  const lines = Array.from({ length: 30_000 }, (_, i) => `Clinic ${i},tci,any,${10 + (i % 20)},${40 + (i % 7)}`);
  const rows = rowsOf(`study,treatment,threshold,events,total\n${lines.join('\n')}`);
  expect(rows).toHaveLength(30_000);
  const written = JSON.parse(JSON.stringify(rows)) as CountRow[];
  expect(timeToLookAt(rows) / timeToLookAt(written)).toBeLessThan(3);
});
