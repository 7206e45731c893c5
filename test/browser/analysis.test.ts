import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { analysisCsv } from '../../src/adapters/export/analysis-csv.js';
import { analysisR } from '../../src/adapters/export/analysis-r.js';
import { PRESETS } from '../../src/evidence/pooling/presets.js';
import { hasMetafor } from '../evidence/pooling/has-metafor.js';
import { analyse, AUDIT, material, ownRows } from '../evidence/pooling/material.js';
import { MODULES, pageWith, withSite } from './temporary-site.js';
import type { OpenPage } from './with-page.js';

declare global {
  interface Window {
    saved: Promise<string>[];
  }
}

/** A made-up clinic audit of 40 people, as somebody would paste it. */
const PASTED = `study,treatment,threshold,events,total,year\n${AUDIT.study},tci,any,${AUDIT.events},${AUDIT.total},${AUDIT.year}\n`;
const IN_PANEL = 'vitiligo-outlook >>> .analysis';

interface Exported {
  readonly csv: string;
  readonly json: string;
  readonly r: string;
  /** The number of the answer, its label and its interval, as on screen. */
  readonly shown: string;
}

/** Keeps what is saved, where a test can read it. */
function keepSaved(): void {
  window.saved = [];
  const { createObjectURL } = URL;
  URL.createObjectURL = (blob: Blob) => {
    window.saved.push(blob.text());
    return createObjectURL(blob);
  };
}

/** Waits for it by asking again: a page in the background gets no frames, which other ways of waiting take. */
async function click(page: Page, selector: string): Promise<void> {
  let found = await page.$(selector);
  for (; !found; found = await page.$(selector)) await new Promise((resolve) => setTimeout(resolve, 20));
  await found.evaluate((element) => (element as HTMLElement).click());
}

const openPart = (page: Page, id: string) => click(page, `${IN_PANEL} [data-part=${id}] > summary`);

/** What a newcomer does: opens the studies, adds an audit, sees it, leaves one trial out, and saves everything. */
async function walk({ page }: OpenPage, more: (page: Page) => Promise<void> = async () => {}): Promise<Exported> {
  await click(page, 'vitiligo-outlook >>> [part=analysis] > summary');
  await openPart(page, 'own');
  await click(page, `${IN_PANEL} textarea`);
  await page.$eval(`${IN_PANEL} textarea`, (field, text) => ((field).value = text), PASTED);
  await click(page, `${IN_PANEL} .own button`);
  // Out and in again.
  for (let i = 0; i < 2; i += 1) await click(page, `${IN_PANEL} input[aria-label="Pool ${AUDIT.study}"]`);
  await click(page, `${IN_PANEL} input[aria-label="Pool Xu et al 2009"]`);
  await more(page);
  await openPart(page, 'export');
  for (const form of ['csv', 'json', 'r']) await click(page, `${IN_PANEL} [data-form=${form}] button`);
  const [csv, json, r] = await page.evaluate(() => Promise.all(window.saved));
  const shown = await page.$eval(`${IN_PANEL} .headline`, (line) => line.textContent.replace(/\s+/g, ' ').trim());
  return { csv: csv!, json: json!, r: r!, shown };
}

const REQUEST = { without: ['xu-2009'] };
const withAudit = { ...material, own: ownRows(AUDIT) };
const page = pageWith(MODULES, '<vitiligo-outlook view="clinician"></vitiligo-outlook>');
/** Mathematical functions of browsers and of Node differ in the last digits. */
const rounded = (text: string) => text.replace(/\d+\.\d{9,}/g, (digits) => Number(digits).toPrecision(9));
const of100 = (proportion: number) => String(Math.round(proportion * 100));

describe('the walk of a newcomer under the strict policy', () => {
  test('ends with exports of the very analysis on screen, and nothing blocked, sent or complained of', () =>
    withSite(
      page,
      async (open) => {
        const { csv, json, r, shown } = await walk(open);
        const analysis = analyse(REQUEST, withAudit);
        expect(rounded(csv)).toBe(rounded(analysisCsv(analysis, withAudit)));
        expect(r).toBe(analysisR(analysis, withAudit));
        const { pool, studies } = JSON.parse(json) as { pool: Record<'estimate' | 'low' | 'high', number>; studies: unknown[] };
        expect(studies).toContainEqual(expect.objectContaining({ study: AUDIT.study, origin: 'reader', included: true }));
        expect(studies).toContainEqual(expect.objectContaining({ study: 'xu-2009', included: false }));
        const numbers = [pool.estimate, pool.low, pool.high].map(of100);
        expect(shown).toMatch(new RegExp(`^${numbers[0]} ?/100 .*9 studies ?between ${numbers[1]} and ${numbers[2]} of`));
        expect(await open.blocked()).toEqual([]);
        expect(open.complaints).toEqual([]);
        const { origin } = new URL(open.requests[0]!);
        const elsewhere = open.requests.filter((url) => !/^(data|blob):/.test(url) && new URL(url).origin !== origin);
        expect(elsewhere).toEqual([]);
      },
      { before: keepSaved },
    ));

  const whereRIs = test.skipIf(!hasMetafor);

  whereRIs('and R prints the numbers on screen, whatever the method', { timeout: 60_000 }, () =>
    withSite(
      page,
      async (open) => {
        const { r, shown } = await walk(open, async (page) => {
          await openPart(page, 'method');
          await click(page, `${IN_PANEL} #analysis-preset`);
          await page.select(`${IN_PANEL} #analysis-preset`, 'review-half');
        });
        expect(r).toBe(analysisR(analyse({ ...REQUEST, method: PRESETS['review-half'] }, withAudit), withAudit));
        const lines = run(r).matchAll(/^(\w+) +(\S+)$/gm);
        const printed = new Map([...lines].map(([, name, value]) => [name, Number(value)]));
        const [estimate, low, high] = ['estimate', 'low', 'high'].map((name) => of100(printed.get(name)!));
        expect(shown).toMatch(new RegExp(`^${estimate} ?/100 .*between ${low} and ${high} of`));
      },
      { before: keepSaved },
    ),
  );
});

function run(script: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'analysis-'));
  try {
    writeFileSync(join(folder, 'analysis.R'), script);
    const env = { ...process.env, LC_ALL: 'C.UTF-8' };
    return execFileSync('Rscript', [join(folder, 'analysis.R')], { encoding: 'utf8', env });
  } finally {
    rmSync(folder, { recursive: true });
  }
}
