import { inject, describe, expect, test } from 'vitest';
import { inChromium } from './in-chromium.js';
import { withPage } from './with-page.js';

const PAGE = '/demo/server-rendered.html?site=face-neck&age-group=child';

describe('a page whose element was rendered by a server', () => {
  test.runIf(inChromium('switches scripts off'))('has its numbers before, and without, any script', () =>
    withPage(
      PAGE,
      async ({ page, complaints }) => {
        const html = await (await fetch(new URL(PAGE, inject('site')))).text();
        const [, shadow = ''] = /<template shadowroot="open" shadowrootmode="open">([^]*)<\/template>/.exec(html) ?? [];
        expect(shadow).toContain('big-number');
        // Nothing in the page can be asked without script, so the browser's own tree is.
        const tree = JSON.stringify(await page.accessibility.snapshot());
        expect(tree).toContain('Cream or ointment alone');
        expect(tree).toMatch(/between \d+ and \d+ of 100/);
        expect(complaints).toEqual([]);
      },
      { withoutScript: true },
    ));

  test('is taken over without a change, and then answers', () =>
    withPage(
      PAGE,
      async ({ page, complaints, blocked }) => {
        const before = await page.evaluate(() => window.kept);
        const after = await page.$eval('vitiligo-outlook', (element) => ({
          text: element.shadowRoot!.textContent.replace(/\s+/g, ' '),
          isSameRoot: element.shadowRoot!.querySelector('.root') === window.kept?.root,
          isSameNumber: element.shadowRoot!.querySelector('.big-number') === window.kept?.number,
          checked: [...element.shadowRoot!.querySelectorAll<HTMLInputElement>(':checked')].map(({ value }) => value),
          isHydrated: element.hasUpdated,
        }));
        expect(after.isHydrated).toBe(true);
        expect(after.text).toBe(before?.text);
        expect([after.isSameRoot, after.isSameNumber]).toEqual([true, true]);
        expect(after.checked).toEqual(['child', 'face-neck', 'not-stated', 'treating']);
        await page.$eval('vitiligo-outlook', async (element) => {
          element.shadowRoot!.querySelector<HTMLInputElement>('[name=site][value=hands-feet]')!.click();
          await element.updateComplete;
        });
        expect(await page.$eval('vitiligo-outlook', ({ outlook }) => outlook?.inputs.site)).toBe('hands-feet');
        const now = await page.$eval('vitiligo-outlook', (element) => element.shadowRoot!.textContent);
        expect(now.replace(/\s+/g, ' ')).not.toBe(before?.text);
        expect(complaints).toEqual([]);
        expect(await blocked()).toEqual([]);
      },
      { before: keepWhatTheServerSent },
    ));
  test('comes in the language that the server loaded, and is taken over in it without a change', () =>
    withPage(
      `${PAGE}&lang=ar-EG`,
      async ({ page, complaints, blocked }) => {
        const before = await page.evaluate(() => window.kept?.text);
        const after = await page.$eval('vitiligo-outlook', async (element) => {
          await element.updateComplete;
          const root = element.shadowRoot!.querySelector('.root')!;
          const isSameRoot = root === window.kept?.root;
          const text = element.shadowRoot!.textContent.replace(/\s+/g, ' ');
          return { text, isSameRoot, lang: root.getAttribute('lang'), dir: root.getAttribute('dir') };
        });
        expect(before).toContain('من ١٠٠');
        expect(after).toEqual({ text: before, isSameRoot: true, lang: 'ar', dir: 'rtl' });
        expect(complaints).toEqual([]);
        expect(await blocked()).toEqual([]);
      },
      { before: keepWhatTheServerSent },
    ));
});

declare global {
  interface Window {
    kept?: { text: string; root: Element | null; number: Element | null };
  }
}

/** Runs in the page before its scripts: keeps the nodes and the text that came with it. */
function keepWhatTheServerSent(): void {
  document.addEventListener('readystatechange', () => {
    const root = document.querySelector('vitiligo-outlook')?.shadowRoot;
    if (document.readyState !== 'interactive' || !root) return;
    window.kept = {
      text: (root.querySelector('.root')?.parentNode?.textContent ?? '').replace(/\s+/g, ' '),
      root: root.querySelector('.root'),
      number: root.querySelector('.big-number'),
    };
  });
}
