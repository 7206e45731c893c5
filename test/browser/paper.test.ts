import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { inChromium } from './in-chromium.js';
import { siteWithFont, WITH_FONT } from './own-font.js';
import { print, type Sheet } from './pdf.js';
import { ONE_FILE, pageWith, withSite } from './temporary-site.js';

/** Arabic as in Egypt, which writes digits of its own. */
const LANGUAGES = ['en', 'es', 'fr', 'ar-EG', 'ko'] as const;
const VIEWS = ['patient', 'clinician'] as const;
const EVERY = LANGUAGES.flatMap((lang) => VIEWS.map((view) => [lang, view] as const));

/** What puts as many parts on screen as a view has. */
const MOST_PARTS = { 'age-group': 'child', 'site': 'face-neck', 'maintenance': 'repigmented' };

const HOST_STYLE = '[href="host.css"]';
const HIDES_ALL = '@media print { body * { visibility: hidden } }';

/** A page whose own style hides all of it in print, as soon as it is switched on. */
const withElement = (lang: string, view: string, use: (page: Page) => Promise<void>) =>
  withSite(
    pageWith(
      WITH_FONT,
      '<link rel="stylesheet" href="host.css">',
      ONE_FILE,
      `<vitiligo-outlook lang="${lang}" view="${view}"></vitiligo-outlook>`,
    ),
    async ({ page }) => {
      await setHostile(page, false);
      await page.$eval('vitiligo-outlook', ({ updateComplete }) => updateComplete);
      await use(page);
    },
    { ...siteWithFont, files: { ...siteWithFont.files, 'host.css': HIDES_ALL }, before: () => (window.print = () => {}) },
  );

const setHostile = (page: Page, isHostile: boolean) =>
  page.$eval(HOST_STYLE, (link, on) => void ((link as HTMLLinkElement).sheet!.disabled = !on), isHostile);

const setState = (page: Page, state: Readonly<Record<string, string>>) =>
  page.$eval(
    'vitiligo-outlook',
    (element, attributes) => {
      for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
      return element.updateComplete;
    },
    state,
  );

describe.runIf(inChromium('sets media features'))('printed, one or two pages, whole', () => {
  test.each(EVERY)('in %s, %s view: A4, Letter where the page hides all, and from a document of its own', (lang, view) =>
    withElement(lang, view, async (page) => {
      await setHostile(page, true);
      expectTakeAway(await onScreen(page), await print(page, 'letter'));
      await setState(page, MOST_PARTS);
      const expected = await onScreen(page);
      expectTakeAway(expected, await printAlone(page));
      await setHostile(page, false);
      expectTakeAway(expected, await print(page, 'a4'));
    }), 60_000);

  test.each(LANGUAGES)('with all of a talk open and a full list of one’s own two pages more, in %s', (lang) =>
    withElement(lang, 'patient', async (page) => {
      await openTalk(page, ['.support', '.support details']);
      await page.$eval('vitiligo-outlook', async (element) => {
        const boxes = element.shadowRoot!.querySelectorAll<HTMLInputElement>('.step input[type=checkbox]');
        for (const box of boxes) box.click();
        await element.updateComplete;
      });
      const sheets = await print(page, 'a4');
      expect(sheets.length).toBeLessThanOrEqual(4);
      expectWhole(await onScreen(page), sheets);
    }), 60_000);

  test('a talk that is open follows on a page of its own, headed, and the take-away stays as it is', () =>
    withElement('en', 'patient', async (page) => {
      const before = await print(page, 'a4');
      await openTalk(page, ['.support']);
      const sheets = await print(page, 'a4');
      expect(sheets.slice(0, -1).map(({ text }) => text)).toEqual(before.map(({ text }) => text));
      expectWhole(await onScreen(page), sheets);
      const heading = await page.$eval('vitiligo-outlook', (element) =>
        element.shadowRoot!.querySelector('.support > summary')!.textContent.trim(),
      );
      expect(sheets.at(-1)!.text.replace(/\s+/g, ' ').trim().startsWith(heading)).toBe(true);
    }));

  test.each(VIEWS)('says why a part has no number, and is light where the element is dark, %s view', (view) =>
    withElement('en', view, async (page) => {
      await setState(page, { ...MOST_PARTS, phototherapy: 'available' });
      const sheets = await print(page, 'a4');
      const paper = withoutBlanks(sheets.map(({ text }) => text).join(''));
      expect(paper).toContain(withoutBlanks('No estimate with a range for this part of the body.'));
      expect(paper).toContain(
        withoutBlanks('Keeping the colour Studied in adults alone. Nothing is known for children.'),
      );
      const colours = () =>
        page.$eval('vitiligo-outlook', (element) => {
          const { color, backgroundColor } = getComputedStyle(element.shadowRoot!.querySelector('.root')!);
          return [color, backgroundColor];
        });
      const light = await colours();
      await setState(page, { theme: 'dark' });
      expect(await colours()).not.toEqual(light);
      await page.emulateMediaType('print');
      expect(await colours()).toEqual(light);
    }));

  test.each(['en', 'ar-EG'])('means something: text that is cut off or left out is found, in %s', (lang) =>
    withElement(lang, 'patient', async (page) => {
      const expected = await onScreen(page);
      await page.$eval('vitiligo-outlook', (element) => {
        element.style.setProperty('margin-left', '-80px');
        element.style.setProperty('margin-right', '-80px');
        element.shadowRoot!.querySelector('.intended-use')!.remove();
        element.shadowRoot!.querySelector('.big-number')!.remove();
      });
      const sheets = await print(page, 'a4');
      expect(sheets.flatMap(({ outside }) => outside)).not.toEqual([]);
      // What stands beside the sheet is not in the file at all.
      expect(missing(expected.texts, sheets)).not.toEqual([]);
      expect(missingNumbers(expected.texts, sheets)).not.toEqual([]);
    }));
});

