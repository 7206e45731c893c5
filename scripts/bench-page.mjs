import { cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { launch } from 'puppeteer-core';
import { launchOptions } from './browser-launch.mjs';
import { serve } from './serve.mjs';

const USAGE = `Times what a clinician waits for, in a browser whose processor is slowed down: from a change until the
frame with the new estimate and forest plot is painted. Build first. "Waited" is by the clock and holds only
on a machine with nothing else to do; "worked" is the processor time of the page's thread for the same frame;
"after" is that of the longest task that follows it, in which the rest of the page is brought up to date. What the
browser itself takes here is below, each by hand, with nothing computed: one word; the words that a switch changes; those
and the marks; and as many on a page with nothing but the answer and the table, or ten bare rows. Compare with these.

  npm run bench:page -- [options]

  --slowdown 4    how many times slower than this machine
  --repeats 36    of every kind of change, at least
`;

/** One frame at sixty a second. */
const FRAME_MS = 16;
const SLICE_MS = 8;
/** Changes that fill caches and let the browser compile what is measured; they are not counted. */
const WARM_UP = 12;

const { values } = parseArgs({
  options: { slowdown: { type: 'string', default: '4' }, repeats: { type: 'string', default: '36' } },
});
const [slowdown, repeats] = [Number(values.slowdown), Number(values.repeats)];
if (!(slowdown >= 1 && repeats >= 1)) throw new Error(USAGE);

const HEAD = '<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><title>Benchmark</title>';

const PAGE = `${HEAD}
<script type="module" src="/dist/cdn/vitiligo-outlook.js"></script>
<vitiligo-outlook view="clinician"></vitiligo-outlook>`;

/** Down the page, in pixels. */
const TEN_ROWS = Array.from({ length: 10 }, (_, row) => 36 * row);
const BARE_ROWS = TEN_ROWS.map(
  (y) => `<div class="plot-row" style="top: ${y}px"><i class="plot-text"></i><i class="plot-text">10.0</i></div>`,
);
const BARE_SQUARES = TEN_ROWS.map((y) => `M200 ${y}h10v10h-10z`).join('');

/** The words and marks of a plot of ten studies and nothing else, each in a box that lays out nothing around it. */
const BARE = `${HEAD}
<vitiligo-outlook><template shadowrootmode="open"><style>
  * { position: absolute; inset: 0 auto auto 0; contain: strict; inline-size: 500px; block-size: 400px }
  .plot-text, .big-number { inline-size: 80px; block-size: 20px }
</style>
<div class="analysis"><div class="headline"><b class="big-number"><!---->50</b></div><div class="plot-switched">
  ${BARE_ROWS.join('')}<svg><g class="plot-marks">
    <path class="plot-study" d="${BARE_SQUARES}" /><path class="plot-reference" d="M240 0v360" stroke="currentColor" />
    <path class="plot-pool" d="M220 350h40v9z" />
  </g></svg>
</div></div></template></vitiligo-outlook>`;

/**
 * Changes of each kind, made ready in the page and done in the frame that is measured: `at` counts them, and each must
 * change what is shown.
 * @type {Record<string, (tools: Tools, at: number) => () => void>}
 * @typedef {object} Tools
 * @property {(selector: string) => any[]} all
 * @property {(at: number) => () => void} words  that a switch changes: of the answer, the weights and the pool
 * @property {(id: string, value: string) => () => void} choice
 */
const CHANGES = {
  'a study switched off or on': ({ all }, at) => {
    const switches = all('.analysis .plot-switch input');
    return () => switches[Math.floor(at / 2) % switches.length].click();
  },
  'another estimator': ({ choice }, at) =>
    choice('analysis-estimator', ['DL', 'REML', 'PM', 'ML', 'EE', 'SJ', 'HE', 'EB', 'HS'][at % 9] ?? ''),
  'another scale': ({ choice }, at) => choice('analysis-scale', ['PR', 'PAS', 'PFT', 'PLO'][at % 4] ?? ''),
  'another threshold': ({ choice }, at) => choice('analysis-threshold', ['75', '50', 'any'][at % 3] ?? ''),
  'another part of the body': ({ all }, at) => {
    const answers = all('input[name=site]');
    return () => answers[(at + 1) % answers.length].click();
  },
  'one word by hand': ({ all }, at) => {
    const [number] = all('.analysis .big-number');
    return () => number.firstChild.nextSibling.replaceData(0, 99, String(10 + (at % 80)));
  },
  'the words of a switch by hand': ({ words }, at) => words(at),
  'its words and marks by hand': ({ all, words }, at) => {
    const write = words(at);
    const paths = ['study', 'reference', 'pool'].flatMap((kind) => all(`.plot-marks path[class=plot-${kind}]`));
    const moved = paths.map((path) => {
      path.outline ??= path.getAttribute('d');
      // As many lines, of other lengths.
      return path.outline.replace(/(?<=[hvL])-?\d/g, (/** @type {string} */ digit) => `${(Number(digit) + at) % 9 || 1}`);
    });
    return () => {
      write();
      paths.forEach((path, i) => path.setAttribute('d', moved[i]));
    };
  },
};

/** Each with the kinds of change that are made on it. */
const PAGES = [
  { name: 'the studies of the data', open: () => openPanel(0), changes: /./ },
  { name: '50 made-up studies', open: () => openPanel(50), changes: /study|estimator|hand/ },
  { name: 'a page with nothing but the answer and the table', open: openPlot, changes: /hand/ },
  { name: 'a page with nothing but ten bare rows', open: () => openPage(BARE), changes: /hand/ },
];

const server = await serve();
const browser = await launch(await launchOptions());
try {
  console.log(`Slowed down ${slowdown} times, ${cpus().length} processors, load ${loadavg()[0]?.toFixed(1)}. Milliseconds:`);
  console.log(`${' '.repeat(32)}  worked      waited       after      worked at most ${FRAME_MS}`);
  console.log(`${' '.repeat(32)}median worst median worst median worst`);
  for (const { name, open, changes } of PAGES) {
    const page = await open();
    console.log(`\n${name}`);
    for (const [kind, change] of Object.entries(CHANGES)) {
      if (changes.test(kind)) report(kind, await timed(page, change));
    }
    await page.close();
  }
  await robustness();
} finally {
  await browser.close();
  await server.close();
}

/**
 * A page with the panel open, slowed down.
 * @param {number} made how many studies the page brings instead of the data's
 */
async function openPanel(made) {
  return openPage(PAGE, (page) => page.evaluate(openParts, madeUp(made)));
}

/** As that, with all taken away but the answer and the forest plot. */
async function openPlot() {
  const page = await openPanel(0);
  await page.evaluate(keepPlot);
  return page;
}

/**
 * @param {string} html
 * @param {(page: import('puppeteer-core').Page) => Promise<void>} [prepare]  before the page is slowed down
 */
async function openPage(html, prepare) {
  const page = await browser.newPage();
  await page.setViewport({ width: 1280, height: 900 });
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    if (request.url().endsWith('/bench')) void request.respond({ contentType: 'text/html', body: html });
    else void request.continue();
  });
  await page.goto(new URL('bench', server.url).href, { waitUntil: 'networkidle0' });
  await prepare?.(page);
  await page.emulateCPUThrottling(slowdown);
  return page;
}

