import { launch } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { launchOptions } from '../../scripts/browser-launch.mjs';
import { inChromium } from './in-chromium.js';
import { ONE_FILE, pageWith, withSite } from './temporary-site.js';

const page = pageWith(ONE_FILE, '<vitiligo-outlook></vitiligo-outlook>', '<script src="notice.js"></script>');
const files = {
  'other.html': pageWith('Other'),
  'notice.js': "addEventListener('pageshow', ({ persisted }) => (document.title = persisted ? 'kept' : 'new'));",
};

// A browser of its own: under remote control the cache of left pages is switched off unless one asks for it.
test.runIf(inChromium('keeps left pages'))('comes back from the cache of left pages as it was left, and answers', () =>
  withSite(
    page,
    async ({ requests }) => {
      const options = await launchOptions();
      const browser = await launch({ ...options, ignoreDefaultArgs: ['--disable-back-forward-cache'] });
      try {
        const page = await browser.newPage();
        await page.goto(requests[0]!);
        await page.waitForFunction(() => document.querySelector('vitiligo-outlook')?.shadowRoot);
        await page.$eval('vitiligo-outlook', async (element) => {
          element.shadowRoot!.querySelector<HTMLInputElement>('[name=site][value=hands-feet]')!.click();
          element.shadowRoot!.querySelector<HTMLDetailsElement>('.basis')!.open = true;
          await element.updateComplete;
        });
        await page.goto(new URL('other.html', requests[0]).href);
        await page.goBack();
        await page.waitForFunction(() => document.title !== 'Test' && document.querySelector('vitiligo-outlook')?.shadowRoot);
        const after = await page.$eval('vitiligo-outlook', async (element) => {
          const root = element.shadowRoot!;
          const checked = () => root.querySelector<HTMLInputElement>('[name=site]:checked')?.value;
          const left = [document.title, element.outlook?.inputs.site, checked(), root.querySelector<HTMLDetailsElement>('.basis')!.open];
          root.querySelector<HTMLInputElement>('[name=site][value=face-neck]')!.click();
          await element.updateComplete;
          return { left, then: [element.outlook?.inputs.site, checked()] };
        });
        expect(after).toEqual({ left: ['kept', 'hands-feet', 'hands-feet', true], then: ['face-neck', 'face-neck'] });
      } finally {
        await browser.close();
      }
    },
    { files },
  ),
);

// Where a page is not kept, browsers fill in what a reader had chosen, or not; never half.
test('comes back anew with answers and results that agree', () =>
  withSite(
    page,
    async ({ page, requests, complaints }) => {
      await page.$eval('vitiligo-outlook', (one) => (one.site = 'hands-feet'));
      await page.goto(new URL('other.html', requests[0]).href);
      await page.evaluate(() => history.back());
      await page.waitForFunction(() => document.querySelector('vitiligo-outlook')?.shadowRoot);
      const [answered, checked] = await page.$eval('vitiligo-outlook', (one) => [
        one.outlook?.inputs.site,
        one.shadowRoot!.querySelector<HTMLInputElement>('[name=site]:checked')?.value,
      ]);
      expect(checked).toBe(answered);
      // Firefox asks for an icon of its own accord when it comes back.
      expect(complaints.filter((text) => !text.endsWith('/favicon.ico'))).toEqual([]);
    },
    { files },
  ));
