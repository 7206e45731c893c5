import { defineConfig } from 'vitest/config';
import { vitestCounts } from './scripts/count-tests.mjs';

const IN_A_TEST_PAGE = ['test/element/**', 'test/charts/**'];
const OF_THE_PACKAGE = ['test/build/**/*.test.ts', 'test/browser/**/*.test.ts', 'test/demo/**/*.test.ts', 'test/visual/**/*.test.ts'];

/** The tests that Web Test Runner does not run: pure modules, and the package as built, in whole pages. */
export default defineConfig({
  test: {
    reporters: ['default', vitestCounts('reports/node-tests.json')],
    // Left to itself it keeps one processor free, which of two is half of them; a test of pages waits for much.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          name: 'modules',
          // No file changes what another sees, and to load every module anew for each takes longer than the tests.
          isolate: false,
          include: ['test/**/*.test.ts'],
          exclude: [...IN_A_TEST_PAGE, ...OF_THE_PACKAGE],
        },
      },
      {
        test: {
          name: 'package',
          include: OF_THE_PACKAGE,
          globalSetup: 'test/start-package.ts',
          // Against hanging alone: pages open slowly where as many tests run as there are processors.
          testTimeout: 60_000,
        },
      },
    ],
  },
});
