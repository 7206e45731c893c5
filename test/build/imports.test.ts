import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

interface Import {
  readonly file: string;
  /** A path below the repository without its ending, or the name of a package. */
  readonly target: string;
  readonly kind: 'value' | 'types' | 'dynamic';
}

/** What the modules of a folder may import, besides one another: folders, modules or packages. */
interface Allowance {
  readonly value?: readonly string[];
  /** Only in a type import, which leaves no trace in the build. */
  readonly types?: readonly string[];
  /** Only when needed, by `import()`. */
  readonly dynamic?: readonly string[];
}

/** The table of the code's layout. The first row that holds a file counts. */
const TABLE: readonly (readonly [place: string, allowance: Allowance])[] = [
  ['src/schema/', { value: ['zod/mini'] }],
  ['src/stats/', {}],
  ['src/evidence/', { value: ['src/stats/'], types: ['src/schema/'] }],
  ['src/i18n/', {}],
  // Pooling loads on demand, with the engine beside it: here words may be made where the figures are.
  [
    'src/view-model/pooling/',
    { value: ['src/view-model/', 'src/i18n/', 'src/evidence/'], types: ['src/stats/'] },
  ],
  ['src/view-model/', { value: ['src/i18n/', 'src/evidence/inputs'], types: ['src/evidence/'] }],
  ['src/charts/', { value: ['lit'], types: ['src/view-model/'] }],
  // Loaded on demand itself, so what it exports with need not be.
  ['src/element/take-away', { value: ['src/element/', 'src/adapters/export/', 'src/i18n/'] }],
  // The same: what it pools with and exports with loads with it.
  [
    'src/element/analysis/',
    {
      value: [
        'lit', 'src/element/', 'src/evidence/', 'src/view-model/', 'src/i18n/', 'src/charts/', 'src/adapters/import/',
        'src/adapters/export/',
      ],
      types: ['src/schema/', 'src/stats/'],
    },
  ],
  [
    'src/element/',
    {
      value: ['lit', 'src/evidence/', 'src/view-model/', 'src/i18n/', 'src/charts/'],
      types: ['src/schema/', 'src/stats/', 'src/adapters/'],
      dynamic: ['src/schema/', 'src/stats/', 'src/adapters/'],
    },
  ],
  ['src/adapters/import/', { value: ['src/schema/', 'src/evidence/'] }],
  ['src/adapters/', { value: ['src/evidence/', 'src/view-model/', 'src/i18n/'], types: ['src/schema/'] }],
  ['src/bundled-counts', { value: ['data/', 'src/evidence/packed-counts'] }],
  [
    'src/bundled-evidence',
    { value: ['data/'], types: ['src/schema/', 'src/evidence/'], dynamic: ['data/', 'src/bundled-counts'] },
  ],
  ['src/version', {}],
  ['src/report-duplicate', { value: ['src/version'] }],
  [
    'src/index',
    {
      value: ['src/element/', 'src/i18n/languages', 'src/bundled-evidence', 'src/version'],
      dynamic: ['src/report-duplicate'],
      types: ['src/schema/', 'src/evidence/', 'src/adapters/', 'src/i18n/'],
    },
  ],
  ['src/define', { value: ['src/index'] }],
  ['src/script-tag-hydrate', { value: ['src/index', '@lit-labs/ssr-client'] }],
  ['src/hydrate', { value: ['src/define', 'src/index', '@lit-labs/ssr-client'] }],
  ['src/jsx', { types: ['src/index'] }],
  ['src/react', { value: ['src/define', 'src/index', '@lit/react', 'react'], types: ['src/jsx', 'lit'] }],
  ['src/bundle', { value: ['src/index'] }],
  ['src/script-tag', { dynamic: ['src/index', 'src/report-duplicate'] }],
];

const files = (readdirSync(join(ROOT, 'src'), { recursive: true }) as string[])
  .map((name) => `src/${name.split(sep).join('/')}`)
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
  .sort();
const imports = files.flatMap((file) => importsOf(file, readFileSync(join(ROOT, file), 'utf8')));

