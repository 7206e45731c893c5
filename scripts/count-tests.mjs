import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Reporters, one for each test runner, that write how many tests passed, failed and were skipped to a JSON file. What
 * broke outside a test - a file that did not load, an error nobody caught - counts as a failure.
 * @typedef {{passed: number, failed: number, skipped: number}} Counts
 */

/**
 * @param {string} file
 * @returns {import('vitest/reporters').Reporter}
 */
export function vitestCounts(file) {
  return {
    onTestRunEnd(modules, unhandledErrors) {
      const counts = { passed: 0, failed: unhandledErrors.length, skipped: 0 };
      for (const module of modules) {
        counts.failed += module.errors().length;
        for (const test of module.children.allTests()) counts[settled(test.result().state)] += 1;
      }
      write(file, counts);
    },
  };
}

/**
 * @param {string} file
 * @returns {import('@web/test-runner-core').Reporter}
 */
export function webTestRunnerCounts(file) {
  return {
    onTestRunFinished({ sessions }) {
      const counts = { passed: 0, failed: 0, skipped: 0 };
      for (const session of sessions) {
        counts.failed += session.errors.length;
        if (session.testResults) countSuite(session.testResults, counts);
      }
      write(file, counts);
    },
  };
}

/**
 * A test that never ended did not pass.
 * @param {'passed' | 'failed' | 'skipped' | 'pending'} state
 */
function settled(state) {
  return state === 'pending' ? 'failed' : state;
}

/**
 * @param {import('@web/test-runner-core').TestSuiteResult} suite
 * @param {Counts} counts
 */
function countSuite(suite, counts) {
  for (const test of suite.tests) counts[test.skipped ? 'skipped' : test.passed ? 'passed' : 'failed'] += 1;
  for (const inner of suite.suites) countSuite(inner, counts);
}

/**
 * @param {string} file
 * @param {Counts} counts
 */
function write(file, counts) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(counts));
}
