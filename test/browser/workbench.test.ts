import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AxeResults } from 'axe-core';
import type { Page } from 'puppeteer-core';
import { describe, expect, test, vi } from 'vitest';
import { buildOutputs } from '../../data/outputs.js';
import { readOwnData } from '../../src/adapters/import/read-own-data.js';
import { readData } from '../data/read-files.js';
import fixture from '../fixtures/r/workbench.json';
import { downloadTo } from './download-to.js';
import { inChromium } from './in-chromium.js';
import { withPage, type OpenPage } from './with-page.js';

const WORKBENCH = '/demo/workbench.html';
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The rows of the R script test/fixtures/r/workbench.R, as somebody types them. All of it is made up. */
const SOURCE = { sourceLevel: 'full-text', url: 'https://doi.org/10.1000/made-up', place: 'Table 2', basis: 'made up' };
const LEPE = { study: 'lepe-2003', arm: 'tac-0.1', threshold: '25', events: '15', total: '20', ...SOURCE };
const MADE_UP = {
  study: '', 'new-id': 'made-up-2020', 'new-year': '2020', 'new-authors': 'Example A', 'new-title': 'A made-up trial',
  'new-doi': '10.1000/made-up', threshold: 'any', events: '22', total: '40', ...SOURCE,
};

describe('the table of studies', () => {
  test('has a row for each of the review, and is searched, filtered and sorted', () =>
    withPage(WORKBENCH, async ({ page }) => {
      expect(await numbers(page)).toHaveLength(48);
      await page.type('input[name="search"]', 'children iran');
      const found = await page.$$eval('#study-table tbody tr', (rows) => rows.map(({ dataset }) => dataset.study));
      const { studies } = JSON.parse(readData('studies.json'));
      const expected = studies.filter((study: Record<string, unknown>) => study.country === 'Iran' && study.population === 'Children');
      expect(found).toEqual(expected.map(({ id }: { id: string }) => id));
      expect(await text(page, '#filters output')).toBe(`${expected.length} of 48 rows`);
      await page.$eval('input[name="search"]', (input) => (input.value = ''));
      await page.select('select[name="show"]', 'nothing');
      const empty = await page.$$eval('#study-table td:nth-child(3)', (cells) => cells.map((cell) => cell.textContent));
      expect(new Set(empty.map((text) => text.startsWith('none') || text.startsWith('in doubt')))).toEqual(new Set([true]));
      await page.select('select[name="show"]', 'all');
      await page.click('th[data-sort="number"] button');
      expect(await page.$eval('th[data-sort="number"]', (header) => header.ariaSort)).toBe('descending');
      const sorted = await numbers(page);
      expect(sorted).toEqual([...sorted].sort((a, b) => b - a));
      expect(sorted[0]).toBe(66);
    }));

  test('says of a study which counts are in the pool, and which are missing', () =>
    withPage(WORKBENCH, async ({ page }) => {
      const [, , known, missing] = await page.$$eval('tr[data-study="grimes-2004"] > *', (cells) =>
        cells.map((cell) => (cell as HTMLElement).innerText.replace(/\s+/g, ' ')),
      );
      // counts.json: 17 of 19 at any repigmentation, 13 of 19 at 75 % of the face; Table 3 cites it eight times.
      expect(known).toContain('17 of 19 people');
      expect(known).toContain('at least 75 %, face and neck: 13 of 19 people tac-0.1; in the pool, read twice');
      expect(missing).toMatch(/ of 8 Cream alone, any age, any site: 25, 50 %/);
    }));
});

