import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Page } from 'puppeteer-core';
import { downloadTo } from './download-to.js';
import { MODULES, ONE_FILE, pageWith, withSite } from './temporary-site.js';

const PNG = '89504e470d0a1a0a';
const ELEMENT = '<vitiligo-outlook view="clinician">Ask us.</vitiligo-outlook>';

describe.each([
  ['modules', MODULES],
  ['one file', ONE_FILE],
] as const)('under the strict policy, as %s', (_name, tag) => {
  test('the forest plot is saved as SVG and as PNG, and nothing is blocked or sent', () =>
    withSite(pageWith(tag, ELEMENT), async ({ page, requests, complaints, blocked }) => {
      const folder = mkdtempSync(join(tmpdir(), 'pictures-'));
      try {
        await downloadTo(page, folder);
        await openAnalysis(page);
        const title = await page.$eval('vitiligo-outlook', (element) => {
          const root = element.shadowRoot!;
          for (const form of ['svg', 'png']) root.querySelector<HTMLElement>(`.picture-buttons [data-form=${form}]`)!.click();
          return root.querySelector('.plot-switched [role=img]')!.getAttribute('aria-label')!;
        });
        const [png, svg] = await saved(folder, ['.png', '.svg']);
        expect(svg!.toString()).toContain(`<title>${title}</title>`);
        expect(svg!.toString()).toMatch(/<metadata>[^<]*evidence 20\d\d\.\d/);
        expect(png!.subarray(0, 8).toString('hex')).toBe(PNG);
        expect(png!.includes(`Title\0${title}`)).toBe(true);
        expect(png!.length).toBeGreaterThan(20_000);
        expect(complaints).toEqual([]);
        expect(await blocked()).toEqual([]);
        const { origin } = new URL(requests[0]!);
        const elsewhere = requests.filter((url) => !url.startsWith(origin) && !/^(data|blob):/.test(url));
        expect(elsewhere).toEqual([]);
      } finally {
        rmSync(folder, { recursive: true });
      }
    }));
});

async function openAnalysis(page: Page): Promise<void> {
  await page.$eval('vitiligo-outlook', (element) => {
    element.shadowRoot!.querySelector<HTMLDetailsElement>('[part=analysis]')!.open = true;
  });
  await page.waitForFunction(() => document.querySelector('vitiligo-outlook')!.shadowRoot!.querySelector('.picture-buttons'));
}

/** The files with these endings, once the browser has written them. */
async function saved(folder: string, endings: readonly string[]): Promise<Buffer[]> {
  const path = (ending: string) => join(folder, readdirSync(folder).find((name) => name.endsWith(ending)) ?? 'none');
  const end = Date.now() + 20_000;
  while (!endings.every((ending) => existsSync(path(ending)))) {
    if (Date.now() > end) throw new Error(`saved were ${readdirSync(folder).join(', ') || 'none'}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return endings.map((ending) => readFileSync(path(ending)));
}
