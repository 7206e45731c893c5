import { launch } from 'puppeteer-core';
import type { TestProject } from 'vitest/node';
import { launchOptions } from '../scripts/browser-launch.mjs';
import { ensureBuilt } from '../scripts/built.mjs';
import { engineOf } from '../scripts/engines/element-tests.mjs';
import { serve } from '../scripts/serve.mjs';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where demo/ and dist/ are served. */
    site: string;
    /** The address by which a test reaches the one Chromium of the run; none in a run of another engine. */
    chromium: string | null;
  }
}

/** Builds the package if need be, serves it, and starts a browser for all tests of it. */
export default async function start(project: TestProject): Promise<() => Promise<void>> {
  ensureBuilt();
  const { renderPage } = await import('../demo/server-rendered.mjs');
  const site = await serve({ pages: { '/demo/server-rendered.html': renderPage } });
  const chromium = engineOf(process.env) === 'chromium' ? await launch(await launchOptions()) : null;
  project.provide('site', site.url);
  project.provide('chromium', chromium?.wsEndpoint() ?? null);
  return async () => {
    await chromium?.close();
    await site.close();
  };
}