describe('a made-up row', () => {
  test('moves the pools to the numbers of R, and the element with them', () =>
    withPage(WORKBENCH, async ({ page, complaints, blocked }) => {
      const before = await pooled(page);
      await add(page, LEPE);
      await add(page, MADE_UP);
      expect(await text(page, '#effect-summary')).toBe('2 rows added. 3 pools move.');
      for (const { threshold, k, estimate, low, high } of fixture.pools) {
        const name = threshold === '25' ? 'at least 25 %' : 'any repigmentation';
        const cells = await effect(page, `Cream alone, any age, any site: ${name}`);
        const [of100, from, to] = [estimate, low, high].map((value) => Math.round(value * 100));
        expect(cells[1]).toContain(`${of100} (${from} to ${to}) ${k} trials`);
      }
      expect(await effect(page, 'Cream alone, any age, any site: at least 25 %')).toEqual([
        expect.stringContaining('2 trials; 2 of the 21 studies that the review pooled'),
        expect.stringContaining('3 trials; 3 of the 21 studies that the review pooled'),
        expect.stringMatching(/^55 \(42 to 68\) The pool is \d+ of 100 (above|below) it\.$/),
      ]);
      await vi.waitFor(async () => {
        const after = await pooled(page);
        expect(after.find(({ threshold }) => threshold === 25)?.estimate).toBeCloseTo(fixture.pools[0]!.estimate, 9);
      });
      expect(before.find(({ threshold }) => threshold === 25)?.estimate).not.toBeCloseTo(fixture.pools[0]!.estimate, 2);
      await page.click('#added [data-act="remove"]');
      await vi.waitFor(async () => expect(await text(page, '#effect-summary')).toBe('Row removed. 1 row added. 1 pool moves.'));
      expect(complaints).toEqual([]);
      expect(await blocked()).toEqual([]);
    }));

  test('is edited in the form and changed in its place, or left as it was, and removed, by keyboard alone', () =>
    withPage(WORKBENCH, async ({ page, complaints }) => {
      await add(page, MADE_UP);
      await add(page, LEPE);
      const press = async (selector: string) => {
        await page.focus(selector);
        await page.keyboard.press('Enter');
        await page.evaluate(() => new Promise((resolve) => setTimeout(resolve)));
      };
      const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.id);
      const typed = (names: readonly string[]) => page.evaluate(
        (of) => of.map((name) => (document.querySelector<HTMLFormElement>('#count-form')!.elements.namedItem(name) as HTMLInputElement).value),
        names,
      );
      await press('#added tbody tr:first-child [data-act="edit"]');
      expect(await focusedName(page)).toBe('study');
      expect(await text(page, '#editing')).toContain('made-up-2020, 22 of 40 people');
      const names = Object.keys(MADE_UP);
      expect(await typed(names)).toEqual(Object.values(MADE_UP));
      await press('#leave-row');
      expect(await text(page, '#editing')).toBe('');
      expect(await text(page, '#added tbody tr:first-child')).toContain('22 of 40 people');

      await press('#added tbody tr:first-child [data-act="edit"]');
      await add(page, { events: '10' });
      expect(await text(page, '#effect-summary')).toMatch(/^Row changed\. 2 rows added\./);
      expect(await text(page, '#added tbody tr:first-child')).toContain('10 of 40 people');
      expect(await page.$$('#added tbody tr')).toHaveLength(2);
      await vi.waitFor(async () => expect(await focused()).toMatch(/^Edit made-up-2020/));
      expect(await typed(['events'])).toEqual(['']);

      await press('#added tbody tr:first-child [data-act="remove"]');
      await vi.waitFor(async () => expect(await focused()).toMatch(/^Remove lepe-2003/));
      await press('#added [data-act="remove"]');
      await vi.waitFor(async () => expect(await focused()).toBe('effect-summary'));
      expect(await text(page, '#effect-summary')).toBe('Row removed. No row added yet.');
      expect(complaints).toEqual([]);
    }));

  test('moves the comparisons of trials that have both arms', () =>
    withPage(WORKBENCH, async ({ page }) => {
      await add(page, { ...MADE_UP, site: 'hands-feet' });
      expect(await text(page, '#effect-summary')).not.toContain('comparison');
      const vehicle = { treatment: 'other-comparator', comparator: 'placebo', arm: 'vehicle' };
      await add(page, { ...vehicle, events: '11', total: '40', basis: 'made up' });
      expect(await text(page, '#effect-summary')).toMatch(/ 2 comparisons within trials move\.$/);
      // 22 of 40 against 11 of 40.
      const atHands = await effect(page, 'Cream against placebo or vehicle, any age, hands and feet: any repigmentation');
      expect(atHands).toEqual(['no trial with both arms', expect.stringMatching(/^2\.00 \(.* a single trial$/)]);
      const anywhere = await effect(page, 'Cream against placebo or vehicle, any age, any site: any repigmentation');
      expect(anywhere).toEqual([expect.stringMatching(/ a single trial$/), expect.stringMatching(/ 2 trials$/)]);
    }));

  test('is refused with its place and what is allowed, and nothing typed is lost', () =>
    withPage(WORKBENCH, async ({ page }) => {
      await add(page, { ...LEPE, events: '21', place: '', basis: '' });
      // The form of each field comes first, what must hold between them next.
      expect(await text(page, '#problems')).toBe('This row cannot be added yet How it was read: basis is empty [empty]');
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('problems');
      await add(page, { basis: 'made up' });
      expect(await text(page, '#problems')).toContain('Reached it: events has 21 events among 20 [events-exceed-total]');
      expect(await text(page, '#problems')).toContain('Table or page: place is missing');
      await page.click('#problems a');
      expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).name)).toBe('events');
      expect(await page.$eval('[name="events"]', (input) => (input as HTMLInputElement).value)).toBe('21');
      expect(await text(page, '#effect-summary')).toBe('No row added yet.');
    }));

  test('is taken along as a file that the data build takes, and as CSV', () =>
    withPage(WORKBENCH, async ({ page }) => {
      await add(page, LEPE);
      await add(page, MADE_UP);
      const counts = await download(page, '#take-file', 'counts.json');
      const built = buildOutputs((name) => (name === 'counts.json' ? counts : readData(name)));
      expect(built).toMatchObject({ ok: true });
      const added = JSON.parse(counts).repigmentation.slice(-2);
      expect(added).toMatchObject([
        { study: 'lepe-2003', events: 15, total: 20, people: 20, leeRef: 7, extractions: 1, place: 'Table 2' },
        { study: 'made-up-2020', events: 22, total: 40, year: 2020, basis: 'made up' },
      ]);
      // Nothing but what was added differs from the file in the repository.
      const kept = JSON.parse(counts);
      kept.repigmentation.splice(-2);
      kept.otherStudies.splice(-1);
      expect(kept).toEqual(JSON.parse(readData('counts.json')));
      const reading = readOwnData(await download(page, '#take-csv', 'counts.csv'));
      let step = reading.next();
      while (!step.done) step = reading.next();
      expect(step.value.messages).toEqual([]);
      expect(step.value.rows).toMatchObject(added);
    }));

  test('is not lost without a warning, until the file is taken', () =>
    withPage(WORKBENCH, async ({ page }) => {
      const asks = () => page.evaluate(() => !window.dispatchEvent(new Event('beforeunload', { cancelable: true })));
      expect(await asks()).toBe(false);
      await add(page, LEPE);
      expect(await asks()).toBe(true);
      await download(page, '#take-csv', 'counts.csv');
      expect(await asks()).toBe(true);
      await download(page, '#take-file', 'counts.json');
      expect(await asks()).toBe(false);
    }));

  test('is added by keyboard alone', () =>
    withPage(WORKBENCH, async ({ page }) => {
      await page.focus('tr[data-study="lepe-2003"] button');
      await page.keyboard.press('Enter');
      expect(await focusedName(page)).toBe('study');
      for (const [name, value] of Object.entries(LEPE).slice(1)) {
        await tabTo(page, name);
        await page.keyboard.type(name === 'threshold' ? 'at least 25' : name === 'sourceLevel' ? 'the full' : value);
      }
      await tabTo(page, 'submit');
      await page.keyboard.press('Enter');
      expect(await text(page, '#problems')).toBe('');
      expect(await text(page, '#effect-summary')).toBe('1 row added. 2 pools move.');
    }));
});

