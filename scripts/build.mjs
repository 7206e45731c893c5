import { execFile } from 'node:child_process';
import { copyFile, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'vite';
import { vscodeData, webTypes } from './metadata/editors.mjs';
import { readManifest } from './metadata/manifest.mjs';
import { REPOSITORY } from './serve.mjs';
import { hashOfServerStyle } from './server-style.mjs';
import { writeIntegrity } from './write-integrity.mjs';
import { writeSbom } from './write-sbom.mjs';

// Writes dist/: the forms of the package, which vite.config.ts describes, the types, and what a release states
// about them. Prints the integrity values of the two files that a script element names.

// The workbench is made of the modules.
const FORMS = ['modules', 'cdn', 'bundle', 'hydrate', 'workbench'];

// Set by a test runner or a shell to something else, it would put the development build of Lit in.
process.env.NODE_ENV = 'production';

const dist = join(REPOSITORY, 'dist');
await rm(dist, { recursive: true, force: true });
const types = writeTypes();
for (const mode of FORMS) await build({ root: REPOSITORY, mode, logLevel: 'warn' });
await types;

await copyFile(join(REPOSITORY, 'src/hydrate.ts'), join(dist, 'hydrate.js'));
await copyFile(join(REPOSITORY, 'src/reserve.css'), join(dist, 'reserve.css'));
await copyFile(join(REPOSITORY, 'src/view-model/ipdas.json'), join(dist, 'ipdas.json'));
const { version } = JSON.parse(await readFile(join(REPOSITORY, 'package.json'), 'utf8'));
const { element, manifest } = await readManifest();
await writeJson('custom-elements.json', manifest);
await writeJson('vscode.html-custom-data.json', vscodeData(element));
await writeJson('web-types.json', webTypes(element, version));
writeSbom(REPOSITORY, join(dist, 'sbom.cdx.json'));
const serverStyle = await hashOfServerStyle();
const built = writeIntegrity(dist, version, serverStyle);
for (const name of ['vitiligo-outlook.bundle.js', 'cdn/vitiligo-outlook.js']) {
  console.log(`dist/${name}  ${built[name]?.integrity}`);
}
console.log(`style element of a server's rendering  ${serverStyle}`);

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

/**
 * @param {string} name
 * @param {unknown} value
 */
async function writeJson(name, value) {
  await writeFile(join(dist, name), `${JSON.stringify(value, null, 2)}\n`);
}
