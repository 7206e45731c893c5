import { fileURLToPath } from 'node:url';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { webTestRunnerCounts } from './scripts/count-tests.mjs';
import { engineOf, launcherOf, LEFT_OUT } from './scripts/engines/element-tests.mjs';

// `npm run test:engines` runs it for each engine; alone it is Chromium's.
const engine = engineOf(process.env);

export default /** @type {import('@web/test-runner').TestRunnerConfig} */ ({
  files: ['test/element/**/*.test.ts', 'test/charts/**/*.test.ts', ...LEFT_OUT[engine].map(({ file }) => `!${file}`)],
  nodeResolve: true,
  concurrency: 2,
  browsers: [await launcherOf(engine)],
  plugins: [
    // Without the project's own settings, Lit's decorators fail when a module loads.
    esbuildPlugin({
      ts: true,
      json: true,
      target: 'es2022',
      tsconfig: fileURLToPath(new URL('tsconfig.json', import.meta.url)),
    }),
  ],
  reporters: [defaultReporter(), webTestRunnerCounts(`reports/element-tests${engine === 'chromium' ? '' : `-${engine}`}.json`)],
  // The other engines run one file after another, and axe runs slower in them.
  testFramework: { config: { timeout: engine === 'chromium' ? 10_000 : 30_000 } },
  ...(engine === 'chromium' ? {} : { testsFinishTimeout: 600_000 }),
  filterBrowserLogs: ({ args }) => !args.some((argument) => String(argument).includes('Lit is in dev mode')),
});
