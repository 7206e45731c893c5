import { expect, test } from 'vitest';
import { inChromium } from './in-chromium.js';
import { ONE_FILE, pageWith, withSite } from './temporary-site.js';

const HOSTILE = '@media print { body * { visibility: hidden } }';

/** How many sheets a PDF has: Chromium writes each page's object as plain text. */
const pagesIn = (pdf: Uint8Array) => Buffer.from(pdf).toString('latin1').match(/\/Type \/Page\b/g)?.length ?? 0;

test.runIf(inChromium('sets media features')).each([
  ['patient', ''],
  ['clinician', ''],
  ['patient', HOSTILE],
])('the %s view takes at most two sheets of A4 %s', (view, css) =>
  withSite(
    pageWith('<link rel="stylesheet" href="host.css">', ONE_FILE, `<vitiligo-outlook view="${view}"></vitiligo-outlook>`),
    async ({ page }) => {
      await page.$eval('vitiligo-outlook', async (element) => void (await element.updateComplete));
      const sheets = pagesIn(await page.pdf({ format: 'A4' }));
      expect(sheets).toBeGreaterThan(0);
      expect(sheets).toBeLessThanOrEqual(2);
      // What is on paper: the answers in one line, the chosen threshold, no control that paper cannot work.
      await page.emulateMediaType('print');
      const shown = await page.$eval('vitiligo-outlook', (element) =>
        [...element.shadowRoot!.querySelectorAll('button, .inputs-summary, .questions, svg.array, table')]
          .filter((part) => part.checkVisibility({ visibilityProperty: true }))
          .map((part) => `${part.localName}.${part.getAttribute('class') ?? ''}${part.getAttribute('aria-pressed') ?? ''}`),
      );
      expect(shown).toContain('span.inputs-summary');
      expect(shown.filter((part) => part.startsWith('table')).length).toBeGreaterThanOrEqual(4);
      expect(shown.filter((part) => part.startsWith('button') || part.startsWith('div'))).toEqual(
        view === 'patient' ? ['button.true'] : [],
      );
    },
    { files: { 'host.css': css } },
  ),
);