function openTalk(page: Page, folds: readonly string[]): Promise<void> {
  return page.$eval(
    'vitiligo-outlook',
    async (element, selectors) => {
      for (const selector of selectors) {
        for (const fold of element.shadowRoot!.querySelectorAll<HTMLDetailsElement>(selector)) fold.open = true;
        // A fold tells that it was opened in a task of its own.
        await new Promise((resolve) => setTimeout(resolve, 50));
        await element.updateComplete;
      }
    },
    folds,
  );
}

interface OnScreen {
  readonly isArabic: boolean;
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
    // 57.5 is 57.49999999999999 by multiplication.
    const numbers = rates.map(({ estimate }) => Math.round(Number((100 * estimate).toPrecision(12))));
    return { isArabic: element.lang.startsWith('ar'), texts, numbers };
  });
  // No medium of its own: printing sets it.
  await page.emulateMediaType();
  return found;
}

function expectTakeAway(expected: OnScreen, sheets: readonly Sheet[]): void {
  expect(sheets.length).toBeLessThanOrEqual(2);
  expectWhole(expected, sheets);
}

function expectWhole({ texts, numbers, isArabic }: OnScreen, sheets: readonly Sheet[]): void {
  expect(texts.length).toBeGreaterThan(50);
  expect(numbers.length).toBeGreaterThan(5);
  expect(sheets.flatMap(({ outside }) => outside)).toEqual([]);
  expect(sheets.flatMap((sheet) => sheet.overlapping)).toEqual([]);
  const onPaper = counted(numbersIn(paperOf(sheets)));
  expect(numbers.filter((number) => !onPaper.has(String(number)))).toEqual([]);
  expect(missingNumbers(texts, sheets)).toEqual([]);
  expect(isArabic ? missingLetters(texts, sheets) : missing(texts, sheets)).toEqual([]);
}

const paperOf = (sheets: readonly Sheet[]) => sheets.map(({ text }) => text).join(' ');

/** Texts that are not on paper; the end of a sheet may part one, with other columns in between. */
function missing(texts: readonly string[], sheets: readonly Sheet[]): string[] {
  const letters = sheets.map(({ text }) => withoutBlanks(text));
  const isWhole = (text: string) => letters.some((sheet) => sheet.includes(text));
  const isParted = (text: string) =>
    [...text].some((_, at) =>
      letters.slice(1).some((next, k) => letters[k]!.includes(text.slice(0, at)) && next.includes(text.slice(at))),
    );
  return texts.filter((text) => !isWhole(withoutBlanks(text)) && !isParted(withoutBlanks(text)));
}

const withoutBlanks = (text: string) => text.normalize('NFKC').replace(/[\s\p{Cf}]/gu, '');

/** Letters on paper less often than on screen: a file has Arabic in the order of drawing, and no vowel signs. */
function missingLetters(texts: readonly string[], sheets: readonly Sheet[]): string[] {
  const letters = (text: string) => counted(withoutBlanks(text).replace(/\p{M}/gu, ''));
  return lacking(letters(texts.join('')), letters(paperOf(sheets)));
}

/** Numbers that are on paper less often than on screen. */
function missingNumbers(texts: readonly string[], sheets: readonly Sheet[]): string[] {
  const asOnPaper = texts.join(' ').replace(/\p{Cf}/gu, '');
  return lacking(counted(numbersIn(asOnPaper)), counted(numbersIn(paperOf(sheets))));
}

/** Runs of digits, in latin ones. */
const numbersIn = (text: string) =>
  text.replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660)).match(/\d+/g) ?? [];

function counted(all: Iterable<string>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const one of all) counts.set(one, (counts.get(one) ?? 0) + 1);
  return counts;
}

const lacking = (wanted: ReadonlyMap<string, number>, found: ReadonlyMap<string, number>) =>
  [...wanted]
    .map(([one, count]) => ({ one, count, there: found.get(one) ?? 0 }))
    .filter(({ count, there }) => there < count)
    .map(({ one, count, there }) => `${one}: ${there} of ${count}`);

/** What the element prints of its own accord: its frame's content and style take the place of the page for a moment. */
async function printAlone(page: Page): Promise<Sheet[]> {
  await page.$eval('vitiligo-outlook', (element) => element.print());
  await page.evaluate(standInForFrame);
  const sheets = await print(page, 'a4');
  await page.evaluate(() => window.restorePage());
  return sheets;
}

declare global {
  interface Window {
    restorePage(): void;
  }
}

/** Runs in the page. */
function standInForFrame(): void {
  const frame = document.querySelector('iframe')!;
  const paper = frame.contentDocument!;
  const sheet = new CSSStyleSheet();
  const rules = paper.adoptedStyleSheets.flatMap(({ cssRules }) => [...cssRules].map(({ cssText }) => cssText));
  sheet.replaceSync(rules.join(' '));
  const { body } = document;
  const host = document.querySelector<HTMLLinkElement>('[href="host.css"]')!;
  const content = [...paper.body.childNodes];
  const standIn = document.createElement('body');
  standIn.style.cssText = paper.body.style.cssText;
  standIn.append(...content);
  host.sheet!.disabled = true;
  document.adoptedStyleSheets = [sheet];
  frame.remove();
  body.replaceWith(standIn);
  window.restorePage = () => {
    standIn.replaceWith(body);
    document.adoptedStyleSheets = [];
  };
}
