import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';
import type { Page } from 'puppeteer-core';
import { MODULES, ONE_FILE, pageWith, showsAnswer, STRICT, withSite } from './temporary-site.js';

const LIT_HTML = createRequire(import.meta.url).resolve('lit-html');
const FORMS = [
  ['modules', MODULES],
  ['one file', ONE_FILE],
] as const;

/** What Lit keeps in the global scope: lists of versions, and the metadata of decorated properties. */
const OF_LIT = ['litElementVersions', 'litHtmlVersions', 'litPropertyMetadata', 'reactiveElementVersions'];

describe.each(FORMS)('under the strict policy, as %s', (_name, tag) => {
  test('every answer, panel and view works, and nothing is blocked, stored, sent or printed', () =>
    withSite(
      pageWith('<script src="names.js"></script>', tag, '<vitiligo-outlook>Ask us.</vitiligo-outlook>'),
      async (open) => {
        const { page, requests, complaints, blocked } = open;
        const walked = await walk(page);
        expect(walked.outlooks).toBeGreaterThan(10);
        expect(walked.panels).toBeGreaterThan(10);
        expect(await page.evaluate(() => document.querySelector('vitiligo-outlook')?.toText())).toContain('%');
        expect(complaints).toEqual([]);
        expect(await blocked()).toEqual([]);
        const { origin } = new URL(requests[0]!);
        expect(requests.filter((url) => new URL(url).origin !== origin && !url.startsWith('data:'))).toEqual([]);
        expect(await page.evaluate(stored)).toEqual([]);
        expect(await page.cookies()).toEqual([]);
        expect(await page.evaluate(addedNames)).toEqual(OF_LIT);
      },
      {
        files: { 'names.js': 'window.namesBefore = new Set(Object.getOwnPropertyNames(window));' },
        // Firefox without a screen waits for an answer to its print dialog for ever.
        before: () => void (window.print = () => {}),
      },
    ),
  120_000);
});

describe('a host with a Lit of its own', () => {
  const host = {
    files: {
      'lit-html.js': { copyOf: LIT_HTML },
      'host.js': "import { html, render } from './lit-html.js'; render(html`<b>Host</b>`, document.querySelector('#host'));",
    },
  };
  const body = pageWith('<div id="host"></div><script type="module" src="host.js"></script>', '<p id="after"></p>');
  const page = `${body}${MODULES}<vitiligo-outlook>Ask us.</vitiligo-outlook>`;

  test("lives with the element where its policy says 'allow-duplicates'", () =>
    withSite(
      page,
      async (open) => {
        expect(await showsAnswer(open)).toBe(true);
        expect(await open.page.$eval('#host', (one) => one.textContent)).toBe('Host');
        expect(await open.blocked()).toEqual([]);
      },
      { ...host, policy: `${STRICT} 'allow-duplicates'` },
    ));

  test('else keeps what stands between the tags', () =>
    withSite(
      page,
      async ({ page, complaints }) => {
        const seen = await page.$eval('vitiligo-outlook', (one) => one.shadowRoot === null && one.textContent);
        expect(seen).toBe('Ask us.');
        expect(complaints.join()).toContain('createPolicy');
      },
      host,
    ));
});

