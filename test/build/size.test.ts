import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import budget from './size-budget.json';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const BUNDLE = 'dist/vitiligo-outlook.bundle.js';

const cdn = (readdirSync(join(ROOT, 'dist/cdn'), { recursive: true }) as string[])
  .filter((name) => name.endsWith('.js'))
  .map((name) => `dist/cdn/${name}`);

/** The chunks that hold the words of a language beside English. */
const languages = cdn.flatMap((name) => {
  const [, language] = /\/(\w+)\.source-/.exec(name) ?? [];
  return language === undefined ? [] : [{ language, name }];
});

/** Text that gives away code which must not be in the build, and a file that holds it, to show that it still would. */
const UNWANTED: readonly (readonly [what: string, text: string, example: string])[] = [
  ['a development build of Lit', 'Lit is in dev mode', 'node_modules/@lit/reactive-element/development/reactive-element.js'],
  // The rules of its schemas are written out.
  ['zod', '_zod', 'node_modules/zod/v4/core/core.js'],
  ['jStat as a whole', 'jStat.utils', 'node_modules/jstat/dist/jstat.js'],
];

/** What loads the analyses of the clinician view; all that nothing else loads counts as theirs. */
const ANALYSIS = /\/analysis-panel-[^/]*\.js$/;

/** The files that one file loads at once or later, itself included, but for what is reached through `without`. */
function reached(file: string, without: RegExp | null = null, found = new Set<string>()): Set<string> {
  if (found.has(file) || without?.test(file)) return found;
  found.add(file);
  for (const [, target] of read(file).matchAll(/(?:from|import)\(?\s*["'`](\.[^"'`]+\.js)["'`]/g)) {
    reached(posix.join(posix.dirname(file), target!), without, found);
  }
  return found;
}

const read = (name: string) => readFileSync(join(ROOT, name), 'utf8');
const kilobytes = (names: readonly string[]) =>
  names.reduce((sum, name) => sum + gzipSync(read(name), { level: 9 }).length, 0) / 1000;

describe('the script-tag builds', () => {
  const entry = 'dist/cdn/vitiligo-outlook.js';
  const everything = [...reached(entry)];
  const withoutAnalysis = reached(entry, ANALYSIS);
  const analysis = everything.filter((name) => !withoutAnalysis.has(name));

  test('are measured whole: every file is reached from the first, the analyses from their panel', () => {
    expect(everything.sort()).toEqual([...cdn].sort());
    expect(analysis.filter((name) => ANALYSIS.test(name))).toHaveLength(1);
    expect(withoutAnalysis.size).toBeGreaterThan(3);
  });

  test(`everything in one language but the analyses is at most ${budget.oneLanguage.kilobytes} kB`, () => {
    const inEnglish = [...withoutAnalysis].filter((chunk) => !languages.some(({ name }) => name === chunk));
    expect(kilobytes(inEnglish)).toBeLessThanOrEqual(budget.oneLanguage.kilobytes);
  });

  test('hold a chunk for every language beside English', () => {
    expect(languages.map(({ language }) => language).sort()).toEqual(['ar', 'es', 'fr', 'ko']);
  });

  test.each(languages)(`the words in $language are at most ${budget.language.kilobytes} kB`, ({ name }) => {
    expect(kilobytes([name])).toBeLessThanOrEqual(budget.language.kilobytes);
  });

  test(`the analyses are at most ${budget.analysis.kilobytes} kB`, () => {
    expect(kilobytes(analysis)).toBeLessThanOrEqual(budget.analysis.kilobytes);
  });

  test(`the one file is at most ${budget.bundle.kilobytes} kB besides the analyses`, () => {
    expect(kilobytes([BUNDLE]) - kilobytes(analysis)).toBeLessThanOrEqual(budget.bundle.kilobytes);
  });

  test.each(UNWANTED)('hold no trace of %s', (_what, text, example) => {
    expect(read(example)).toContain(text);
    expect([...cdn, BUNDLE].filter((name) => read(name).includes(text))).toEqual([]);
  });

  test('load nothing from elsewhere', () => {
    const addresses = [...cdn, BUNDLE].flatMap((name) => [...read(name).matchAll(/import\(?\s*[`'"]https?:[^`'"]*/g)]);
    expect(addresses.map(String)).toEqual([]);
  });
});
