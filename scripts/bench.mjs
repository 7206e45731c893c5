import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { REPOSITORY } from './serve.mjs';

/** Bundles the benchmark as a package would be, so that what is timed is what ships, and runs it. */
const outDir = await mkdtemp(join(tmpdir(), 'bench-'));
try {
  await build({
    root: REPOSITORY,
    configFile: false,
    logLevel: 'warn',
    build: { ssr: 'test/bench/pooling.ts', outDir, emptyOutDir: true },
  });
  await import(pathToFileURL(join(outDir, 'pooling.js')).href);
} finally {
  await rm(outDir, { recursive: true, force: true });
}
