import { execFile } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { build as viteBuild } from 'vite';
import { REPOSITORY } from './serve.mjs';

/** The three forms of the package; vite.config.ts says what each is. */
const FORMS = ['modules', 'cdn', 'bundle'];

/** Writes `dist/`: the three forms and the types. */
export async function build() {
  await rm(join(REPOSITORY, 'dist'), { recursive: true, force: true });
  const types = writeTypes();
  for (const mode of FORMS) await viteBuild({ root: REPOSITORY, mode, logLevel: 'warn' });
  await types;
}

async function writeTypes() {
  const compiler = join(REPOSITORY, 'node_modules/typescript/bin/tsc');
  try {
    await promisify(execFile)(process.execPath, [compiler, '-p', 'tsconfig.build.json'], { cwd: REPOSITORY });
  } catch (error) {
    // The compiler prints its findings on standard output, which the error's own message leaves out.
    const findings = error instanceof Error && 'stdout' in error ? String(error.stdout) : '';
    throw new Error(`The types could not be written.\n${findings}`, { cause: error });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await build();
