import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { REPOSITORY } from './serve.mjs';

const BENCHMARKS = ['pooling', 'own-data'];

/** Bundles each benchmark as a package would be, so that what is timed is what ships, and runs it. */
const outDir = await mkdtemp(join(tmpdir(), 'bench-'));
try {
  for (const name of BENCHMARKS) {
    await build({
      root: REPOSITORY,
      configFile: false,
      logLevel: 'warn',
      build: { ssr: `test/bench/${name}.ts`, outDir, emptyOutDir: true },
      // The bundle stands outside of the repository, where no package can be found.
      ssr: { noExternal: true },
    });
    await import(pathToFileURL(join(outDir, `${name}.js`)).href);
  }
} finally {
  await rm(outDir, { recursive: true, force: true });
}
