import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { REPOSITORY } from './serve.mjs';

/**
 * Everything that must pass, in order: what a step runs and, where it is a test runner, the counts it writes. A step
 * without counts is one check; those that need nothing of each other stand together and run side by side.
 * @typedef {object} Step
 * @property {string} name
 * @property {string[]} program  a script for Node and its arguments
 * @property {string} [counts]  a JSON file
 *
 * @typedef {{passed: number, failed: number, skipped: number}} Counts
 */

const TYPESCRIPT = 'node_modules/typescript/bin/tsc';

/** @type {Step[][]} */
const STEPS = [
  [{ name: 'build', program: ['scripts/build.mjs'] }],
  [
    // The longest first, so that the others fill the time beside it.
    { name: 'lint', program: ['node_modules/eslint/bin/eslint.js', '.', '--max-warnings=0'] },
    { name: 'score as a decision aid is current', program: ['scripts/ipdas.mjs', '--check'] },
    { name: 'types', program: [TYPESCRIPT, '-p', '.'] },
    { name: 'types of the engine', program: [TYPESCRIPT, '-p', 'src/stats'] },
    { name: 'types for JSX and the reference page are current', program: ['scripts/metadata.mjs', '--check'] },
    { name: 'data are current', program: ['data/build.mjs', '--check'] },
    { name: 'prebundled jStat is current', program: ['scripts/prebundle-jstat.mjs', '--check'] },
  ],
  [
    {
      name: 'modules, build and pages',
      program: ['node_modules/vitest/vitest.mjs', 'run'],
      counts: 'reports/node-tests.json',
    },
  ],
  [
    {
      name: 'element and charts',
      program: ['node_modules/@web/test-runner/dist/bin.js'],
      counts: 'reports/element-tests.json',
    },
  ],
];

/** Each takes a processor, and some of them half a gigabyte. */
const SIDE_BY_SIDE = 2;

/** @type {Counts} */
const total = { passed: 0, failed: 0, skipped: 0 };
for (const steps of STEPS) {
  const waiting = [...steps];
  await Promise.all(Array.from({ length: Math.min(SIDE_BY_SIDE, steps.length) }, () => runAll(waiting)));
}
if (total.skipped > 0) console.log(`${total.skipped} skipped`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 ? 1 : 0;

/**
 * Runs steps one after the other until none is left.
 * @param {Step[]} waiting  shared with whoever else takes from it
 */
async function runAll(waiting) {
  for (let step = waiting.shift(); step; step = waiting.shift()) {
    const counts = await runStep(step);
    total.passed += counts.passed;
    total.failed += counts.failed;
    total.skipped += counts.skipped;
  }
}

/**
 * @param {Step} step
 * @returns {Promise<Counts>}
 */
async function runStep({ name, program, counts: file }) {
  console.log(`\n# ${name}`);
  if (file) rmSync(join(REPOSITORY, file), { force: true });
  const startedAt = performance.now();
  const succeeded = await runProgram(program);
  const counts = file ? readCounts(file) : { passed: succeeded ? 1 : 0, failed: 0, skipped: 0 };
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  const problem = findProblem(succeeded, counts);
  console.log(`# ${name}: ${problem ?? 'passed'} (${seconds} s)`);
  return problem && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

/**
 * What is wrong with a step, if anything: a runner that ran no test has shown nothing.
 * @param {boolean} succeeded
 * @param {Counts} counts
 */
function findProblem(succeeded, { passed, failed }) {
  if (failed > 0) return `${failed} failed`;
  if (!succeeded) return 'failed';
  return passed === 0 ? 'ran no test' : undefined;
}

/**
 * @param {string[]} program
 * @returns {Promise<boolean>} whether it ended with exit code 0
 */
function runProgram(program) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, program, { cwd: REPOSITORY, stdio: ['ignore', 'inherit', 'inherit'] });
    child.once('error', reject);
    child.once('close', (code) => resolve(code === 0));
  });
}

/**
 * Reads the counts a runner wrote. A runner that broke before it wrote them counted nothing.
 * @param {string} file
 * @returns {Counts}
 */
function readCounts(file) {
  const path = join(REPOSITORY, file);
  if (!existsSync(path)) return { passed: 0, failed: 0, skipped: 0 };
  return /** @type {Counts} */ (JSON.parse(readFileSync(path, 'utf8')));
}
