import { execFile } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'vite';
import { REPOSITORY } from './serve.mjs';

// Writes dist/: the three forms of the package, which vite.config.ts describes, and the types.

const FORMS = ['modules', 'cdn', 'bundle'];

// Set by a test runner or a shell to something else, it would put the development build of Lit in.
process.env.NODE_ENV = 'production';

await rm(join(REPOSITORY, 'dist'), { recursive: true, force: true });
const types = writeTypes();
for (const mode of FORMS) await build({ root: REPOSITORY, mode, logLevel: 'warn' });
await types;

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
