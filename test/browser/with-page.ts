import { connect, launch, type Browser, type MediaFeature, type Page, type Viewport } from 'puppeteer-core';
import { afterAll, inject } from 'vitest';
import { firefoxOptions } from '../../scripts/engines/firefox.mjs';
import { findEngine } from '../../scripts/engines/find-engines.mjs';

declare global {
  interface Window {
    /** What a page's policy blocked, filled in by {@link withPage}. */
    blocked: string[];
  }
}

/** A page under test, and all it did that a quiet page does not do. */
export interface OpenPage {
  readonly page: Page;
  /** The address of every file asked for, the page's own first. */
  readonly requests: string[];
  /** Messages on the console, uncaught errors, failed or refused requests. */
  readonly complaints: string[];
  /** What the page's content security policy blocked. */
  blocked(): Promise<string[]>;
}

export interface Settings {
  readonly viewport?: Viewport;
  readonly media?: MediaFeature[];
  /** Switches the page's scripts off. */
  readonly withoutScript?: boolean;
  /** Runs in the page before any of its own scripts. */
  readonly before?: () => void;
}

/**
 * Opens a page of the package, with cookies, cache and storage of its own, and closes it when the test is done with it.
 * @param address a full address, or a path of the site, such as `/demo/`
 */
export async function withPage(
  address: string,
  use: (open: OpenPage) => Promise<void>,
  { viewport = { width: 1280, height: 800 }, media = [], withoutScript = false, before }: Settings = {},
): Promise<void> {
  const { browser, leave } = await reachBrowser(viewport);
  const context = await browser.createBrowserContext();
  try {
    const page = await context.newPage();
    await page.setViewport(viewport);
    const open = listen(page);
    if (media.length) await page.emulateMediaFeatures(media);
    await page.evaluateOnNewDocument(recordViolations);
    if (before) await page.evaluateOnNewDocument(before);
    if (withoutScript) await page.setJavaScriptEnabled(false);
    await page.goto(new URL(address, inject('site')).href);
    await page.waitForNetworkIdle({ idleTime: 200 });
    await use(open);
  } finally {
    await context.close();
    await leave();
  }
}

let firefox: Promise<Browser> | undefined;

afterAll(async () => (await firefox)?.close());

/** All test files share a Chromium; a Firefox takes orders from one of them only, so that each has its own. */
async function reachBrowser(defaultViewport: Viewport): Promise<{ browser: Browser; leave: () => Promise<void> }> {
  const browserWSEndpoint = inject('chromium');
  if (browserWSEndpoint) {
    const browser = await connect({ browserWSEndpoint, defaultViewport });
    return { browser, leave: () => browser.disconnect() };
  }
  firefox ??= findEngine('firefox').then((engine) => launch(firefoxOptions(engine)));
  return { browser: await firefox, leave: () => Promise.resolve() };
}

function listen(page: Page): OpenPage {
  const requests: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  page.on('console', (message) => complaints.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => complaints.push(`uncaught: ${String(error)}`));
  page.on('requestfailed', (request) => complaints.push(`failed: ${request.url()}`));
  page.on('response', (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()}: ${response.url()}`);
  });
  return { page, requests, complaints, blocked: () => page.evaluate(() => window.blocked) };
}

/** Runs in the page, before any of its own scripts. */
function recordViolations(): void {
  window.blocked = [];
  document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) => {
    window.blocked.push(`${effectiveDirective}: ${blockedURI} ${sample}`);
  });
}
