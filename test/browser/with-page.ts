import { connect, type MediaFeature, type Page, type Viewport } from 'puppeteer-core';
import { inject } from 'vitest';

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
  const browser = await connect({ browserWSEndpoint: inject('browser'), defaultViewport: viewport });
  const context = await browser.createBrowserContext();
  try {
    const page = await context.newPage();
    const open = listen(page);
    await page.emulateMediaFeatures(media);
    await page.evaluateOnNewDocument(recordViolations);
    if (before) await page.evaluateOnNewDocument(before);
    await page.setJavaScriptEnabled(!withoutScript);
    await page.goto(new URL(address, inject('site')).href);
    await page.waitForNetworkIdle({ idleTime: 200 });
    await use(open);
  } finally {
    await context.close();
    await browser.disconnect();
  }
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
