import type { Page, PaperFormat } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { inChromium } from './in-chromium.js';
import { siteWithFont, WITH_FONT } from './own-font.js';
import { print, type Sheet } from './pdf.js';
import { ONE_FILE, pageWith, withSite } from './temporary-site.js';

/** As few parts as a view has, and as many. */
const STATES = [
  ['patient', ''],
  ['patient', 'age-group="child" site="face-neck" maintenance="repigmented"'],
  ['clinician', ''],
  ['clinician', 'age-group="child" site="face-neck" maintenance="repigmented"'],
] as const;

const FORMATS: PaperFormat[] = ['a4', 'letter'];

const HIDES_ALL = '@media print { body * { visibility: hidden } }';

const withElement = (view: string, attributes: string, css: string, use: (page: Page) => Promise<void>) =>
  withSite(
    pageWith(
      WITH_FONT,
      '<link rel="stylesheet" href="host.css">',
      ONE_FILE,
      `<vitiligo-outlook view="${view}" ${attributes}></vitiligo-outlook>`,
    ),
    async ({ page }) => {
      await page.$eval('vitiligo-outlook', ({ updateComplete }) => updateComplete);
      await use(page);
    },
    { ...siteWithFont, files: { ...siteWithFont.files, 'host.css': css }, before: () => (window.print = () => {}) },
  );

describe.runIf(inChromium('sets media features')).each(STATES)('printed, %s view, %s', (view, attributes) => {
  test.each(FORMATS)('one or two pages of %s, whole', (format) =>
    withElement(view, attributes, '', async (page) => expectWhole(page, await print(page, format))));

  test('whole where the page hides all but its own print area', () =>
    withElement(view, attributes, HIDES_ALL, async (page) => expectWhole(page, await print(page, 'a4'))));

  test('whole from its own clean document', () =>
    withElement(view, attributes, HIDES_ALL, async (page) => {
      const expected = await onScreen(page);
      await page.$eval('vitiligo-outlook', (element) => element.print());
      await page.evaluate(standInForFrame);
      expectAll(expected, await print(page, 'a4'));
    }));
});

test.runIf(inChromium('sets media features'))('means something: text that is cut off or left out is found', () =>
  withElement('patient', '', '', async (page) => {
    const expected = await onScreen(page);
    await page.$eval('vitiligo-outlook', (element) => {
      element.style.setProperty('margin-inline-start', '-80px');
      element.shadowRoot!.querySelector('.intended-use')!.remove();
    });
    const sheets = await print(page, 'a4');
    expect(sheets.flatMap(({ outside }) => outside)).not.toEqual([]);
    // What stands beside the sheet is not in the file at all.
    expect(missing(expected.texts, sheets)).toContainEqual(expect.stringContaining('Not a forecast for one person'));
  }));

interface OnScreen {
  /** Texts in view, as they would be printed. */
  readonly texts: readonly string[];
  /** The numbers of the outlook, of 100. */
  readonly numbers: readonly number[];
}

async function onScreen(page: Page): Promise<OnScreen> {
  await page.emulateMediaType('print');
  const found = await page.$eval('vitiligo-outlook', (element) => {
    const texts: string[] = [];
    const walker = document.createTreeWalker(element.shadowRoot!.querySelector('.root')!, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement!;
      const isInView = parent.checkVisibility({ visibilityProperty: true }) && !parent.closest('.visually-hidden');
      if (isInView && node.textContent!.trim()) texts.push(node.textContent!);
    }
    const { options, adverseEvents } = element.outlook!;
    const rates = [...options.flatMap(({ responses }) => responses), ...adverseEvents];
    return { texts, numbers: rates.map(({ estimate }) => Math.round(100 * estimate)) };
  });
  // No medium of its own: printing sets it.
  await page.emulateMediaType();
  return found;
}

async function expectWhole(page: Page, sheets: readonly Sheet[]): Promise<void> {
  expectAll(await onScreen(page), sheets);
}

function expectAll({ texts, numbers }: OnScreen, sheets: readonly Sheet[]): void {
  expect(texts.length).toBeGreaterThan(50);
  expect(numbers.length).toBeGreaterThan(5);
  expect(sheets.length).toBeLessThanOrEqual(2);
  expect(sheets.flatMap(({ outside }) => outside)).toEqual([]);
  const paper = sheets.map(({ text }) => text).join(' ');
  const words = new Set(paper.match(/\d+/g));
  expect(numbers.filter((number) => !words.has(String(number)))).toEqual([]);
  expect(missing(texts, sheets)).toEqual([]);
}

/** Texts that are not on paper. */
function missing(texts: readonly string[], sheets: readonly Sheet[]): string[] {
  const letters = withoutBlanks(sheets.map(({ text }) => text).join(''));
  return texts.filter((text) => !letters.includes(withoutBlanks(text)));
}

const withoutBlanks = (text: string) => text.normalize('NFKC').replace(/[\s\u00ad\u200b]/g, '');

/** Runs in the page: what the element's own frame holds takes the place of the page, with the frame's style sheet. */
function standInForFrame(): void {
  const frame = document.querySelector('iframe')!;
  const paper = frame.contentDocument!;
  const sheet = new CSSStyleSheet();
  const rules = paper.adoptedStyleSheets.flatMap(({ cssRules }) => [...cssRules].map(({ cssText }) => cssText));
  sheet.replaceSync(rules.join(' '));
  document.adoptedStyleSheets = [sheet];
  document.querySelector('[href="host.css"]')!.remove();
  document.body.style.cssText = paper.body.style.cssText;
  document.body.replaceChildren(...paper.body.childNodes);
}
