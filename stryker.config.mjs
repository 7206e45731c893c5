/**
 * Mutation testing of the engine, by hand (`npm run mutation`), not part of `npm test`: it takes hours.
 * A slice: `npm run mutation -- --mutate src/stats/trim-and-fill.ts`.
 * @type {import('@stryker-mutator/api/core').PartialStrykerOptions}
 */
export default {
  testRunner: 'vitest',
  vitest: { configFile: 'vitest.mutation.config.ts' },
  plugins: ['@stryker-mutator/vitest-runner', './scripts/stryker-ignore-messages.mjs'],
  ignorers: ['messages'],
  mutate: ['src/stats/**/*.ts', '!src/stats/vendor/**', '!src/stats/index.ts', '!src/stats/**/*.d.ts'],
  coverageAnalysis: 'perTest',
  concurrency: 2,
  timeoutMS: 8_000,
  reporters: ['clear-text', 'json', 'progress-append-only'],
  jsonReporter: { fileName: 'reports/mutation/mutation.json' },
  ignorePatterns: ['dist', 'reports', 'docs', 'demo', 'data', 'src/element', 'src/charts', 'test/browser', 'test/element'],
  thresholds: { high: 90, low: 80, break: null },
};
