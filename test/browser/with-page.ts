import {
  connect, launch, type Browser, type BrowserContext, type MediaFeature, type Page, type Viewport,
} from 'puppeteer-core';
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
 * Opens a page of the package and closes it when the test is done with it. Pages of one file share cookies and storage.
 * @param address a full address, or a path of the site, such as `/demo/`
 */
export async function withPage(
  address: string,
  use: (open: OpenPage) => Promise<void>,
  { viewport = { width: 1280, height: 800 }, media = [], withoutScript = false, before }: Settings = {},
): Promise<void> {
  opened ??= openWindow();
  const { context } = await opened;
  const page = await context.newPage();
  try {
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
    await page.close();
  }
}

interface TestWindow {
  readonly context: BrowserContext;
  readonly close: () => Promise<void>;
}

let opened: Promise<TestWindow> | undefined;

afterAll(async () => (await opened)?.close());

/**
 * A window for the pages of a test file, apart from those of other files. An empty page keeps it open: with a window
 * of its own, a page takes a third longer.
 */
async function openWindow(): Promise<TestWindow> {
  const { browser, leave } = await reachBrowser();
  const context = await browser.createBrowserContext();
  await context.newPage();
  const close = async () => {
    await context.close();
    await leave();
  };
  return { context, close };
}

/** All test files share a Chromium; a Firefox takes orders from one of them only, so that each has its own. */
async function reachBrowser(): Promise<{ browser: Browser; leave: () => Promise<void> }> {
  const browserWSEndpoint = inject('chromium');
  if (browserWSEndpoint) {
    const browser = await connect({ browserWSEndpoint, defaultViewport: null });
    return { browser, leave: () => browser.disconnect() };
  }
  const browser = await launch(firefoxOptions(await findEngine('firefox')));
  return { browser, leave: () => browser.close() };
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
