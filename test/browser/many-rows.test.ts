import type { CDPSession, Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { readOwnData, type OwnData } from '../../src/adapters/import/read-own-data.js';
import { DEFAULT_METHOD, type Method } from '../../src/evidence/pooling/method.js';
import type { PoolRequest } from '../../src/evidence/pooling/analyse-pool.js';
import { enPooling } from '../../src/i18n/en.pooling.js';
import { createPoolingWords } from '../../src/i18n/pooling.js';
import { english } from '../../src/i18n/translate.js';
import { forestView } from '../../src/view-model/pooling/forest-view.js';
import { analyse, ANY, material } from '../evidence/pooling/material.js';
import { MODULES, pageWith, withSite } from './temporary-site.js';

const ROWS = 100_000;
const lines = Array.from({ length: ROWS }, (_, i) => `Clinic ${i},tci,${i % 3 ? 'any' : 75},${i % 31},${31 + (i % 17)}`);
const PASTED = `study,treatment,threshold,events,total\n${lines.join('\n')}\n`;

const words = createPoolingWords(english, enPooling);
const { rows: own } = readAtOnce(readOwnData(PASTED));

function readAtOnce(reading: ReturnType<typeof readOwnData>): OwnData {
  for (;;) {
    const step = reading.next();
    if (step.done) return step.value;
  }
}

/** What the panel has to show in the end: the engine's answer to the same rows. */
function expected(request: Partial<PoolRequest>): string {
  const of = { ...material, own };
  const { pooled, facts } = forestView(analyse(request, of), of, words);
  return [pooled!.of100, ...facts].join('|');
}

/** What is on screen at each change of it: the answer, and how far the next one is. */
interface Seen {
  readonly answer: string;
  readonly percent: number | null;
}

declare global {
  interface Window {
    seen: Seen[];
    inPanel: (selector: string) => HTMLElement | null | undefined;
    choose: (id: string, value: string) => void;
  }
}

/** Runs in the page, once the panel is open. */
function watch(): void {
  const root = document.querySelector('vitiligo-outlook')!.shadowRoot!;
  window.inPanel = (selector) => root.querySelector<HTMLElement>(`.analysis ${selector}`);
  window.choose = (id, value) => {
    const control = window.inPanel(`#${id}`) as HTMLSelectElement;
    control.value = value;
    control.dispatchEvent(new Event('change', { bubbles: true }));
  };
  window.seen = [];
  new MutationObserver(() => {
    const progress = window.inPanel('.pooling progress') as HTMLProgressElement | null;
    const answer = window.inPanel('.headline')?.textContent ?? '';
    window.seen.push({ answer, percent: progress && progress.value });
  }).observe(root.querySelector('.analysis')!, { childList: true, characterData: true, attributes: true, subtree: true });
}

/**
 * Milliseconds of the processor for each task of the page's thread, from the longest: what else runs is not in it, nor
 * is the collection of garbage, which comes when the browser likes and can take longer than any of the work.
 */
async function tasksOf(page: Page, work: () => Promise<void>): Promise<number[]> {
  const client = await page.createCDPSession();
  const events: TraceEvent[] = [];
  client.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])));
  const includedCategories = ['disabled-by-default-devtools.timeline', 'devtools.timeline', 'blink.user_timing'];
  await client.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig: { includedCategories } });
  // The browser has pages of other tests, too, and each a thread of its own.
  await page.evaluate(() => performance.mark('thread of many rows'));
  await work();
  await ended(client);
  const named = (...names: string[]) => events.filter(({ name, tdur }) => names.includes(name) && tdur !== undefined);
  const collections = named('MajorGC', 'MinorGC');
  const withoutCollections = (task: TraceEvent) =>
    task.tdur! - sum(collections.filter((one) => isWithin(one, task)).map(({ tdur }) => tdur!));
  const thread = events.find(({ name }) => name === 'thread of many rows')!;
  const tasks = named('RunTask').filter((task) => isOneThread(task, thread));
  return tasks.map((task) => withoutCollections(task) / 1000).sort((a, b) => b - a);
}

const isOneThread = (a: TraceEvent, b: TraceEvent) => a.pid === b.pid && a.tid === b.tid;

const isWithin = (inner: TraceEvent, outer: TraceEvent) =>
  isOneThread(inner, outer) && outer.ts <= inner.ts && inner.ts < outer.ts + outer.dur!;

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds, by the clock; `tdur` by the processor. */
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
}

async function ended(client: CDPSession): Promise<void> {
  const complete = new Promise((resolve) => client.once('Tracing.tracingComplete', resolve));
  await client.send('Tracing.end');
  await complete;
  await client.detach();
}

const sum = (times: readonly number[]) => times.reduce((total, time) => total + time, 0);

