import { expect, inject, test } from 'vitest';
import { findings } from './axe-findings.js';
import { withPage } from './with-page.js';

const PAGE = '/demo/theming.html';

/** Of each look: the colours as its style sheet has them, and whether the pictures are those for the dark. */
const LOOKS = [
  ['clinic', { surface: 'rgb(251, 248, 241)', text: 'rgb(43, 42, 38)', font: 'Georgia' }],
  ['portal', { surface: 'rgb(255, 255, 255)', text: 'rgb(27, 39, 51)', font: 'system-ui' }],
  ['night', { surface: 'rgb(15, 22, 32)', text: 'rgb(223, 230, 238)', font: 'system-ui' }],
] as const;

test.each(LOOKS)('the look of the %s reaches into the element', (name, { surface, text, font }) =>
  withPage(PAGE, async ({ page }) => {
    const seen = await page.$eval(`.${name} vitiligo-outlook`, (element) => {
      const { backgroundColor, color, fontFamily } = getComputedStyle(element.shadowRoot!.querySelector('.root')!);
      return { surface: backgroundColor, text: color, font: fontFamily.split(',')[0]!.replaceAll('"', '') };
    });
    expect(seen).toEqual({ surface, text, font });
  }),
);

test("the portal's lines follow the state that the element is in", () =>
  withPage(PAGE, async ({ page }) => {
    const lines = () =>
      page.$$eval('.by-state', (all) => all.filter((one) => one.checkVisibility()).map((one) => one.classList[1]));
    const set = (change: object) =>
      page.$eval(
        '.portal vitiligo-outlook',
        (element, given) => {
          Object.assign(element, given);
          return element.updateComplete;
        },
        change,
      );
    expect(await lines()).toEqual(['clinician']);
    await set({ estimates: 'pooled' });
    expect(await lines()).toEqual(['clinician', 'pooled']);
    await set({ view: 'patient', estimates: 'published' });
    expect(await lines()).toEqual(['patient']);
  }));

test('parts take the borders of the portal', () =>
  withPage(PAGE, async ({ page }) => {
    const [inputs, option] = await page.$eval('.portal vitiligo-outlook', (element) =>
      ['inputs', 'option'].map((part) => getComputedStyle(element.shadowRoot!.querySelector(`[part=${part}]`)!)).map(
        ({ borderInlineStartColor, borderBlockStartColor }) => [borderInlineStartColor, borderBlockStartColor],
      ),
    );
    expect(inputs![0]).toBe('rgb(0, 73, 122)');
    expect(option![1]).toBe('rgb(0, 73, 122)');
  }));

test('axe finds nothing, contrast in all three looks included; the page is quiet, and fits 320 to 1,280 pixels', () =>
  withPage(PAGE, async ({ page, complaints, blocked, requests }) => {
    expect(complaints).toEqual([]);
    expect(await blocked()).toEqual([]);
    expect(requests.filter((url) => !url.startsWith(`${inject('site')}/`) && !url.startsWith('data:'))).toEqual([]);
    for (const width of [320, 768, 1280]) {
      await page.setViewport({ width, height: 800 });
      const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(tooWide, `${width} pixels`).toBeLessThanOrEqual(0);
    }
    expect(await findings(page)).toEqual([]);
  }));
