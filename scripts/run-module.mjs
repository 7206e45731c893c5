import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { REPOSITORY } from './serve.mjs';

/**
 * Bundles a TypeScript module of this repository as a package would be, and imports it: what runs is what ships.
 * @param {string} file  a path below the repository, such as `test/bench/pooling.ts`
 * @returns {Promise<any>} the module
 */
export async function runModule(file) {
  const outDir = await mkdtemp(join(tmpdir(), 'module-'));
  try {
    await build({
      root: REPOSITORY,
      configFile: false,
      logLevel: 'warn',
      // One file: what it would load later is gone by then.
      build: { ssr: file, outDir, emptyOutDir: true, rolldownOptions: { output: { codeSplitting: false } } },
      // The bundle stands outside of the repository, where no package can be found.
      ssr: { noExternal: true },
    });
    return await import(pathToFileURL(join(outDir, `${basename(file, '.ts')}.js`)).href);
  } finally {
    await rm(outDir, { recursive: true, force: true });
  }
}
