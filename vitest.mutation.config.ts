import { defineConfig } from 'vitest/config';

/** What Stryker runs for every mutant: the quick tests of the engine, without the golden numbers. */
export default defineConfig({
  test: {
    include: ['test/stats/**/*.test.ts'],
    setupFiles: ['test/stats/support/fixed-seed.ts'],
    // Counting which test runs which mutant slows the engine down.
    testTimeout: 60_000,
  },
});
