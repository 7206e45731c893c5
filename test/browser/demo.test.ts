import { describe, expect, inject, test } from 'vitest';
import { withPage } from './with-page.js';

const GALLERY = '/demo/';
const CLINIC = '/demo/clinic.html';
const LANGUAGES = '/demo/languages.html#ar-EG';
const WORKBENCH = '/demo/workbench.html';

const LITS_GLOBALS = ['litElementVersions', 'litHtmlVersions', 'litPropertyMetadata', 'reactiveElementVersions'];

describe.each<[string, string, string[]]>([
  ['the gallery', GALLERY, LITS_GLOBALS],
  ["the clinic's page", CLINIC, LITS_GLOBALS],
  ['the page of languages', LANGUAGES, LITS_GLOBALS],
  // zod, which checks what is added, keeps its settings there.
  ['the evidence workbench', WORKBENCH, ['__zod_globalConfig', ...LITS_GLOBALS]],
])('%s', (_name, address, globals) => {
  test('breaks no policy, asks nobody else, and leaves the console quiet', () =>
    withPage(address, async ({ requests, complaints, blocked }) => {
      expect(complaints).toEqual([]);
      expect(await blocked()).toEqual([]);
      expect(requests.filter((url) => !url.startsWith(`${inject('site')}/`) && !url.startsWith('data:'))).toEqual([]);
    }));

  test('stores nothing, and leaves nothing in the global scope but what its libraries keep there', () =>
    withPage(address, async ({ page }) => {
      expect(await page.cookies()).toEqual([]);
      expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
      expect(await page.evaluate(addedGlobals)).toEqual(globals);
    }));

  test('fits windows of 320 to 1,280 pixels', () =>
    withPage(address, async ({ page }) => {
      for (const width of [320, 768, 1280]) {
        await page.setViewport({ width, height: 800 });
        const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect(tooWide, `${width} pixels`).toBeLessThanOrEqual(0);
      }
    }));
});

describe('the gallery', () => {
  test('shows every state that its list names', () =>
    withPage(GALLERY, async ({ page, complaints, blocked }) => {
      const hashes = await page.$$eval('nav a', (links) => links.map((link) => link.getAttribute('href') ?? ''));
      expect(hashes.length).toBeGreaterThan(0);
      for (const hash of hashes) {
        await page.click(`nav a[href="${hash}"]`);
        await page.waitForSelector(`nav a[href="${hash}"][aria-current]`);
        const shown = await page.$eval('.stage > *', (element) => (element.shadowRoot ?? element).textContent.trim());
        const code = await page.$eval('.code code', (element) => element.textContent);
        expect(shown, hash).not.toBe('');
        expect(code, hash).toContain('<vitiligo-outlook');
      }
      expect(complaints).toEqual([]);
      expect(await blocked()).toEqual([]);
    }));

  test('opens on the state that the address names', () =>
    withPage(`${GALLERY}#hands-feet`, async ({ page }) => {
      expect(await page.$eval('.stage vitiligo-outlook', (element) => element.getAttribute('site'))).toBe('hands-feet');
    }));

  test('shows the outlook as a script of the page receives it', () =>
    withPage(`${GALLERY}#child-face`, async ({ page }) => {
      const text = await page.$eval('.events code', (element) => element.textContent);
      expect(JSON.parse(text)).toMatchObject({ inputs: { ageGroup: 'child', site: 'face-neck' } });
    }));
});

/** Runs in the page: the names on its window that an empty page's window does not have. */
function addedGlobals(): string[] {
  const frame = document.createElement('iframe');
  document.body.append(frame);
  const usual = new Set(Object.getOwnPropertyNames(frame.contentWindow ?? {}));
  frame.remove();
  // Frames are also reachable by their number.
  const added = Object.getOwnPropertyNames(window).filter((name) => !usual.has(name) && !/^\d+$/.test(name));
  return added.sort();
}
