import { defineConfig } from 'vitest/config';

/**
 * What Stryker runs for every mutant: the quick tests of the engine, without the golden numbers. `MUTATION_TESTS` (file
 * patterns, with commas between) narrows them to those that belong to a slice, which can only lower its score.
 */
export default defineConfig({
  test: {
    include: process.env['MUTATION_TESTS']?.split(',') ?? ['test/stats/**/*.test.ts'],
    setupFiles: ['test/stats/support/fixed-seed.ts'],
    // Counting which test runs which mutant slows the engine down.
    testTimeout: 60_000,
  },
});