describe('axe finds nothing', () => {
  const withEverything = async ({ page }: OpenPage) => {
    await add(page, LEPE);
    await add(page, { basis: '' });
    expect(await findings(page)).toEqual([]);
  };

  test('with rows, problems and effects', () => withPage(WORKBENCH, withEverything));

  test.runIf(inChromium('sets media features'))('with rows, problems and effects, on a dark system', () =>
    withPage(WORKBENCH, withEverything, { media: [{ name: 'prefers-color-scheme', value: 'dark' }] }),
  );

  test('where the tables are cards', () =>
    withPage(WORKBENCH, async ({ page }) => {
      await add(page, LEPE);
      expect(await findings(page)).toEqual([]);
      const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(tooWide).toBeLessThanOrEqual(0);
    }, { viewport: { width: 320, height: 800 } }),
  );
});

const numbers = (page: Page) =>
  page.$$eval('#study-table tbody .number', (cells) => cells.map((cell) => Number(cell.textContent)));

const text = (page: Page, selector: string) =>
  page.$eval(selector, (element) => (element as HTMLElement).innerText.replace(/\s+/g, ' ').trim());

/** Fills in the form and sends it. */
async function add(page: Page, fields: Readonly<Record<string, string>>): Promise<void> {
  await page.evaluate((entries) => {
    const form = document.querySelector<HTMLFormElement>('#count-form')!;
    for (const [name, value] of entries) {
      const control = form.elements.namedItem(name) as HTMLInputElement;
      control.value = value;
      control.dispatchEvent(new Event('change', { bubbles: true }));
    }
    form.requestSubmit();
  }, Object.entries(fields));
  // The pools are made after the microtasks of the data's promises.
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve)));
}

/** Before, after and published of the pool with this name. */
const effect = (page: Page, name: string) =>
  page.$$eval('#effects tbody tr', (rows, wanted) => {
    const row = rows.find((one) => one.querySelector('th')?.textContent.replace(/\s+/g, ' ').trim() === wanted);
    return [...(row?.querySelectorAll('td') ?? [])].map((cell) => cell.innerText.replace(/\s+/g, ' '));
  }, name);

/** The element's pooled answers for the cream alone. */
const pooled = (page: Page) =>
  page.$eval('vitiligo-outlook', ({ outlook }) =>
    outlook!.options.find(({ treatment }) => treatment === 'tci')!.responses.map(({ threshold, estimate }) => ({ threshold, estimate })),
  );

/** Presses a button that downloads, and gives the text of the file. */
async function download(page: Page, button: string, name: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'workbench-'));
  try {
    await downloadTo(page, folder);
    await page.click(button);
    await vi.waitFor(() => expect(readdirSync(folder)).toEqual([name]), { timeout: 5000 });
    return readFileSync(join(folder, name), 'utf8');
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const focusedName = (page: Page) =>
  page.evaluate(() => {
    const active = document.activeElement as HTMLInputElement | null;
    return active?.name || active?.type || active?.localName || '';
  });

async function tabTo(page: Page, name: string): Promise<void> {
  const passed: string[] = [];
  while (passed.length < 40) {
    await page.keyboard.press('Tab');
    const now = await focusedName(page);
    if (now === name) return;
    passed.push(now);
  }
  throw new Error(`Tab never reached "${name}", only ${passed.join(', ')}`);
}

async function findings(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const results = await page.evaluate(() => (window as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run());
  return results.violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ html }) => html).join(' ')}`);
}
