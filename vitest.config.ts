import { defineConfig } from 'vitest/config';
import { vitestCounts } from './scripts/count-tests.mjs';

const IN_A_PAGE = ['test/element/**', 'test/charts/**'];
const WHOLE_PAGES = 'test/browser/**/*.test.ts';

export default defineConfig({
  test: {
    reporters: ['default', vitestCounts('reports/node-tests.json')],
    projects: [
      { test: { name: 'node', include: ['test/**/*.test.ts'], exclude: [...IN_A_PAGE, WHOLE_PAGES] } },
      {
        test: {
          name: 'pages',
          include: [WHOLE_PAGES],
          globalSetup: 'test/browser/start-browser.ts',
          testTimeout: 30_000,
        },
      },
    ],
  },
});