describe('hostile strings are text', () => {
  const HOSTILE = `"><img src=x onerror="window.ran = true"><script>window.ran = true</script>\${window.ran = true}{{ran}}`;

  test('in every attribute and property', () =>
    withSite(pageWith(ONE_FILE, '<vitiligo-outlook></vitiligo-outlook>'), async (open) => {
      const { page } = open;
      await page.$eval(
        'vitiligo-outlook',
        async (element, hostile) => {
          const { observedAttributes } = element.constructor as unknown as { observedAttributes: string[] };
          const names = [...observedAttributes, 'lang', 'dir', 'title'].filter((name) => name !== 'studies-src');
          for (const name of names) element.setAttribute(name, hostile);
          element.prefilled = { ageGroup: hostile, site: hostile, phototherapy: hostile, maintenance: hostile };
          element.method = { [hostile]: hostile, estimator: hostile } as object;
          await element.updateComplete;
        },
        HOSTILE,
      );
      await expectHarmless(page, 10);
      expect(open.complaints).toEqual([]);
      expect(await open.blocked()).toEqual([]);
    }));

  test('in every field of a study, from the page and from a file', () =>
    withSite(
      pageWith(ONE_FILE, '<vitiligo-outlook view="clinician" estimates="pooled"></vitiligo-outlook>'),
      async (open) => {
        const { page } = open;
        await page.$eval(
          'vitiligo-outlook',
          async (element, hostile) => {
            const row = { study: hostile, treatment: hostile, site: hostile, threshold: hostile, basis: hostile };
            const good = { study: hostile, treatment: 'tci', threshold: 75, events: 3, total: 20, [hostile]: hostile };
            element.studies = { studies: [row, good, hostile, { [hostile]: 1 }], mode: 'add' };
            element.studiesSrc = 'rows.json';
            await element.updateComplete;
          },
          HOSTILE,
        );
        await page.waitForFunction(() => document.querySelector('vitiligo-outlook')?.shadowRoot?.querySelector('.notice li'));
        await expectHarmless(page, 1);
        expect(open.complaints).toEqual([]);
        expect(await open.blocked()).toEqual([]);
      },
      { policy: `${STRICT}; connect-src 'self'`, files: { 'rows.json': JSON.stringify([{ study: HOSTILE }]) } },
    ));
});

test('a file of studies is the only request, and is said to be missing where the policy blocks it', () =>
  withSite(
    pageWith(ONE_FILE, '<vitiligo-outlook studies-src="rows.json"></vitiligo-outlook>'),
    async ({ page, requests, blocked }) => {
      const alert = await page.waitForFunction(
        () => document.querySelector('vitiligo-outlook')?.shadowRoot?.querySelector('[role=alert]')?.textContent,
      );
      expect(await alert.jsonValue()).toContain('studies-src');
      expect(await blocked()).toEqual([expect.stringContaining('connect-src')]);
      expect(requests.map((url) => new URL(url).pathname)).not.toContain('/demo/rows.json');
    },
  ));

/** Chooses every answer of every question, presses every switch and opens every panel, in both views. */
function walk(page: Page): Promise<{ outlooks: number; panels: number }> {
  return page.$eval('vitiligo-outlook', async (element) => {
    const root = element.shadowRoot!;
    const outlooks = new Set<string>();
    let panels = 0;
    element.addEventListener('outlook-change', ({ outlook }) => outlooks.add(JSON.stringify(outlook)));
    const settle = async () => {
      await element.updateComplete;
      await new Promise((resolve) => setTimeout(resolve, 30));
    };
    const openAll = async () => {
      for (let closed; (closed = root.querySelector('details:not([open])')); panels += 1) {
        closed.querySelector('summary')!.click();
        await settle();
      }
    };
    for (const view of ['patient', 'clinician']) {
      element.view = view;
      await settle();
      for (const radio of root.querySelectorAll<HTMLInputElement>('input[type=radio]')) {
        radio.click();
        await settle();
        await openAll();
      }
      for (const button of root.querySelectorAll('button')) {
        button.click();
        await settle();
        await openAll();
      }
    }
    return { outlooks: outlooks.size, panels };
  });
}

async function expectHarmless(page: Page, times: number): Promise<void> {
  const seen = await page.$eval('vitiligo-outlook', (element) => ({
    text: element.shadowRoot?.textContent ?? '',
    foreign: element.shadowRoot?.querySelectorAll('img, script').length,
    ran: 'ran' in window,
  }));
  expect(seen).toMatchObject({ foreign: 0, ran: false });
  expect(seen.text.split('onerror=').length - 1).toBeGreaterThanOrEqual(times);
}

/** Runs in the page: all kinds of storage that hold something. */
async function stored(): Promise<string[]> {
  const found = [...Object.keys(localStorage), ...Object.keys(sessionStorage), document.cookie].filter(Boolean);
  const databases = await indexedDB.databases();
  const caches = 'caches' in window ? await window.caches.keys() : [];
  return [...found, ...databases.map(({ name }) => String(name)), ...caches];
}

/** Runs in the page: the names that its window has got since its first script. */
function addedNames(): string[] {
  const { namesBefore } = window as unknown as { namesBefore: Set<string> };
  const own = ['namesBefore', 'blocked'];
  return Object.getOwnPropertyNames(window)
    .filter((name) => !namesBefore.has(name) && !own.includes(name) && !/^\d+$/.test(name))
    .sort();
}
