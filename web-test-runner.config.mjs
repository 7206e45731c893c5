import { fileURLToPath } from 'node:url';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import * as puppeteer from 'puppeteer-core';
import { launchOptions } from './scripts/browser-launch.mjs';
import { webTestRunnerCounts } from './scripts/count-tests.mjs';

export default /** @type {import('@web/test-runner').TestRunnerConfig} */ ({
  files: ['test/element/**/*.test.ts', 'test/charts/**/*.test.ts'],
  nodeResolve: true,
  concurrency: 2,
  browsers: [chromeLauncher({ puppeteer, launchOptions: await launchOptions() })],
  plugins: [
    // Without the project's own settings, Lit's decorators fail when a module loads.
    esbuildPlugin({
      ts: true,
      json: true,
      target: 'es2022',
      tsconfig: fileURLToPath(new URL('tsconfig.json', import.meta.url)),
    }),
  ],
  reporters: [defaultReporter(), webTestRunnerCounts('reports/element-tests.json')],
  testFramework: { config: { timeout: 10_000 } },
  filterBrowserLogs: ({ args }) => !args.some((argument) => String(argument).includes('Lit is in dev mode')),
});
