import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { findings } from './axe-findings.js';
import { inChromium } from './in-chromium.js';
import { ONE_FILE, pageWith, withSite } from './temporary-site.js';

const LANGUAGES = ['en', 'es', 'fr', 'ar', 'ko'] as const;
const VIEWS = ['patient', 'clinician'] as const;
const EVERY = LANGUAGES.flatMap((lang) => VIEWS.map((view) => [lang, view] as const));

/** Every part is on screen: what another group, the stage before and no one site would show, they show too. */
const MOST_PARTS = 'age-group="child" site="face-neck" maintenance="repigmented" share-link';

const WIDTHS = [320, 768, 1280] as const;
const SYSTEMS = ['light', 'dark', 'forced colours'] as const;

/** Colours do not hang on the width, nor anything else on the colours: each rule runs where it can find something. */
const COLOUR = 'color-contrast';

describe.runIf(inChromium('sets media features'))('with every fold open', () => {
  test.each(EVERY)('axe finds nothing at any width, in any colours, and text has room: %s, %s', (lang, view) =>
    withSite(
      pageWith(
        `<main><h1>Test</h1><vitiligo-outlook lang="${lang}" view="${view}" ${MOST_PARTS}></vitiligo-outlook></main>`,
        ONE_FILE,
      ).replace('<!doctype html>', '<!doctype html><html lang="en">'),
      async ({ page }) => {
        await page.evaluate(() => document.documentElement.style.setProperty('color-scheme', 'light dark'));
        await openAll(page);
        for (const system of SYSTEMS) {
          await setSystem(page, system);
          expect(await findings(page, { runOnly: [COLOUR] }), system).toEqual([]);
        }
        await setSystem(page, 'light');
        for (const width of WIDTHS) {
          await page.setViewport({ width, height: 800 });
          expect(await findings(page, { rules: { [COLOUR]: { enabled: false } } }), `${width} pixels`).toEqual([]);
          expect(await page.evaluate(withoutRoom), `${width} pixels`).toEqual([]);
        }
        for (const [what, css] of Object.entries(ROOMY)) {
          await page.evaluate(addSheet, css);
          for (const width of [280, 1280]) {
            await page.setViewport({ width, height: 800 });
            expect(await page.evaluate(withoutRoom), `${what}, ${width} pixels`).toEqual([]);
          }
          await page.evaluate(takeSheet);
        }
      },
    ),
  60_000);

  test('nothing moves, whether or not a reader asked for less motion', () =>
    withSite(pageWith(ONE_FILE, `<vitiligo-outlook view="clinician" ${MOST_PARTS}></vitiligo-outlook>`), async ({ page }) => {
      await openAll(page);
      const moving = await page.evaluate(() => {
        const all = [...document.querySelector('vitiligo-outlook')!.shadowRoot!.querySelectorAll('*')];
        const isMoving = ({ transitionDuration, animationName, scrollBehavior }: CSSStyleDeclaration) =>
          transitionDuration !== '0s' || animationName !== 'none' || scrollBehavior !== 'auto';
        return all.filter((one) => isMoving(getComputedStyle(one))).map((one) => `${one.localName}.${one.className}`);
      });
      expect(moving).toEqual([]);
    }));

  test('means something: texts over each other, cut off or too wide are found', () =>
    withSite(pageWith(ONE_FILE, '<vitiligo-outlook></vitiligo-outlook>'), async ({ page }) => {
      await page.evaluate(addSheet, '.intended-use { margin-block-start: -1.6em }');
      expect(await page.evaluate(withoutRoom)).toContainEqual(expect.stringMatching(/^over each other: /));
      await page.evaluate(takeSheet);
      await page.evaluate(addSheet, '.intended-use { block-size: 1em; overflow: hidden }');
      expect(await page.evaluate(withoutRoom)).toContainEqual(expect.stringMatching(/^cut off: p.intended-use/));
      await page.evaluate(takeSheet);
      await page.evaluate(addSheet, '.intended-use { inline-size: 110vw; max-inline-size: none }');
      expect(await page.evaluate(withoutRoom)).toContainEqual(expect.stringMatching(/^outside: p.intended-use/));
    }));
});

