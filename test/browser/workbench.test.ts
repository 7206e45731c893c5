import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AxeResults } from 'axe-core';
import type { Page } from 'puppeteer-core';
import { describe, expect, test, vi } from 'vitest';
import { buildOutputs } from '../../data/outputs.js';
import { readOwnData } from '../../src/adapters/import/read-own-data.js';
import { poolHarms } from '../../src/evidence/pooling/harms.js';
import { DEFAULT_METHOD } from '../../src/evidence/pooling/method.js';
import type { AdverseEventRow } from '../../src/schema/index.js';
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
/** Of a trial that the review pooled adverse events of, and of none that it knows. */
const BURNING = {
  list: 'adverseEvents', study: 'grimes-2004', arm: 'tac-0.1', event: 'burning', printedTerm: 'stinging', events: '5', total: '19',
  sourceLevel: 'full-text', url: 'https://doi.org/10.1000/made-up', basis: 'made up: Table 3',
};
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
      const name = (site: string) => `Cream against placebo or vehicle, any age, ${site}: any repigmentation`;
      const [before, after] = await effect(page, name('hands and feet'));
      expect([before, after]).toEqual(['no trial with both arms', expect.stringMatching(/^2\.00 \(.* a single trial$/)]);
      const [alone, together] = await effect(page, name('any site'));
      expect(alone).toMatch(/ a single trial$/);
      expect(together).toMatch(/ 2 trials$/);
    }));

  test('stands beside the ratios of other reviews, with what they differ in, and the gap', () =>
    withPage(WORKBENCH, async ({ page }) => {
      const arms = [
        { treatment: 'tci-phototherapy', phototherapy: 'nbuvb', arm: 'both', events: '24' },
        { treatment: 'phototherapy', arm: 'light', events: '12' },
        { treatment: 'tci', arm: 'cream', events: '24' },
        { treatment: 'other-comparator', comparator: 'placebo', arm: 'vehicle', events: '12' },
        { treatment: 'other-comparator', comparator: 'steroid', arm: 'steroid', events: '12' },
      ];
      const study = { ...MADE_UP, threshold: '75', site: 'face-neck', basis: 'made up' };
      for (const arm of arms) await add(page, { ...study, ...arm });
      const besideOf = async (contrast: string, site = 'face and neck') =>
        (await effect(page, `${contrast}, any age, ${site}: at least 75 %`))[2];
      const cells = await effect(page, 'Cream with light against light alone, any age, face and neck: at least 75 %');
      // comparisons.json, li-2017-face-75; 24 of 40 against 12 of 40 is the only trial, or one of those pooled.
      const here = Number(/^[\d.]+/.exec(cells[1]!)![0]);
      const gap = `The ratio here is ${Math.abs(here - 1.88).toFixed(2)} ${here > 1.88 ? 'above' : 'below'} it.`;
      expect(cells[2]).toBe(`1.88 (1.10 to 3.20) Li 2017 ${gap}`);
      // Over all sites that review printed no ratio; its figures of the face do not stand in for it.
      const overall = await besideOf('Cream with light against light alone', 'any site');
      expect(overall).toMatch(/^no ratio Li 2017 NB-UVB \+ topical agent .* no pooled ratio printed in the abstract$/);
      const placebo = await besideOf('Cream against placebo or vehicle');
      const otherOutcome = (unit: string) => `Dang 2016 for another outcome: response, by ${unit}, without a threshold for all sites`;
      expect(placebo).toContain(`2.62 (1.39 to 4.93) ${otherOutcome('lesion')}`);
      expect(placebo).toContain(`1.42 (0.87 to 2.31) ${otherOutcome('patient')}`);
      expect(await besideOf('Cream against placebo or vehicle', 'any site')).not.toContain('for all sites');
      expect(await besideOf('Cream against a steroid')).toBe('none: no review in the data has a ratio for this');
      // Single figures of another review stand beside light alone: comparisons.json, phototherapyAlone, by site.
      const light = await effect(page, 'Light alone, any age, face and neck: at least 75 %');
      expect(light[2]).toMatch(/^44 at 6 months The pool is \d+ of 100 below it\.$/);
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

describe('an adverse event', () => {
  test('shows the fields of its kind, and closes the pool to what is not counted by person', () =>
    withPage(WORKBENCH, async ({ page }) => {
      const shown = () => page.$$eval('#count-form [name]', (controls) => {
        const visible = controls.filter((control) => control.checkVisibility());
        return [...new Set(visible.map((control) => (control as HTMLInputElement).name))];
      });
      const ofCounts = ['threshold', 'site', 'people', 'alsoSites', 'place', 'count', 'conflict'];
      expect(await shown()).toEqual(expect.arrayContaining(ofCounts));
      await page.click('[name="list"][value="adverseEvents"]');
      expect(await shown()).toEqual(expect.arrayContaining(['event', 'printedTerm', 'events', 'total', 'unit']));
      for (const name of ofCounts) expect(await shown()).not.toContain(name);

      const pool = () => page.$eval('[name="pool"]', (input) => {
        const { checked, disabled } = input as HTMLInputElement;
        const reason = document.querySelector<HTMLInputElement>('[name="notPooledBecause"]')!.value;
        return { checked, disabled, reason };
      });
      await page.select('[name="unit"]', 'lesions');
      expect(await pool()).toEqual({ checked: false, disabled: true, reason: 'counted in lesions' });
      await page.select('[name="unit"]', 'patients');
      expect(await pool()).toEqual({ checked: true, disabled: false, reason: '' });
      await page.select('[name="event"]', 'any');
      expect(await pool()).toEqual({ checked: false, disabled: false, reason: 'not a single kind of event' });
      await page.select('[name="event"]', 'burning');
      expect(await pool()).toEqual({ checked: true, disabled: false, reason: '' });
    }));

  test('is added by keyboard alone, and moves its pool', () =>
    withPage(WORKBENCH, async ({ page, complaints, blocked }) => {
      await page.focus('[name="list"][value="repigmentation"]');
      await page.keyboard.press('ArrowDown');
      await tabTo(page, 'study');
      await page.keyboard.type('8: Grimes');
      const { arm, printedTerm, events, total, url, basis } = BURNING;
      const typed = { arm, event: 'redness', printedTerm, events, total, sourceLevel: 'the full', url, basis };
      for (const [name, value] of Object.entries(typed)) {
        await tabTo(page, name);
        await page.keyboard.type(value);
      }
      await tabTo(page, 'submit');
      await page.keyboard.press('Enter');
      expect(await text(page, '#problems')).toBe('');
      expect(await text(page, '#effect-summary')).toBe('1 row added. 1 pool of adverse events moves.');
      expect(await text(page, '#added tbody tr')).toContain('5 of 19 people redness (“stinging”) 1 pool');
      expect(complaints).toEqual([]);
      expect(await blocked()).toEqual([]);
    }));

  test('moves its pool to the numbers of R and of the engine, beside what the review printed', () =>
    withPage(WORKBENCH, async ({ page }) => {
      await add(page, BURNING);
      await add(page, { ...MADE_UP, ...BURNING, study: '', arm: 'cream', events: '6', total: '40' });
      expect(await text(page, '#effect-summary')).toBe('2 rows added. 1 pool of adverse events moves.');
      const [before, after, printed] = await effect(page, 'Cream alone, any age: burning');
      const [{ k, ...ofR }] = fixture.harms as [(typeof fixture.harms)[number]];
      expect(after).toBe(`${inHundred(ofR)} ${k} trials`);

      const rows = JSON.parse(await download(page, '#take-file', 'counts.json')).adverseEvents as AdverseEventRow[];
      const burning = (adverseEvents: AdverseEventRow[]) => {
        const pools = poolHarms({ adverseEvents }, 'any', DEFAULT_METHOD);
        return pools.find(({ treatment, event }) => treatment === 'tci' && event === 'burning')!;
      };
      const engine = burning(rows);
      expect(after).toBe(`${inHundred(engine.result as Interval)} ${engine.trials.length} trials`);
      const onDisk = burning(rows.slice(0, -2));
      expect(before).toBe(`${inHundred(onDisk.result as Interval)} ${onDisk.trials.length} trials`);

      // published-estimates.json, ae-burning-sensation: 29 of 296, printed as 9.8 %.
      const gap = Math.round(ofR.estimate * 100) - 10;
      expect(printed).toMatch(/^10 \(\d+ to \d+\) /);
      expect(printed).toContain(`The pool is ${gap} of 100 above it. 29 reports among 296 people who finished`);
      expect(await text(page, '#element-lacks')).toMatch(/^It takes no adverse events from a page/);
      expect(await page.$eval('#take-csv', (button) => (button as HTMLButtonElement).disabled)).toBe(true);
      expect(await page.$eval('vitiligo-outlook', (element) => element.studies)).toBeNull();
    }));

  test('without a published rate says why there is none', () =>
    withPage(WORKBENCH, async ({ page }) => {
      await add(page, { ...BURNING, event: 'dermatitis', printedTerm: 'contact dermatitis' });
      expect((await effect(page, 'Cream alone, any age: dermatitis'))[2]).toBe('none: the review pooled only burning, itching and redness');
      await add(page, { ...BURNING, treatment: 'tci-phototherapy', phototherapy: 'nbuvb', arm: 'both' });
      const cells = await effect(page, 'Cream with light, any age: burning');
      expect(cells).toEqual([
        'no count', expect.stringMatching(/ a single study$/), 'none: the review pooled no adverse events of this treatment',
      ]);
      await add(page, { ...BURNING, treatment: 'other-comparator', comparator: 'placebo', arm: 'vehicle' });
      expect(await text(page, '#added tbody tr:last-child')).toContain('no pool: adverse events are pooled of creams and light alone');
      // The same people again.
      await add(page, { ...BURNING, treatment: 'tci', arm: 'tac-0.1' });
      await add(page, { ...BURNING, printedTerm: 'burning, second visit' });
      expect(await text(page, '#added tbody tr:last-child')).toContain('no pool: the people are in the pool already');
    }));

  test('is edited, changed in its place, and removed', () =>
    withPage(WORKBENCH, async ({ page }) => {
      const lesions = { ...BURNING, event: 'itching', printedTerm: 'itching lesions', unit: 'lesions', basis: 'made up' };
      await add(page, lesions);
      expect(await text(page, '#added tbody tr')).toContain('no pool: counted in lesions');
      await page.click('[name="list"][value="repigmentation"]');
      await page.click('[name="pool"]');
      await add(page, { ...LEPE, unit: 'patients', notPooledBecause: 'made up' });
      await page.click('[name="pool"]');
      await add(page, { ...BURNING, list: 'adverseEvents' });
      expect(await text(page, '#effect-summary')).toBe('3 rows added. 1 pool of adverse events moves.');
      const press = async (row: number, act: string) => {
        await page.click(`#added tbody tr:nth-child(${row}) [data-act="${act}"]`);
        await page.evaluate(() => new Promise((resolve) => setTimeout(resolve)));
      };
      const typed = (names: readonly string[]) => page.evaluate((of) => {
        const form = document.querySelector<HTMLFormElement>('#count-form')!;
        return of.map((name) => (form.elements.namedItem(name) as HTMLInputElement | RadioNodeList).value);
      }, names);
      await press(1, 'edit');
      expect(await text(page, '#editing')).toContain('grimes-2004, 5 of 19 lesions.');
      expect(await typed(Object.keys(lesions))).toEqual(Object.values(lesions));
      // A row that is shown only stays so after one whose pool is closed.
      await press(2, 'edit');
      expect(await typed(['list', 'threshold', 'notPooledBecause'])).toEqual(['repigmentation', '25', 'made up']);
      await press(3, 'edit');
      await add(page, { events: '1' });
      expect(await text(page, '#effect-summary')).toMatch(/^Row changed\. 3 rows added\./);
      expect(await text(page, '#added tbody tr:nth-child(3)')).toContain('1 of 19 people');
      await press(3, 'remove');
      expect(await text(page, '#effect-summary')).toBe('Row removed. 2 rows added. No pool moves.');
    }));

  test('is refused with its place and what is allowed, whatever is typed, and nothing of it runs', () =>
    withPage(WORKBENCH, async ({ page, complaints, blocked }) => {
      const told = async (fields: Readonly<Record<string, string>>) => {
        await add(page, { ...BURNING, ...fields });
        return text(page, '#problems');
      };
      expect(await told({ printedTerm: '', events: '-1', total: '0', url: 'javascript:alert(1)' })).toBe(
        'This row cannot be added yet: 4 problems Had it: events is -1, expected number [wrong-type] ' +
        'Of all assessed: total is 0, at least 1 expected [too-small] ' +
        `${await page.$eval('#problems li:nth-child(3)', (item) => item.textContent.trim())} ` +
        'In the words of the source: printedTerm is empty [empty]',
      );
      expect(await text(page, '#problems li:nth-child(3)')).toMatch(/^Address: url is "javascript:alert\(1\)", .*\[bad-format\]$/);
      await page.click('#problems li:last-child a');
      expect(await focusedName(page)).toBe('printedTerm');
      for (const events of ['1e9', '2,5', '0x5', '=5', '५', 'NaN', '9'.repeat(400)]) {
        expect(await told({ events }), events).toMatch(/^This row cannot be added yet Had it: events is /);
      }
      expect(await told({ events: '2.5' })).toBe('This row cannot be added yet Had it: events is 2.5, expected a whole number [not-whole]');
      expect(await told({ events: '20' })).toContain('Had it: events has 20 events among 19 [events-exceed-total]');
      expect(await told({ study: 'lepe-2003', event: 'burning', printedTerm: 'burning sensation (lesions)' })).toContain(
        'In the words of the source: printedTerm repeats "lepe-2003 / tac-0.1 / burning sensation (lesions)" [duplicate-row]',
      );
      expect(await text(page, '#effect-summary')).toBe('No row added yet.');

      const markup = '<img src=x onerror="window.ran = true"></td><script>window.ran = true</script> ${1} {{1}} __proto__';
      expect(await told({ printedTerm: markup, basis: markup })).toBe('');
      expect(await text(page, '#added tbody tr')).toContain(`burning (“${markup}”)`);
      expect(await page.evaluate(() => 'ran' in window)).toBe(false);
      const file = JSON.parse(await download(page, '#take-file', 'counts.json'));
      expect(file.adverseEvents.at(-1)).toMatchObject({ printedTerm: markup, basis: markup });
      expect(complaints).toEqual([]);
      expect(await blocked()).toEqual([]);
    }));

  test('is taken along as a file that the data build takes', () =>
    withPage(WORKBENCH, async ({ page }) => {
      await add(page, { ...MADE_UP, ...BURNING, study: '', arm: 'cream' });
      await add(page, { ...BURNING, event: 'any', printedTerm: 'any event' });
      const counts = await download(page, '#take-file', 'counts.json');
      const built = buildOutputs((name) => (name === 'counts.json' ? counts : readData(name)));
      expect(built).toMatchObject({ ok: true });
      const file = JSON.parse(counts);
      const onDisk = JSON.parse(readData('counts.json'));
      const added = file.adverseEvents.splice(-2);
      expect(added).toMatchObject([
        { study: 'made-up-2020', leeRef: null, year: 2020, event: 'burning', events: 5, total: 19, pool: true, notPooledBecause: null },
        { study: 'grimes-2004', leeRef: 8, event: 'any', pool: false, notPooledBecause: 'not a single kind of event', url: BURNING.url },
      ]);
      for (const row of added) expect(Object.keys(row)).toEqual(Object.keys(onDisk.adverseEvents[0]));
      expect(file.otherStudies.splice(-1)).toMatchObject([{ id: 'made-up-2020' }]);
      expect(file).toEqual(onDisk);
    }));

  test('is known and no longer missing in the table of studies', () =>
    withPage(WORKBENCH, async ({ page }) => {
      const cells = async () => {
        const texts = await page.$$eval('tr[data-study="grimes-2004"] > td', (all) => all.map((cell) => cell.innerText.replace(/\s+/g, ' ')));
        return { known: texts[1]!, missing: texts[2]! };
      };
      expect((await cells()).missing).toContain('3 of 3 kinds of adverse events Cream alone: burning, itching, redness');
      await add(page, BURNING);
      expect((await cells()).known).toContain('burning (“stinging”): 5 of 19 people tac-0.1; in the pool');
      expect((await cells()).missing).toContain('2 of 3 kinds of adverse events Cream alone: itching, redness');
      await page.select('select[name="show"]', 'missing-events');
      const shown = await page.$$eval('#study-table tbody tr', (rows) => rows.map(({ dataset }) => dataset.study));
      const { studies } = JSON.parse(readData('studies.json'));
      const pooled = studies.filter(({ citedIn }: { citedIn: string[] }) => citedIn.includes('safety'));
      expect([...shown].sort()).toEqual(pooled.map(({ id }: { id: string }) => id).sort());
    }));
});

describe('axe finds nothing', () => {
  const withEverything = async ({ page }: OpenPage) => {
    await add(page, LEPE);
    await add(page, BURNING);
    await add(page, { printedTerm: '' });
    expect(await findings(page)).toEqual([]);
  };

  test('with rows, problems and effects', () => withPage(WORKBENCH, withEverything));

  test.runIf(inChromium('sets media features'))('with rows, problems and effects, on a dark system', () =>
    withPage(WORKBENCH, withEverything, { media: [{ name: 'prefers-color-scheme', value: 'dark' }] }),
  );

  test('where the tables are cards', () =>
    withPage(WORKBENCH, async ({ page }) => {
      await add(page, LEPE);
      await add(page, BURNING);
      expect(await findings(page)).toEqual([]);
      const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(tooWide).toBeLessThanOrEqual(0);
    }, { viewport: { width: 320, height: 800 } }),
  );
});

interface Interval {
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
}

/** "17 (8 to 32)" */
function inHundred({ estimate, low, high }: Interval): string {
  const [of100, from, to] = [estimate, low, high].map((value) => Math.round(value * 100));
  return `${of100} (${from} to ${to})`;
}

const numbers = (page: Page) =>
  page.$$eval('#study-table tbody .number', (cells) => cells.map((cell) => Number(cell.textContent)));

const text = (page: Page, selector: string) =>
  page.$eval(selector, (element) => (element as HTMLElement).innerText.replace(/\s+/g, ' ').trim());

/** Fills in the form and sends it. */
async function add(page: Page, fields: Readonly<Record<string, string>>): Promise<void> {
  await page.evaluate((entries) => {
    const form = document.querySelector<HTMLFormElement>('#count-form')!;
    for (const [name, value] of entries) {
      const control = form.elements.namedItem(name) as HTMLInputElement | RadioNodeList;
      control.value = value;
      const changed = control instanceof RadioNodeList ? form.querySelector(`[name="${name}"]:checked`)! : control;
      changed.dispatchEvent(new Event('change', { bubbles: true }));
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
