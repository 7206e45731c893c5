import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { findings } from './axe-findings.js';
import { inChromium } from './in-chromium.js';
import { ONE_FILE, pageWith, withSite } from './temporary-site.js';

/** A sample of inputs and systems: each language in both views, each answer and both schemes somewhere. */
const SAMPLE = [
  ['en', 'patient', 'dark', 'site="hands-feet"'],
  ['en', 'clinician', 'light', 'estimates="pooled" phototherapy="unavailable"'],
  ['es', 'patient', 'light', 'age-group="child" maintenance="repigmented"'],
  ['es', 'clinician', 'dark', 'site="trunk-extremities"'],
  ['fr', 'patient', 'dark', 'age-group="adult" site="face-neck"'],
  ['fr', 'clinician', 'light', 'maintenance="repigmented" phototherapy="available"'],
  ['ar', 'patient', 'light', 'site="face-neck" maintenance="repigmented"'],
  ['ar', 'clinician', 'dark', 'age-group="adult"'],
  ['ko', 'patient', 'dark', 'phototherapy="available"'],
  ['ko', 'clinician', 'light', 'age-group="child" site="face-neck"'],
] as const;

describe.runIf(inChromium('sets media features'))('with every fold open', () => {
  test.each(SAMPLE)('axe finds nothing, and nothing is cut where it is narrow: %s, %s, %s, %s', (lang, view, scheme, inputs) =>
    withSite(
      pageWith(`<main><h1>Test</h1><vitiligo-outlook lang="${lang}" view="${view}" ${inputs}></vitiligo-outlook></main>`, ONE_FILE).replace(
        '<!doctype html>',
        '<!doctype html><html lang="en">',
      ),
      async ({ page }) => {
        await openAll(page);
        expect(await findings(page)).toEqual([]);
        await page.setViewport({ width: 280, height: 800 });
        expect(await tooWide(page)).toEqual([]);
        await page.evaluate(spaceText);
        expect(await tooWide(page)).toEqual([]);
        await page.setViewport({ width: 320, height: 800 });
        await page.$eval('vitiligo-outlook', (element) => {
          element.shadowRoot!.adoptedStyleSheets.pop();
          element.style.setProperty('font-size', '200%');
        });
        expect(await tooWide(page)).toEqual([]);
      },
      { media: [{ name: 'prefers-color-scheme', value: scheme }] },
    ),
  60_000);
});

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

/** What runs out of the window sideways, innermost parts alone. */
function tooWide(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const element = document.querySelector('vitiligo-outlook')!;
    const { scrollWidth, clientWidth } = document.documentElement;
    const isOutside = (part: Element) => {
      const { left, right } = part.getBoundingClientRect();
      return right > clientWidth + 0.5 || left < -0.5;
    };
    const found = [...element.shadowRoot!.querySelectorAll('.root *:not(svg *)')].filter(
      (part) => part.checkVisibility() && !part.closest('.visually-hidden, .hatching') && isOutside(part),
    );
    const innermost = found.filter((part) => !found.some((other) => other !== part && part.contains(other)));
    const page = scrollWidth > clientWidth ? [`page: ${scrollWidth} of ${clientWidth}`] : [];
    return [...page, ...innermost.map((part) => `${part.localName}.${part.className}: ${part.textContent.trim().slice(0, 50)}`)];
  });
}

/** Runs in the page: the spacing that WCAG 2.2, 1.4.12, asks to bear. */
function spaceText(): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
    * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
    p { margin-block-end: 2em !important }
  `);
  document.querySelector('vitiligo-outlook')!.shadowRoot!.adoptedStyleSheets.push(sheet);
}
