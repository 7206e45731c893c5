import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { findings } from './axe-findings.js';
import { inChromium } from './in-chromium.js';
import { withPage } from './with-page.js';

const CLINIC = '/demo/clinic.html';
const GALLERY_STATES = ['', '#child-face', '#repigmented', '#clinician', '#side-panel', '#dark', '#not-understood'];

describe('axe finds nothing', () => {
  test.runIf(inChromium('sets media features')).each(['light', 'dark'])("in the clinic's page on a %s system", (scheme) =>
    withPage(CLINIC, async ({ page }) => expect(await findings(page)).toEqual([]), {
      media: [{ name: 'prefers-color-scheme', value: scheme }],
    }),
  );

  test.each(GALLERY_STATES)('in the gallery at "%s"', (hash) =>
    withPage(`/demo/${hash}`, async ({ page }) => expect(await findings(page)).toEqual([])),
  );

  test('means something: it would find a picture without a name inside the element', () =>
    withPage(CLINIC, async ({ page }) => {
      await page.$eval('vitiligo-outlook', (element) => element.shadowRoot?.append(document.createElement('img')));
      expect(await findings(page)).toEqual([expect.stringContaining('image-alt')]);
    }));
});

test('the four questions are answered by keyboard alone', () =>
  withPage(CLINIC, async ({ page }) => {
    await pressUntil(page, 'Tab', 'ageGroup any');
    await page.keyboard.press('ArrowDown');
    expect(await focused(page)).toBe('ageGroup child');
    await pressUntil(page, 'Tab', 'site any');
    await page.keyboard.press('ArrowDown');
    await pressUntil(page, 'Tab', 'phototherapy not-stated');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await pressUntil(page, 'Tab', 'maintenance treating');
    await page.keyboard.press('ArrowDown');
    const answers = await page.$eval('vitiligo-outlook', ({ outlook }) => outlook?.inputs);
    expect(answers).toEqual({
      ageGroup: 'child',
      site: 'face-neck',
      phototherapy: 'unavailable',
      maintenance: 'repigmented',
    });
  }));

test('what has focus can be seen to have it', () =>
  withPage(CLINIC, async ({ page }) => {
    await pressUntil(page, 'Tab', 'ageGroup any');
    const outline = await page.evaluate(() => {
      const active = document.activeElement?.shadowRoot?.activeElement;
      return active ? getComputedStyle(active).outlineStyle : 'nothing has focus';
    });
    expect(outline).not.toBe('none');
  }));

test('a root font of 10 pixels does not shrink it', () =>
  withPage(CLINIC, async ({ page }) => {
    const sizes = await page.$eval('vitiligo-outlook', (element) => {
      const label = element.shadowRoot?.querySelector('label');
      return [element.parentElement, element, label].map((one) => (one ? getComputedStyle(one).fontSize : 'missing'));
    });
    expect(sizes).toEqual(['18px', '18px', '18px']);
  }));

/** The question and value of the radio button that has focus, or the name of the element. */
function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    let active = document.activeElement;
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    return active instanceof HTMLInputElement ? `${active.name} ${active.value}` : (active?.localName ?? '');
  });
}

async function pressUntil(page: Page, key: 'Tab', wanted: string): Promise<void> {
  const passed: string[] = [];
  while (passed.length < 50) {
    await page.keyboard.press(key);
    const now = await focused(page);
    if (now === wanted) return;
    passed.push(now);
  }
  throw new Error(`${key} never reached "${wanted}", only ${passed.join(', ')}`);
}
