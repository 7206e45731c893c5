import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { serve } from '../../scripts/serve.mjs';
import budget from '../build/size-budget.json';
import { withPage, type OpenPage } from './with-page.js';

const DIST = fileURLToPath(new URL('../../dist', import.meta.url));
const MODULES = '<script type="module" src="../dist/cdn/vitiligo-outlook.js"></script>';
const ONE_FILE = '<script src="../dist/vitiligo-outlook.bundle.js"></script>';

/** The strictest policy a portal is known to set. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; " +
  "require-trusted-types-for 'script'; trusted-types lit-html";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'page-'));
  mkdirSync(join(folder, 'demo'));
  cpSync(DIST, join(folder, 'dist'), { recursive: true });
});

afterEach(() => rmSync(folder, { recursive: true }));

/** Whether the element has rendered; its own words are none of this test's business. */
const hasRendered = ({ page }: OpenPage) =>
  page.$eval('vitiligo-outlook', (element) => (element.shadowRoot?.textContent ?? '').trim() !== '');

test(`the first screen loads at most ${budget.firstScreen.kilobytes} kB of script`, () =>
  withPage('/demo/clinic.html', async (open) => {
    expect(await hasRendered(open)).toBe(true);
    const scripts = open.requests.filter((url) => url.endsWith('.js'));
    const texts = await Promise.all(scripts.map(async (url) => (await fetch(url)).text()));
    const bytes = texts.reduce((sum, text) => sum + gzipSync(text, { level: 9 }).length, 0);
    expect(scripts.length).toBeGreaterThan(0);
    expect(bytes / 1000).toBeLessThanOrEqual(budget.firstScreen.kilobytes);
  }));

test('the one file runs from a folder, without a server', async () => {
  const file = join(folder, 'page.html');
  writeFileSync(file, pageWith(ONE_FILE.replace('../', '')));
  await withPage(pathToFileURL(file).href, async (open) => {
    expect(await hasRendered(open)).toBe(true);
    expect(open.complaints).toEqual([]);
    expect(open.requests).toHaveLength(2);
  });
});

test.each([
  ['modules', [MODULES]],
  ['one file', [ONE_FILE]],
  ['modules, then one file', [MODULES, ONE_FILE]],
  ['one file, then modules', [ONE_FILE, MODULES]],
  ['one file twice', [ONE_FILE, ONE_FILE]],
  ['one file, late modules under another address', [ONE_FILE, MODULES.replace('.js', '.js?late')]],
])('under a strict policy: %s', async (_name, tags) => {
  writeFileSync(join(folder, 'demo/page.html'), pageWith(...tags));
  const site = await serve({ root: folder, headers: { 'Content-Security-Policy': POLICY } });
  try {
    await withPage(`${site.url}/demo/page.html`, async (open) => {
      expect(await hasRendered(open)).toBe(true);
      expect(open.complaints).toEqual([]);
      expect(await open.blocked()).toEqual([]);
    });
  } finally {
    await site.close();
  }
});

function pageWith(...tags: string[]): string {
  const head = '<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,">';
  return `${head}${tags.join('')}<vitiligo-outlook></vitiligo-outlook>`;
}
