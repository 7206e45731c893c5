import { spawn } from 'node:child_process';
import { LEFT_OUT } from './engines/element-tests.mjs';
import { ENGINES, findEngine } from './engines/find-engines.mjs';
import { CHROMIUM_ALONE } from './engines/page-tests.mjs';
import { REPOSITORY } from './serve.mjs';

// Runs the tests that need a browser in every engine that is installed, or in those that are named:
// `npm run test:engines [-- firefox webkit]`. Says at the end which engines ran, what of them was left out and why, and
// which were missing. An engine that is named has to be there.

/** @typedef {import('./engines/find-engines.mjs').EngineName} EngineName */

const VITEST = ['node_modules/vitest/vitest.mjs', 'run', '--project', 'package'];
const ELEMENT_TESTS = ['node_modules/@web/test-runner/dist/bin.js'];

/**
 * What runs in each engine: the element and the charts everywhere; whole pages in Chromium and, one file after another,
 * in Firefox; in WebKit, whose remote control is simpler, the walk through the packed element.
 * @type {Record<EngineName, string[][]>}
 */
const PROGRAMS = {
  chromium: [ELEMENT_TESTS, [...VITEST, 'test/browser']],
  firefox: [ELEMENT_TESTS, [...VITEST, 'test/browser', '--no-file-parallelism']],
  webkit: [ELEMENT_TESTS, [...VITEST, 'test/browser/engines.test.ts']],
};

/** @type {Record<EngineName, string[]>} */
const NOT_RUN = {
  chromium: [],
  firefox: Object.entries(CHROMIUM_ALONE).map(([what, because]) => `pages, where a test ${what}: ${because}`),
  webkit: ['pages but for the walk through the packed element: its driver tells nothing of console and requests'],
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !ENGINES.some((engine) => engine === name));
if (unknown.length) throw new RangeError(`the engines are ${ENGINES.join(', ')}, not ${unknown.join(', ')}`);

/** @type {string[]} */
const summary = [];
for (const name of ENGINES.filter((engine) => asked.length === 0 || asked.includes(engine))) {
  const { missing } = await findEngine(name);
  if (missing) {
    summary.push(`${name}: MISSING, nothing ran (${missing})`);
    if (asked.length) process.exitCode = 1;
    continue;
  }
  const failed = [];
  for (const program of PROGRAMS[name]) if (!(await runs(name, program))) failed.push(program.at(-1));
  if (failed.length) process.exitCode = 1;
  const leftOut = [...LEFT_OUT[name].map(({ file, because }) => `${file}: ${because}`), ...NOT_RUN[name]];
  summary.push(`${name}: ${failed.length ? 'FAILED' : 'passed'}`, ...leftOut.map((line) => `  not run: ${line}`));
}
console.log(`\n# engines\n${summary.join('\n')}`);

/**
 * @param {EngineName} name
 * @param {string[]} program
 * @returns {Promise<boolean>}
 */
function runs(name, program) {
  console.log(`\n# ${name}: ${program.at(-1)}`);
  return new Promise((resolve, reject) => {
    const env = { ...process.env, ENGINE: name };
    const child = spawn(process.execPath, program, { cwd: REPOSITORY, env, stdio: ['ignore', 'inherit', 'inherit'] });
    child.once('error', reject);
    child.once('close', (code) => resolve(code === 0));
  });
}