/** @param {number} count */
function madeUp(count) {
  return Array.from({ length: count }, (_, i) => ({
    study: `Made-up study ${i + 1}`,
    treatment: 'tci',
    threshold: 'any',
    events: (i * 7) % 19,
    total: 20 + (i % 30),
    year: 2000 + (i % 25),
  }));
}

/**
 * Runs in the page.
 * @param {object[]} studies
 */
async function openParts(studies) {
  const element = /** @type {any} */ (document.querySelector('vitiligo-outlook'));
  const root = /** @type {ShadowRoot} */ (element.shadowRoot);
  if (studies.length) element.studies = { studies, mode: 'replace' };
  const until = async (/** @type {string} */ selector) => {
    while (!root.querySelector(selector)) await new Promise((resolve) => setTimeout(resolve, 20));
    return /** @type {HTMLDetailsElement} */ (root.querySelector(selector));
  };
  (await until('[part=analysis]')).open = true;
  (await until('[data-part=method]')).open = true;
  await until('#analysis-estimator');
  (await until('.plot-switched')).scrollIntoView();
}

/** Runs in the page. */
function keepPlot() {
  const root = /** @type {ShadowRoot} */ (document.querySelector('vitiligo-outlook')?.shadowRoot);
  const [all, analysis] = /** @type {Element[]} */ (['.root', '.analysis'].map((part) => root.querySelector(part)));
  analysis?.replaceChildren(...root.querySelectorAll('.analysis .headline, .analysis .plot-switched'));
  all?.replaceChildren(/** @type {Element} */ (analysis));
}

