import { launch } from 'puppeteer-core';
import type { TestProject } from 'vitest/node';
import { launchOptions } from '../scripts/browser-launch.mjs';
import { ensureBuilt } from '../scripts/built.mjs';
import { serve } from '../scripts/serve.mjs';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where demo/ and dist/ are served. */
    site: string;
    /** The address by which a test reaches the one browser of the run. */
    browser: string;
  }
}

/** Builds the package if need be, serves it, and starts a browser for all tests of it. */
export default async function start(project: TestProject): Promise<() => Promise<void>> {
  ensureBuilt();
  const { renderPage } = await import('../demo/server-rendered.mjs');
  const site = await serve({ pages: { '/demo/server-rendered.html': renderPage } });
  const browser = await launch(await launchOptions());
  project.provide('site', site.url);
  project.provide('browser', browser.wsEndpoint());
  return async () => {
    await browser.close();
    await site.close();
  };
}
