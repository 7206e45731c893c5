import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { apiPage } from './metadata/api-page.mjs';
import { jsxTypes } from './metadata/jsx-types.mjs';
import { readManifest } from './metadata/manifest.mjs';
import { REPOSITORY } from './serve.mjs';

// Writes what is generated from the element's source and kept in the repository: `node scripts/metadata.mjs [--check]`.
// --check writes nothing and fails when a file is missing or differs. The build writes the rest, for editors.

const isCheck = process.argv.includes('--check');
const { element } = await readManifest();
const outputs = { 'src/jsx.ts': jsxTypes(element), 'docs/api.md': apiPage(element) };

for (const [name, text] of Object.entries(outputs)) {
  const path = join(REPOSITORY, name);
  if (existsSync(path) && readFileSync(path, 'utf8') === text) continue;
  if (!isCheck) writeFileSync(path, text);
  else fail(`${name} is not current: run npm run metadata.`);
}

/** @param {string} message */
function fail(message) {
  console.error(message);
  process.exitCode = 1;
}
