import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { inChromium } from './in-chromium.js';
import { withPage, type OpenPage } from './with-page.js';

const CLINIC = '/demo/clinic.html';
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The clinic's page with the colours of the reader's system in place of its own. */
const withForcedColours = (scheme: 'light' | 'dark', use: (open: OpenPage) => Promise<void>) =>
  withPage(CLINIC, async (open) => {
    const session = await open.page.createCDPSession();
    const features = [
      { name: 'forced-colors', value: 'active' },
      { name: 'prefers-color-scheme', value: scheme },
    ];
    await session.send('Emulation.setEmulatedMedia', { features });
    expect(await open.page.evaluate(() => matchMedia('(forced-colors: active)').matches)).toBe(true);
    await open.page.$eval('vitiligo-outlook', (element) => {
      element.setAttribute('site', 'face-neck');
      element.setAttribute('maintenance', 'repigmented');
    });
    await use(open);
  });

describe.runIf(inChromium('sets media features')).each(['light', 'dark'] as const)('with forced colours on a %s system', (scheme) => {
  test('every text has contrast', () =>
    withForcedColours(scheme, async ({ page }) => expect(await tooPale(page)).toEqual([])));

  test('every mark of a bar stands out from the page', () =>
    withForcedColours(scheme, async ({ page }) => {
      const { canvas, marks } = await coloursOfBars(page);
      expect(marks['bar-range']).toBeTruthy();
      expect(marks['bar-estimate']).toBeTruthy();
      expect(marks['bar-axis']).toBeTruthy();
      expect(marks['bar-printed']).toBeTruthy();
      for (const colour of Object.values(marks)) expect(colour).not.toBe(canvas);
    }));

  test('the chosen view is told from the other by more than text', () =>
    withForcedColours(scheme, async ({ page }) => {
      const backgrounds = await page.$eval('vitiligo-outlook', (element) =>
        [...element.shadowRoot!.querySelectorAll('[aria-pressed]')].map((button) => getComputedStyle(button).backgroundColor),
      );
      expect(new Set(backgrounds).size).toBe(2);
    }));
});

interface Axe {
  run(context: string, options: object): Promise<AxeResults>;
}

/** Text of the element that is too pale; around it axe takes the page for white, whatever the system's colour. */
async function tooPale(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const { violations, passes } = await page.evaluate(() =>
    (window as unknown as { axe: Axe }).axe.run('vitiligo-outlook', { runOnly: ['color-contrast'] }),
  );
  expect(passes.flatMap(({ nodes }) => nodes).length).toBeGreaterThan(50);
  return violations.flatMap(({ nodes }) => nodes.map(({ html }) => html));
}

/** The colour that shows each kind of mark: its line where it has one, else its filling. */
function coloursOfBars(page: Page): Promise<{ canvas: string; marks: Record<string, string> }> {
  return page.$eval('vitiligo-outlook', (element) => {
    const marks: Record<string, string> = {};
    for (const mark of element.shadowRoot!.querySelectorAll('svg.bar > *')) {
      const { stroke, fill } = getComputedStyle(mark);
      marks[mark.classList[0]!] = stroke === 'none' ? fill : stroke;
    }
    const probe = document.createElement('div');
    probe.style.color = 'Canvas';
    element.after(probe);
    return { canvas: getComputedStyle(probe).color, marks };
  });
}
