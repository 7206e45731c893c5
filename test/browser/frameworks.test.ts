import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { build } from 'vite';
import { serve } from '../../scripts/serve.mjs';
import { unpackPackage } from './packed.js';
import { withPage } from './with-page.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const BUILT = ['react', 'preact', 'vue', 'svelte', 'angular'];

/** The examples beside the packed package; what both depend on is found in the folders above. */
let folder: string;
let site: Awaited<ReturnType<typeof serve>>;

beforeAll(async () => {
  mkdirSync(join(ROOT, 'node_modules/.cache'), { recursive: true });
  folder = mkdtempSync(join(ROOT, 'node_modules/.cache/frameworks-'));
  install(folder);
  cpSync(join(ROOT, 'demo/frameworks'), join(folder, 'source'), { recursive: true });
  const root = (name: string) => join(folder, 'source', name);
  // The test runner's own value would put the development builds in.
  vi.stubEnv('NODE_ENV', 'production');
  for (const name of BUILT) {
    const outDir = join(folder, 'demo', name);
    await build({ root: root(name), base: './', logLevel: 'error', build: { outDir, emptyOutDir: true } });
  }
  vi.unstubAllEnvs();
  cpSync(root('html'), join(folder, 'demo/html'), { recursive: true });
  const bundle = 'vitiligo-outlook.bundle.js';
  cpSync(join(folder, 'node_modules/vitiligo-outlook/dist', bundle), join(folder, 'demo/html', bundle));
  site = await serve({ root: folder });
}, 120_000);

afterAll(async () => {
  await site?.close();
  rmSync(folder, { recursive: true });
});

test.each([
  ['html', ['plain HTML']],
  ['react', ['React, the component', 'React, the tag']],
  ['preact', ['Preact']],
  ['vue', ['Vue']],
  ['svelte', ['Svelte']],
  ['angular', ['Angular']],
])('%s gives an attribute and a property, hears the event, and changes the attribute', (name, ways) =>
  withPage(`${site.url}/demo/${name}/`, async ({ page, complaints }) => {
    await page.waitForSelector('section');
    expect(await page.$$eval('section', (all) => all.map((one) => one.getAttribute('data-way')))).toEqual(ways);
    for (const way of ways) {
      const seen = () =>
        page.$eval(`section[data-way="${way}"]`, (section) => ({
          heard: section.querySelector('.heard')?.textContent,
          shown: section.querySelector('vitiligo-outlook')?.outlook?.inputs.site,
          prefilled: section.querySelector('vitiligo-outlook')?.shadowRoot?.querySelector('.prefilled')?.textContent,
        }));
      const prefilled = expect.stringContaining('Problem list');
      expect(await seen(), way).toEqual({ heard: 'face-neck', shown: 'face-neck', prefilled });
      await page.click(`section[data-way="${way}"] button`);
      await page.waitForNetworkIdle({ idleTime: 100 });
      expect(await seen(), way).toMatchObject({ heard: 'hands-feet', shown: 'hands-feet' });
    }
    expect(complaints).toEqual([]);
  }),
);

test('the types know the tag, its attributes and its events', () => {
  const options: ts.CompilerOptions = {
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    target: ts.ScriptTarget.ES2022,
    jsx: ts.JsxEmit.ReactJSX,
    lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
    strict: true,
    noEmit: true,
    types: [],
  };
  const files = ['react', 'preact'].map((name) => join(folder, 'source', name, 'main.tsx'));
  const problemsIn = (host = ts.createCompilerHost(options)) => {
    const program = ts.createProgram(files, options, host);
    const own = program.getSourceFiles().filter(({ fileName }) => files.includes(fileName));
    const found = own.flatMap((file) => program.getSemanticDiagnostics(file));
    return found.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
  };
  expect(problemsIn()).toEqual([]);
  const broken = ts.createCompilerHost(options);
  const { readFile } = broken;
  const wrong = (text: string) => text.replaceAll("'hands-feet'", "'hand'").replaceAll('event.outlook', 'event.detail');
  broken.readFile = (name) => (files.includes(name) ? wrong(readFile(name)!) : readFile(name));
  expect(problemsIn(broken).join()).toMatch(/"hand"[^]*'detail'/);
});

/** Puts the package, as `npm pack` makes it, where the examples find it. */
function install(target: string): void {
  const unpacked = unpackPackage(target);
  mkdirSync(join(target, 'node_modules'));
  cpSync(unpacked, join(target, 'node_modules/vitiligo-outlook'), { recursive: true });
  if (existsSync(join(target, 'node_modules/vitiligo-outlook/src'))) throw new Error('the sources are in the package');
}