/**
 * What each change takes: until it is painted, by the clock, how long the page's thread worked for that frame, and the
 * longest that it worked at a time for all that follows.
 * @param {import('puppeteer-core').Page} page
 * @param {(tools: Tools, at: number) => () => void} change
 */
async function timed(page, change) {
  const inPage = /** @type {import('puppeteer-core').JSHandle<typeof change>} */ (
    await page.evaluateHandle(`(${String(change)})`)
  );
  const mark = { name: 'change', category: 'blink.user_timing' };
  const trace = await traced(page, mark, () => page.evaluate(run, inPage, repeats, WARM_UP));
  const frames = trace.tasks.slice(-repeats);
  const ends = [...frames.slice(1).map(({ ts }) => ts), Infinity];
  const after = frames.map(({ ts, dur }, i) => Math.max(...trace.workBetween(ts + dur, ends[i] ?? Infinity)));
  return { clock: trace.result, worked: frames.map(msOf), after };
}

/**
 * Runs in the page.
 * @param {(tools: Tools, at: number) => () => void} change
 * @param {number} count
 * @param {number} warmUp
 */
async function run(change, count, warmUp) {
  const element = /** @type {any} */ (document.querySelector('vitiligo-outlook'));
  const root = /** @type {ShadowRoot} */ (element.shadowRoot);
  const { SHOW_TEXT, FILTER_ACCEPT, FILTER_REJECT } = NodeFilter;
  const accept = (/** @type {Node} */ { nodeValue }) => (/\d/.test(nodeValue ?? '') ? FILTER_ACCEPT : FILTER_REJECT);
  const all = (/** @type {string} */ selector) => [...root.querySelectorAll(selector)];
  const tools = {
    all,
    words: (/** @type {number} */ at) => {
      const places = all('.analysis .headline, .plot-row .plot-text + .plot-text, .plot-row-pool .plot-number');
      const words = places.flatMap((part) => document.createTreeWalker(part, SHOW_TEXT, accept).nextNode() ?? []);
      return () => {
        for (const word of words) word.nodeValue = `${10 + (at % 80)}.${at % 10}`;
      };
    },
    choice: (/** @type {string} */ id, /** @type {string} */ value) => {
      const control = /** @type {HTMLSelectElement} */ (root.getElementById(id));
      return () => {
        control.value = value;
        control.dispatchEvent(new Event('change', { bubbles: true }));
      };
    },
  };
  // The question, its answer and the forest plot, mark by mark.
  const parts = ['.small-title', '.notice', '.headline', '.plot-switched'];
  const shown = () => parts.map((part) => root.querySelector(`.analysis ${part}`)?.innerHTML).join();
  const times = [];
  for (let at = 0; at < count + warmUp; at++) {
    const before = shown();
    const doIt = change(tools, at);
    const { port1, port2 } = new MessageChannel();
    const time = await new Promise((resolve) => {
      // Changes come at the start of a frame; the message arrives when the browser has laid it out and painted it.
      requestAnimationFrame(() => {
        performance.mark('change');
        const start = performance.now();
        doIt();
        port1.onmessage = () => resolve(performance.now() - start);
        port2.postMessage(null);
      });
    });
    if (shown() === before) throw new Error(`change ${at} shows nothing new`);
    if (at >= warmUp) times.push(time);
    await element.updateComplete;
    // What follows is painted, too, before the next change.
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return times;
}

/**
 * Times in microseconds; `tdur` is processor time.
 * @typedef {{ name: string, ph: string, pid: number, tid: number, ts: number, dur: number, tdur: number }} TraceEvent
 */

/**
 * Processor time.
 * @param {TraceEvent} event
 */
function msOf({ tdur }) {
  return tdur / 1000;
}

/**
 * The tasks of the page's thread while something runs, and those with a certain event. To tell what else happens within
 * them would take a sixth of their time by itself.
 * @template Result
 * @param {import('puppeteer-core').Page} page
 * @param {{ name: string, category: string }} event
 * @param {() => Promise<Result>} action
 */
async function traced(page, { name, category }, action) {
  await page.tracing.start({ categories: ['toplevel', category] });
  const result = await action();
  /** @type {{ traceEvents: TraceEvent[] }} */
  const { traceEvents } = JSON.parse(new TextDecoder().decode(await page.tracing.stop()));
  const events = traceEvents.filter((event) => event.name === name);
  const thread = events[0];
  const tasks = traceEvents.filter(
    ({ name, pid, tid }) => name === 'ThreadControllerImpl::RunTask' && pid === thread?.pid && tid === thread.tid,
  );
  return {
    result,
    tasks: events.flatMap(({ ts }) => tasks.find((task) => task.ts <= ts && ts < task.ts + task.dur) ?? []),
    /** @type {(from: number, until: number) => number[]} */
    workBetween: (from, until) => tasks.filter(({ ts }) => from <= ts && ts < until).map(msOf),
  };
}

/** @param {readonly number[]} times */
function summary(times) {
  const sorted = [...times].sort((a, b) => a - b);
  const ms = (/** @type {number | undefined} */ value) => (value ?? NaN).toFixed(1).padStart(6);
  return { median: ms(sorted[Math.floor(sorted.length / 2)]), worst: ms(sorted.at(-1)), count: sorted.length };
}

/**
 * @param {string} name
 * @param {{ clock: readonly number[], worked: readonly number[], after: readonly number[] }} times
 */
function report(name, { clock, worked, after }) {
  const [waited, work, rest] = [summary(clock), summary(worked), summary(after)];
  const within = worked.filter((ms) => ms <= FRAME_MS).length;
  console.log(
    `  ${name.padEnd(30)}${work.median}${work.worst}${waited.median}${waited.worst}${rest.median}${rest.worst}   ${within} of ${work.count}`,
  );
}

/** The tasks in which the strip is filled, each with its drawing. */
async function robustness() {
  const page = await openPanel(0);
  const trace = await traced(page, { name: 'TimerFire', category: 'devtools.timeline' }, () => page.evaluate(fillStrip));
  const slices = trace.tasks.map(msOf).filter((ms) => ms > 1);
  const { median, worst, count } = summary(slices);
  const within = slices.filter((ms) => ms <= SLICE_MS).length;
  console.log(`\nthe robustness strip, filled after ${(trace.result / 1000).toFixed(1)} s, with drawing`);
  console.log(`  ${'a slice'.padEnd(30)}${median}${worst}${' '.repeat(15)}${within} of ${count} within ${SLICE_MS} ms`);
}

/** Runs in the page. */
async function fillStrip() {
  const root = /** @type {ShadowRoot} */ (document.querySelector('vitiligo-outlook')?.shadowRoot);
  const part = /** @type {HTMLDetailsElement} */ (root.querySelector('[data-part=robustness]'));
  part.scrollIntoView();
  const start = performance.now();
  part.open = true;
  do await new Promise((resolve) => setTimeout(resolve, 200));
  while (!part.querySelector('.picture-buttons'));
  return performance.now() - start;
}
