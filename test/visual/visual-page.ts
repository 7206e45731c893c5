import type { CDPSession, Page } from 'puppeteer-core';
import { siteWithFont, WITH_FONT } from '../browser/own-font.js';
import { ONE_FILE, pageWith, withSite } from '../browser/temporary-site.js';
import type { Surroundings, VisualState } from './states.js';

/** A page that shows one state after another. */
export interface VisualPage {
  readonly page: Page;
  /** Shows a state and gives the picture of it, a PNG file. */
  take(state: VisualState): Promise<Buffer>;
  /** The picture of what is on screen by now. */
  takeAgain(state: VisualState): Promise<Buffer>;
}

export const withVisualPage = (use: (visual: VisualPage) => Promise<void>): Promise<void> =>
  withSite(
    pageWith(WITH_FONT, ONE_FILE),
    async ({ page }) => {
      const session = await page.createCDPSession();
      await use({
        page,
        take: async (state) => {
          await show(page, session, state);
          return takePicture(page, state);
        },
        takeAgain: (state) => takePicture(page, state),
      });
    },
    siteWithFont,
  );

async function show(page: Page, session: CDPSession, state: VisualState): Promise<void> {
  await page.setViewport({ width: state.width, height: 800, deviceScaleFactor: 1 });
  await setSurroundings(session, state.surroundings);
  await page.evaluate(
    async (attributes, click) => {
      const element = document.createElement('vitiligo-outlook');
      for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
      document.querySelector('vitiligo-outlook')?.remove();
      document.body.append(element);
      await element.updateComplete;
      // A browser's own style gives the letters of buttons back to its own way of drawing.
      const alike = new CSSStyleSheet();
      alike.replaceSync('button, input, select, textarea { text-rendering: inherit }');
      element.shadowRoot!.adoptedStyleSheets.push(alike);
      for (const selector of click) {
        const control = element.shadowRoot!.querySelector<HTMLElement>(selector);
        if (!control) throw new Error(`no ${selector}`);
        control.click();
        // A fold tells that it was opened in a task of its own.
        await new Promise((resolve) => setTimeout(resolve, 50));
        await element.updateComplete;
      }
      await document.fonts.ready;
    },
    state.attributes,
    state.click ?? [],
  );
}

/** As the browser's own emulation does; puppeteer's list of media features lacks forced colours. */
function setSurroundings(session: CDPSession, surroundings: Surroundings): Promise<unknown> {
  return session.send('Emulation.setEmulatedMedia', {
    media: surroundings === 'print' ? 'print' : 'screen',
    features: [
      { name: 'prefers-color-scheme', value: surroundings === 'dark' ? 'dark' : 'light' },
      { name: 'forced-colors', value: surroundings === 'forced-colors' ? 'active' : 'none' },
      { name: 'prefers-reduced-motion', value: 'reduce' },
    ],
  });
}

async function takePicture(page: Page, { part, width }: VisualState): Promise<Buffer> {
  const clip = await page.$eval(
    'vitiligo-outlook',
    (element, selector) => {
      const kept = selector ? element.shadowRoot!.querySelector(selector)! : element;
      const { left, top, width, height } = kept.getBoundingClientRect();
      return { x: left + scrollX, y: top + scrollY, width, height };
    },
    part ?? '',
  );
  const [x, y] = [Math.floor(clip.x), Math.floor(clip.y)];
  const [right, bottom] = [Math.min(width, Math.ceil(clip.x + clip.width)), Math.ceil(clip.y + clip.height)];
  const box = { x, y, width: right - x, height: bottom - y };
  return Buffer.from(await page.screenshot({ clip: box, captureBeyondViewport: true }));
}
