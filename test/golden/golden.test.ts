import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { runGolden } from './run-golden.js';

const FOLDER = process.env['GOLDEN_DIR'] ?? fileURLToPath(new URL('.', import.meta.url));

for (const { name, report } of runGolden(FOLDER)) {
  test(`the engine agrees with every number of ${name}`, () => {
    process.stdout.write(`\n${name}\n${report.toString()}\n`);
    expect(report.comparedValues).toBeGreaterThan(0);
    expect(report.failures.slice(0, 5)).toEqual([]);
  });
}
