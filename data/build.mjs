// Validates the data files and writes what is generated from them: `node data/build.mjs [--check] [folder]`.
// --check writes nothing and fails when a generated file is missing or differs.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const here = dirname(fileURLToPath(import.meta.url));
const args = process.argv.slice(2);
const isCheck = args.includes('--check');
const folder = args.find((argument) => !argument.startsWith('--')) ?? here;

/** @param {string} name */
const read = (name) => (existsSync(join(folder, name)) ? readFileSync(join(folder, name), 'utf8') : null);

/**
 * @param {string} heading
 * @param {string[]} lines
 */
function fail(heading, lines) {
  console.error(`${heading}\n${lines.map((line) => `  ${line}`).join('\n')}`);
  process.exitCode = 1;
}

/**
 * @param {string} name
 * @param {string} text
 */
function write(name, text) {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), text);
}

// The sources are TypeScript; Vite's runner loads them in this process, on any supported Node.
const config = { root: dirname(here), configFile: /** @type {const} */ (false), logLevel: /** @type {const} */ ('error') };
/** @type {{ module: typeof import('./outputs.ts') }} */
const { module } = await runnerImport(join(here, 'outputs.ts'), config);
const built = module.buildOutputs(read);

if (!built.ok) {
  fail(`The data does not hold (${built.problems.length}):`, built.problems);
} else {
  const stale = Object.entries(built.outputs).filter(([name, text]) => read(name) !== text);
  if (isCheck && stale.length > 0) fail('Not current, run npm run data:', stale.map(([name]) => name));
  if (!isCheck) stale.forEach(([name, text]) => write(name, text));
  if (!isCheck || stale.length === 0) console.log(`${Object.keys(built.outputs).join(', ')}: current`);
}
