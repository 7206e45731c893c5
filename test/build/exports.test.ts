import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

interface Description {
  readonly exports: Record<string, string | { types: string; default: string }>;
  readonly sideEffects: readonly string[];
}

const description = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as Description;
const entries = Object.entries(description.exports).flatMap(([name, target]) =>
  typeof target === 'string' ? [] : [{ specifier: `vitiligo-outlook${name.slice(1)}`, ...target }],
);

/** Runs a module program in a Node of its own, in which `vitiligo-outlook` is this package as built. */
async function runInNode(program: string): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', program], {
    cwd: ROOT,
  });
  return stdout.trim();
}

describe.each(entries)('$specifier', ({ specifier, types, default: module }) => {
  test('is there, with its types', () => {
    expect(existsSync(join(ROOT, module))).toBe(true);
    expect(existsSync(join(ROOT, types))).toBe(true);
  });

  test('imports in Node, without a page', async () => {
    expect(await runInNode(`await import('${specifier}'); console.log('imported');`)).toBe('imported');
  });

  test(`${/\/(define|hydrate|react)$/.test(specifier) ? 'registers' : 'does not register'} the tag`, async () => {
    const isDefined = "globalThis.customElements?.get('vitiligo-outlook') !== undefined";
    const printed = await runInNode(`await import('${specifier}'); console.log(${isDefined});`);
    expect(printed).toBe(String(/\/(define|hydrate|react)$/.test(specifier)));
  });
});

describe('the entries together', () => {
  test('answer the four questions in Node', async () => {
    const printed = await runInNode(`
      import { bundledEvidence } from 'vitiligo-outlook/data';
      import { answer } from 'vitiligo-outlook/evidence';
      const inputs = { ageGroup: 'any', site: 'any', phototherapy: 'unavailable', maintenance: 'treating' };
      const { options } = answer(bundledEvidence.core, inputs, 'published');
      console.log(options.map(({ treatment }) => treatment).join());
    `);
    expect(printed).toBe('tci,tacrolimus-microneedling');
  });

  test('check a made-up row and say in Node which pools it moves', async () => {
    const printed = await runInNode(`
      import { bundledEvidence } from 'vitiligo-outlook/data';
      import { changedPools, loadPoolMaterial } from 'vitiligo-outlook/evidence';
      import { countsCsv } from 'vitiligo-outlook/export';
      import { formatIssue, loadCountRows } from 'vitiligo-outlook/schema';
      const row = { study: 'Made up', treatment: 'tci', threshold: 75, events: 1, total: 20 };
      const { rows, issues } = loadCountRows([row, { ...row, events: 21 }]);
      const [before, after] = [await loadPoolMaterial(bundledEvidence), await loadPoolMaterial(bundledEvidence, rows)];
      const moved = changedPools(before, after).map(({ question }) => Object.values(question).join(' '));
      console.log([...moved, ...issues.map(formatIssue), countsCsv(rows).split('\\r\\n').length - 2].join('\\n'));
    `);
    expect(printed.split('\n')).toEqual([
      'tci any any 75', '[1].events has 21 events among 20 [events-exceed-total]', '1',
    ]);
  });

  test("run the statistician's program of the README in Node", async () => {
    const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
    const section = /## For the statistician\n([\s\S]*?)\n## /.exec(readme)![1]!;
    const [program, printed] = ['js', 'text'].map((kind) => section.split(`\`\`\`${kind}\n`)[1]!.split('```')[0]!);
    expect(await runInNode(program!)).toBe(printed!.trim());
  });

  test('keep their dependencies outside', () => {
    const text = entries.map((entry) => readFileSync(join(ROOT, entry.default), 'utf8')).join('\n');
    expect(text).not.toContain('litElementVersions');
  });

  test.each([
    ['bundler', ts.ModuleKind.ESNext, ts.ModuleResolutionKind.Bundler],
    ['Node', ts.ModuleKind.NodeNext, ts.ModuleResolutionKind.NodeNext],
  ])('give a consumer types, as a %s resolves them', (_name, module, moduleResolution) => {
    expect(typeProblems(module, moduleResolution)).toEqual([]);
  });
});

/** What the compiler finds in a program that imports every entry, declarations of the package included. */
function typeProblems(module: ts.ModuleKind, moduleResolution: ts.ModuleResolutionKind): string[] {
  const file = join(ROOT, 'consumer.mts');
  const text = entries.map(({ specifier }, index) => `export * as entry${index} from '${specifier}';`).join('\n');
  const options = {
    module,
    moduleResolution,
    target: ts.ScriptTarget.ES2022,
    lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
    strict: true,
    noEmit: true,
    types: [],
  };
  const host = ts.createCompilerHost(options);
  const { readFile, getSourceFile, fileExists } = host;
  host.fileExists = (name) => name === file || fileExists(name);
  host.readFile = (name) => (name === file ? text : readFile(name));
  host.getSourceFile = (name, ...rest) =>
    name === file ? ts.createSourceFile(name, text, ts.ScriptTarget.ES2022) : getSourceFile(name, ...rest);
  const program = ts.createProgram([file], options, host);
  return program
    .getSourceFiles()
    .filter(({ fileName }) => !fileName.includes('/node_modules/'))
    .flatMap((source) => program.getSemanticDiagnostics(source))
    .map((problem) => `${problem.file?.fileName}: ${ts.flattenDiagnosticMessageText(problem.messageText, '\n')}`);
}
