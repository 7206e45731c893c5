import type { Page } from 'puppeteer-core';
import { inject } from 'vitest';

/** What puppeteer's types leave out of a browser that takes orders by WebDriver BiDi. */
interface Commanded {
  readonly connection: { send(method: string, params: object): Promise<unknown> };
}

/** Has what the page downloads written to a folder, without a question. */
export async function downloadTo(page: Page, folder: string): Promise<void> {
  const { id } = page.browserContext();
  if (inject('chromium') === null) {
    const { connection } = page.browser() as unknown as Commanded;
    const downloadBehavior = { type: 'allowed', destinationFolder: folder };
    await connection.send('browser.setDownloadBehavior', { downloadBehavior, userContexts: [id] });
    return;
  }
  const session = await page.createCDPSession();
  const context = id ? { browserContextId: id } : {};
  await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: folder, ...context });
}