describe('the layout of the code', () => {
  test('every module has a row in the table', () => {
    expect(files.filter((file) => allowanceOf(file) === undefined)).toEqual([]);
  });

  test('a module imports only what its row allows', () => {
    expect(imports.filter((one) => !isAllowed(one)).map(asText)).toEqual([]);
  });

  test('the data come in through the bundled evidence alone', () => {
    const importers = new Set(imports.filter(({ target }) => target.startsWith('data/')).map(({ file }) => file));
    expect([...importers]).toEqual(['src/bundled-counts.ts', 'src/bundled-evidence.ts']);
  });

  test('the first screen needs neither zod nor the engine', () => {
    const firstScreen = staticImports('src/define.ts');
    expect(firstScreen).toContain('src/element/vitiligo-outlook');
    expect(firstScreen.filter((target) => /^zod|^src\/stats\//.test(target))).toEqual([]);
  });

  test("jStat's functions are called by the distributions alone", () => {
    const importers = imports.filter(({ target }) => /jstat/i.test(target)).map(({ file }) => file);
    expect(importers.length).toBeGreaterThan(0);
    expect(importers.filter((file) => !file.startsWith('src/stats/distributions'))).toEqual([]);
  });
});

describe('the check itself', () => {
  const found = (text: string) => importsOf('src/charts/a.ts', text).map(({ target, kind }) => [target, kind]);

  test.each([
    ["import { a } from '../element/b.js';", 'src/element/b', 'value'],
    ["import '../element/b.js';", 'src/element/b', 'value'],
    ["import type { A } from '../element/b.js';", 'src/element/b', 'types'],
    ["import { type A } from '../element/b.js';", 'src/element/b', 'types'],
    ["import { type A, b } from '../element/b.js';", 'src/element/b', 'value'],
    ["export * from '../element/b.js';", 'src/element/b', 'value'],
    ["export type { A } from '../element/b.js';", 'src/element/b', 'types'],
    ["const late = () => import('../element/b.js');", 'src/element/b', 'dynamic'],
    ["let a: import('../element/b.js').A;", 'src/element/b', 'types'],
    ["import data from '../../data/evidence.json';", 'data/evidence', 'value'],
    ["import { html } from 'lit/html.js';", 'lit/html.js', 'value'],
  ])('%s', (text, target, kind) => {
    expect(found(text)).toEqual([[target, kind]]);
  });

  test.each([
    ['src/charts/a.ts', 'src/element/b', 'value', false],
    ['src/charts/a.ts', 'src/charts/b', 'value', true],
    ['src/charts/a.ts', 'src/view-model/b', 'types', true],
    ['src/charts/a.ts', 'src/view-model/b', 'value', false],
    ['src/charts/a.ts', 'lit/html.js', 'value', true],
    ['src/charts/a.ts', 'little', 'value', false],
    ['src/element/a.ts', 'src/adapters/export/b', 'dynamic', true],
    ['src/element/a.ts', 'src/adapters/export/b', 'value', false],
    ['src/element/a.ts', 'data/evidence', 'dynamic', false],
  ] as const)('%s may import %s by %s: %s', (file, target, kind, allowed) => {
    expect(isAllowed({ file, target, kind })).toBe(allowed);
  });
});

function allowanceOf(file: string): Allowance | undefined {
  return rowOf(file)?.[1];
}

function rowOf(file: string) {
  return TABLE.find(([place]) => isIn(withoutEnding(file), place));
}

function isAllowed({ file, target, kind }: Import): boolean {
  const row = rowOf(file);
  if (row === undefined) return false;
  const [own, { value = [], types = [], dynamic = [] }] = row;
  const only = { value: [], types: [...types, ...dynamic], dynamic };
  return [own, ...value, ...only[kind]].some((place) => isIn(target, place));
}

/** All that a module brings along when it loads. */
function staticImports(file: string, found = new Set<string>()): string[] {
  const own = imports.filter((one) => one.file === file && one.kind === 'value' && !found.has(one.target));
  for (const { target } of own) {
    found.add(target);
    staticImports(`${target}.ts`, found);
  }
  return [...found];
}

/** Whether a target is the place, or lies in it: a folder ends in a slash, a package holds its own entries. */
function isIn(target: string, place: string): boolean {
  return target === place || target.startsWith(place.endsWith('/') ? place : `${place}/`);
}

/** Every import of a module, whichever way it is written. */
function importsOf(file: string, text: string): Import[] {
  const found: Import[] = [];
  const add = (specifier: ts.Node | undefined, kind: Import['kind']) => {
    if (specifier === undefined || !ts.isStringLiteralLike(specifier)) return;
    found.push({ file, target: resolve(file, specifier.text), kind });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, isTypeOnly(node.importClause) ? 'types' : 'value');
    if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly ? 'types' : 'value');
    if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) add(node.argument.literal, 'types');
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      add(node.arguments[0], 'dynamic');
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true));
  return found;
}

function isTypeOnly(clause: ts.ImportClause | undefined): boolean {
  if (clause === undefined) return false;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const { name, namedBindings } = clause;
  if (name || !namedBindings || !ts.isNamedImports(namedBindings)) return false;
  return namedBindings.elements.length > 0 && namedBindings.elements.every((element) => element.isTypeOnly);
}

function resolve(file: string, specifier: string): string {
  return specifier.startsWith('.') ? withoutEnding(posix.join(dirname(file), specifier)) : specifier;
}

function withoutEnding(path: string): string {
  return path.replace(/\.(ts|js|json)$/, '');
}

function asText({ file, target, kind }: Import): string {
  return `${file} -> ${target} (${kind})`;
}
