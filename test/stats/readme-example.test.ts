import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import * as stats from '../../src/stats/index.js';

const README = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
const SECTION = /## For the statistician\n([\s\S]*?)\n## /.exec(README)![1]!;

function block(language: string): string {
  return new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``).exec(SECTION)![1]!;
}

test('the example of the README prints what stands below it, which is what metafor prints', () => {
  const program = block('js').replace(/import \{([^}]*)\} from 'vitiligo-outlook\/stats';/, 'const {$1} = stats;');
  expect(program).not.toContain('import');
  const printed: string[] = [];
  runInNewContext(program, { stats, console: { log: (line: string) => printed.push(line) } });
  expect(`${printed.join('\n')}\n`).toBe(block('text'));
});

test('the example agrees with metafor 3.8.1 (rma of escalc PLO, REML at threshold 1e-12, test adhoc)', () => {
  expect(block('text')).toContain('34.26 % (19.34 to 53.11)');
  const { yi, vi } = stats.proportionEffects([12, 5, 30, 0, 18], [40, 21, 61, 9, 52], { measure: 'PLO' });
  const fit = stats.fitMeanModel(yi, vi, { method: 'REML' }) as stats.MeanModel;
  expect(fit.tauSquared).toBeCloseTo(0.1440292836, 9);
  expect(fit.q).toBeCloseTo(9.0428495604, 9);
  expect(fit.iSquared).toBeCloseTo(50.3885128734, 6);
  const study = stats.predictionInterval(fit, { test: 'adhoc' }) as stats.PredictionInterval;
  expect(100 * stats.logistic(study.low)).toBeCloseTo(12.3415973, 6);
  expect(100 * stats.logistic(study.high)).toBeCloseTo(65.8608771, 6);
});

test('every function of the table of methods is exported', () => {
  const table = readFileSync(new URL('../../src/stats/README.md', import.meta.url), 'utf8');
  const rows = table.split('\n').filter((line) => line.startsWith('| ') && line.includes('`'));
  const names = rows.flatMap((row) => [...row.split('|')[2]!.matchAll(/`([a-z]\w+)`/gi)].map((match) => match[1]!));
  expect(names.length).toBeGreaterThan(35);
  expect(names.filter((name) => !(name in stats))).toEqual([]);
});
