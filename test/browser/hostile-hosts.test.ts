import { expect, test } from 'vitest';
import { inChromium } from './in-chromium.js';
import { ONE_FILE, pageWith, showsAnswer, withSite } from './temporary-site.js';

const ELEMENT = '<vitiligo-outlook></vitiligo-outlook>';
const withStyle = (css: string, ...body: string[]) => ({
  page: pageWith('<link rel="stylesheet" href="host.css">', ONE_FILE, ...(body.length ? body : [ELEMENT])),
  files: { 'host.css': css },
});

/** What is wrong to the eye, as far as it can be measured: hidden, without size, or wider than its place. */
function troubles(element: Element): string[] {
  const found: string[] = [];
  const { width, height } = element.getBoundingClientRect();
  if (width === 0 || height < 300) found.push(`${width} by ${height} pixels`);
  const root = element.shadowRoot!;
  // Where room is short, and on paper, a line sums the questions up.
  const areFolded = getComputedStyle(root.querySelector('.questions')!).display === 'none';
  const answers = areFolded ? '.inputs-summary' : 'label';
  for (const one of root.querySelectorAll(`.big-number, ${answers}, .intended-use, [part=option] p`)) {
    if (one.closest('details:not([open])')) continue;
    if (!one.checkVisibility({ visibilityProperty: true, opacityProperty: true })) found.push(`hidden: ${one.className}`);
    if (parseFloat(getComputedStyle(one).fontSize) < 9) found.push(`tiny: ${one.className}`);
  }
  const inner = root.querySelector('.root')!;
  if (inner.scrollWidth > inner.clientWidth + 1) found.push(`${inner.scrollWidth} in ${inner.clientWidth} pixels`);
  return found;
}

test.each([
  ['a reset', '*, *::before, *::after { margin: 0; padding: 0; border: 0; box-sizing: border-box; font: inherit }'],
  ['a root font of 10 pixels', 'html { font-size: 62.5% } body { font-size: 1.6rem }'],
  ['everything unset', 'body * { all: unset }'],
  ['letters of 24 pixels', 'body { font: 24px serif }'],
  ['a column of 280 pixels', 'body { margin: 0; inline-size: 280px }'],
  ['letters of 24 pixels in 320 pixels', 'body { margin: 0; inline-size: 320px; font: 24px serif }'],
  ['a dark page', 'html { color-scheme: dark; background: #111; color: #eee }'],
  ['a flex row', 'body { display: flex }'],
  ['a grid', 'body { display: grid; grid-template-columns: 1fr 1fr }'],
])('stands in %s', (_name, css) => {
  const { page, files } = withStyle(css);
  return withSite(
    page,
    async (open) => {
      expect(await open.page.$eval('vitiligo-outlook', troubles)).toEqual([]);
      expect(open.complaints).toEqual([]);
    },
    { files },
  );
});

test('stands in a page that is written from right to left, in English', () =>
  withSite(pageWith(ONE_FILE, `<div dir="rtl" lang="en">${ELEMENT}</div>`), async ({ page }) => {
    expect(await page.$eval('vitiligo-outlook', troubles)).toEqual([]);
    const directionOf = (one: Element) => getComputedStyle(one.shadowRoot!.querySelector('p')!).direction;
    expect(await page.$eval('vitiligo-outlook', directionOf)).toBe('ltr');
  }));

test.each(['auto', 'xx-invalid-tag-that-is-far-too-long', '*', 'EN_us'])('takes lang="%s" without a complaint', (lang) =>
  withSite(pageWith(ONE_FILE, `<div lang="${lang}">${ELEMENT}</div>`), async (open) => {
    expect(await showsAnswer(open)).toBe(true);
    expect(open.complaints).toEqual([]);
  }),
);

test('is whole when it is shown late', () => {
  const { page, files } = withStyle('.closed { display: none }', `<div class="closed">${ELEMENT}</div>`);
  return withSite(
    page,
    async (open) => {
      await open.page.$eval('.closed', (one) => one.classList.remove('closed'));
      expect(await open.page.$eval('vitiligo-outlook', troubles)).toEqual([]);
    },
    { files },
  );
});

test('thirty on one page are quick and apart', () =>
  withSite(pageWith(ONE_FILE, ELEMENT.repeat(30)), async (open) => {
    const answers = await open.page.$$eval('vitiligo-outlook', async (all) => {
      all[7]!.site = 'hands-feet';
      await all[7]!.updateComplete;
      return all.map(({ outlook }) => outlook?.inputs.site);
    });
    expect(answers).toEqual(answers.map((_, index) => (index === 7 ? 'hands-feet' : 'any')));
    expect(open.complaints).toEqual([]);
  }));

test.runIf(inChromium('sets media features'))('is shown on paper where the page hides all but its own print area', () => {
  const { page, files } = withStyle('@media print { body * { visibility: hidden } }');
  return withSite(
    page,
    async (open) => {
      await open.page.emulateMediaType('print');
      expect(await open.page.$eval('vitiligo-outlook', troubles)).toEqual([]);
    },
    { files },
  );
});

test('prints alone, from a document that is gone afterwards, under the strict policy', () =>
  withSite(
    pageWith(ONE_FILE, '<vitiligo-outlook><p slot="header">Clinic</p></vitiligo-outlook>'),
    async (open) => {
      const printed = await open.page.$eval('vitiligo-outlook', async (element) => {
        await element.print();
        const frame = document.querySelector('iframe');
        const page = frame?.contentDocument;
        const text = page?.body.textContent ?? '';
        const margin = page && getComputedStyle(page.querySelector('.big-number')!).fontWeight;
        frame?.contentWindow?.dispatchEvent(new Event('afterprint'));
        return { text, margin, isGone: !document.querySelector('iframe'), asked: window.asked };
      });
      expect(printed.text).toContain('Clinic');
      expect(printed.text).toContain('Not a forecast for one person');
      expect(printed).toMatchObject({ margin: '650', isGone: true, asked: 1 });
      expect(open.complaints).toEqual([]);
      expect(await open.blocked()).toEqual([]);
    },
    {
      before: () => {
        window.print = () => {
          window.parent.asked = (window.parent.asked ?? 0) + 1;
        };
      },
    },
  ));

declare global {
  interface Window {
    asked?: number;
  }
}