/** Until the panel shows the answer to what is asked. */
async function answered(page: Page): Promise<void> {
  while (await page.evaluate(() => window.inPanel('.pooling, .reading progress') instanceof Element)) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Until the cards above follow too. */
const updated = (page: Page) =>
  page.evaluate(async () => void (await document.querySelector('vitiligo-outlook')!.updateComplete));

/** No task takes more than a share of all the work that there is, on a machine however slow. */
function expectSlices(tasks: readonly number[], share: number): void {
  expect(tasks.length).toBeGreaterThan(20);
  expect(shareOf(tasks)).toBeLessThan(share);
}

/** Of the longest task. */
const shareOf = (tasks: readonly number[]) => tasks[0]! / sum(tasks);

/** What else a machine does, as beside all other tests, is not the same each time. */
const leastOf = (runs: readonly (readonly number[])[]) =>
  runs.reduce((least, tasks) => (shareOf(tasks) < shareOf(least) ? tasks : least));

/** What a reader changes, three times of each kind. */
const CHANGES: readonly (readonly (readonly ['estimator' | 'threshold', string | number])[])[] = [
  [['estimator', 'EE'], ['estimator', 'DL'], ['estimator', 'EE']],
  [['threshold', 75], ['threshold', 'any'], ['threshold', 75]],
];

/** What was seen while the next answer was made: always the one before it, and how far the next one was, some times. */
async function expectKept(page: Page, before: string, least: number): Promise<void> {
  const seen = await page.evaluate(() => window.seen.splice(0).filter(({ percent }) => percent !== null));
  expect(new Set(seen.map(({ answer }) => answer))).toEqual(new Set([before]));
  expect(new Set(seen.map(({ percent }) => percent)).size).toBeGreaterThanOrEqual(least);
}

const headline = (page: Page) => page.evaluate(() => window.inPanel('.headline')!.textContent);

const onScreen = (page: Page) =>
  page.evaluate(() => {
    const texts = [...window.inPanel('[data-home]')!.querySelectorAll('.plot-facts li')].map((fact) => fact.textContent.trim());
    return [window.inPanel('.big-number')!.textContent, ...texts].join('|');
  });

test('100,000 pasted rows are pooled in slices, with the last answer in view, and a later change wins', { timeout: 300_000 }, () =>
  withSite(pageWith(MODULES, '<vitiligo-outlook view="clinician" estimates="pooled"></vitiligo-outlook>'), async ({ page, complaints, blocked }) => {
    await page.$eval('vitiligo-outlook >>> [part=analysis]', (fold) => ((fold as HTMLDetailsElement).open = true));
    while (!(await page.$('vitiligo-outlook >>> #analysis-treatment'))) await new Promise((resolve) => setTimeout(resolve, 20));
    await page.evaluate(watch);
    for (const part of ['own', 'method']) {
      await page.evaluate((id) => ((window.inPanel(`[data-part=${id}]`) as HTMLDetailsElement).open = true), part);
    }
    while (!(await page.evaluate(() => window.inPanel('textarea') && window.inPanel('#analysis-estimator')))) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    await page.evaluate((text) => ((window.inPanel('textarea') as HTMLTextAreaElement).value = text), PASTED);

    let before = await headline(page);
    const read = () =>
      tasksOf(page, async () => {
        await page.evaluate(() => window.inPanel('.own button')!.click());
        await answered(page);
        await updated(page);
      });
    const readings = [await read()];
    await expectKept(page, before, 5);
    expect(await onScreen(page)).toBe(expected({}));
    // Reading, the pool, and those of the cards: made in one go these would be a fifth.
    const bound = 1 / 30;
    while (shareOf(leastOf(readings)) > bound && readings.length < 3) readings.push(await read());
    expectSlices(leastOf(readings), bound);

    const asked: { estimator: Method['estimator']; threshold: 'any' | 75 } = { estimator: 'REML', threshold: 'any' };
    for (const changes of CHANGES) {
      const work: number[][] = [];
      for (const [name, value] of changes) {
        before = await headline(page);
        work.push(
          await tasksOf(page, async () => {
            await page.evaluate((...change) => window.choose(...change), `analysis-${name}`, String(value));
            await answered(page);
          }),
        );
        // A fast machine is done after a few.
        await expectKept(page, before, 2);
        Object.assign(asked, { [name]: value });
        const { estimator, threshold } = asked;
        expect(await onScreen(page)).toBe(
          expected({ method: { ...DEFAULT_METHOD, estimator }, question: { ...ANY, threshold } }),
        );
        await updated(page);
      }
      // In one go the pool would be most of it.
      expectSlices(leastOf(work), 1 / 3);
    }

    // Another threshold, and before it is there another estimator: the first is never answered.
    before = await headline(page);
    await page.evaluate(async () => {
      window.seen.length = 0;
      window.choose('analysis-threshold', 'any');
      while (!window.seen.some(({ percent }) => percent)) await new Promise((resolve) => setTimeout(resolve));
      window.choose('analysis-estimator', 'DL');
    });
    await answered(page);
    await updated(page);
    const answers = await page.evaluate(() => [...new Set(window.seen.map(({ answer }) => answer))]);
    expect(answers).toEqual([before, await headline(page)]);
    expect(await onScreen(page)).toBe(expected({ method: { ...DEFAULT_METHOD, estimator: 'DL' } }));
    expect(complaints).toEqual([]);
    expect(await blocked()).toEqual([]);
  }),
);
