import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const description = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));

/** The package as `npm pack` makes it. */
let folder: string;
let tarball: string;
let files: string[];

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'packed-'));
  const [packed] = packTo(folder);
  tarball = join(folder, packed!.filename);
  files = packed!.files.map(({ path }) => path);
});

afterAll(() => rmSync(folder, { recursive: true }));

describe('the packed package', () => {
  test('holds what a reader and a page need', () => {
    const wanted = [
      'CHANGELOG.md', 'LICENSE', 'LICENSE-DATA', 'INTENDED-USE.md', 'dist/integrity.json', 'dist/sbom.cdx.json',
      'SECURITY.md', 'docs/api.md', 'docs/embedding.md', 'docs/workbench.md',
      'dist/custom-elements.json', 'dist/vscode.html-custom-data.json', 'dist/web-types.json',
      'dist/reserve.css', 'data/CHANGELOG.md', 'data/README.md', 'data/evidence.json',
      'data/schema/evidence.schema.json', 'data/schema/count-row.schema.json',
    ];
    expect(wanted.filter((name) => !files.includes(name))).toEqual([]);
  });

  test('holds no sources, tests, tools or settings', () => {
    const allowed = /^(dist|docs)\/|^data\/((schema\/)?[\w.-]+\.json|[A-Z]+\.md)$|^([A-Z-]+(\.md)?|package\.json)$/;
    expect(files.filter((name) => !allowed.test(name))).toEqual([]);
    const foreign = /\.(ts|mjs|tsbuildinfo|map)$/;
    expect(files.filter((name) => foreign.test(name) && !name.endsWith('.d.ts'))).toEqual([]);
  });

  test('has every file that its description names', () => {
    const named = Object.values<string | Record<string, string>>(description.exports).flatMap(targets);
    const missing = named.filter((target) => !target.includes('*') && !files.includes(target.replace('./', '')));
    expect(missing).toEqual([]);
  });

  test('says nothing of the machine it was made on', () => {
    const texts = files.filter((name) => name.startsWith('dist/')).map((name) => readFileSync(join(ROOT, name), 'utf8'));
    expect(texts.filter((text) => text.includes(ROOT))).toEqual([]);
  });

  test('has nothing that publint objects to', async () => {
    const { messages, pkg } = await publint({ pkgDir: ROOT, strict: true });
    expect(messages.map((message) => formatMessage(message, pkg))).toEqual([]);
  });

  test('has types that resolve as its modules do', async () => {
    const entrypoints = Object.entries<unknown>(description.exports).flatMap(([name, target]) =>
      typeof target === 'object' ? name : [],
    );
    const checked = await checkPackage(createPackageFromTarballData(readFileSync(tarball)), { entrypoints });
    if (!checked.types) throw new Error('no types found');
    // Only ES modules are published, and the resolution of old compilers knows no `exports`.
    const isLegacy = (kind: unknown) => kind === 'node10' || kind === 'node16-cjs';
    const problems = checked.problems.filter((one) => !('resolutionKind' in one && isLegacy(one.resolutionKind)));
    expect(problems).toEqual([]);
    expect(Object.keys(checked.entrypoints)).toEqual(entrypoints);
  });
});

describe('the lock file', () => {
  const lock = readFileSync(join(ROOT, 'package-lock.json'), 'utf8');

  test('names no address to download from, and a hash for every package', () => {
    expect(lock).not.toContain('"resolved"');
    const packages = Object.entries<{ integrity?: string; link?: boolean }>(JSON.parse(lock).packages);
    // A package inside another's tarball is covered by the hash of that one.
    const bare = packages.filter(([path, entry]) => path !== '' && !entry.integrity && !('inBundle' in entry));
    expect(bare.map(([path]) => path)).toEqual([]);
  });
});

function packTo(target: string) {
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const args = ['pack', '--json', '--ignore-scripts', '--pack-destination', target];
  const printed = execFileSync(npm, args, { cwd: ROOT, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  return JSON.parse(printed) as { filename: string; files: { path: string }[] }[];
}

const targets = (target: string | Record<string, string>) => (typeof target === 'string' ? target : Object.values(target));