/** What WCAG 2.2 asks text to bear: 1.4.12, and 1.4.4. */
const ROOMY = {
  'text spacing': `
    * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
    p { margin-block-end: 2em !important }`,
  'text of twice the size': ':host { font-size: 200% !important }',
};

/** Puppeteer's own list of media features lacks forced colours. */
async function setSystem(page: Page, system: (typeof SYSTEMS)[number]): Promise<void> {
  const session = await page.createCDPSession();
  await session.send('Emulation.setEmulatedMedia', {
    features: [
      { name: 'prefers-color-scheme', value: system === 'light' ? 'light' : 'dark' },
      { name: 'forced-colors', value: system === 'forced colours' ? 'active' : 'none' },
    ],
  });
}

/** Opens every fold, those within folds too, until no more come and none says that it loads. */
function openAll(page: Page): Promise<void> {
  return page.$eval('vitiligo-outlook', async (element) => {
    const closed = () => [...element.shadowRoot!.querySelectorAll<HTMLDetailsElement>('details:not([open])')];
    do {
      for (const fold of closed()) fold.open = true;
      await new Promise((resolve) => setTimeout(resolve, 100));
      await element.updateComplete;
    } while (closed().length);
  });
}

/** Runs in the page. */
function addSheet(css: string): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.querySelector('vitiligo-outlook')!.shadowRoot!.adoptedStyleSheets.push(sheet);
}

/** Runs in the page. */
function takeSheet(): void {
  document.querySelector('vitiligo-outlook')!.shadowRoot!.adoptedStyleSheets.pop();
}

/** Runs in the page: what runs out of the window sideways, is cut off, or stands over other text. */
function withoutRoom(): string[] {
  const root = document.querySelector('vitiligo-outlook')!.shadowRoot!.querySelector('.root')!;
  const { scrollWidth, clientWidth } = document.documentElement;
  const isForEyes = (part: Element) => part.checkVisibility() && !part.closest('.visually-hidden, .hatching');
  const named = (part: Element) => `${part.localName}.${part.className}: ${part.textContent.trim().slice(0, 50)}`;
  const parts = [...root.querySelectorAll('*:not(svg *)')].filter(isForEyes);
  const isOutside = (part: Element) => {
    const { left, right } = part.getBoundingClientRect();
    return right > clientWidth + 0.5 || left < -0.5;
  };
  // A field scrolls what is typed into it.
  const isCut = (part: Element) =>
    getComputedStyle(part).overflow !== 'visible' &&
    !part.matches('svg, input, select, textarea') &&
    (part.scrollWidth > part.clientWidth + 1 || part.scrollHeight > part.clientHeight + 1);
  const outside = parts.filter(isOutside);
  const innermost = outside.filter((part) => !outside.some((other) => other !== part && part.contains(other)));

  const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const lines: { text: Node; box: DOMRect; middle: number }[] = [];
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    const isShown = text.textContent!.trim() && isForEyes(text.parentElement!) && !text.parentElement!.closest('svg, select');
    if (!isShown) continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    for (const box of range.getClientRects()) lines.push({ text, box, middle: (box.top + box.bottom) / 2 });
  }
  lines.sort((a, b) => a.middle - b.middle);
  const over = lines.flatMap((line, i) => {
    const found = [];
    for (let k = i + 1; k < lines.length; k += 1) {
      const other = lines[k]!;
      if (other.middle - line.middle > 0.4 * Math.min(line.box.height, other.box.height)) break;
      const shared = Math.min(line.box.right, other.box.right) - Math.max(line.box.left, other.box.left);
      if (other.text !== line.text && shared > 2) found.push(`${line.text.textContent!.trim()} / ${other.text.textContent!.trim()}`);
    }
    return found;
  });
  return [
    ...(scrollWidth > clientWidth ? [`page: ${scrollWidth} of ${clientWidth}`] : []),
    ...innermost.map((part) => `outside: ${named(part)}`),
    ...parts.filter(isCut).map((part) => `cut off: ${named(part)}`),
    ...over.map((pair) => `over each other: ${pair}`),
  ];
}
