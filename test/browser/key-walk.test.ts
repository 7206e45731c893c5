import type { KeyInput, Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { ONE_FILE, pageWith, withSite } from './temporary-site.js';

/** What has focus, as a reader meets it. */
interface Stop {
  /** The same for all radio buttons of a question: the Tab key stops at one of them. */
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly hasOutline: boolean;
  /** Elements above it in the same column share a value: the questions, one option, a panel. */
  readonly column: string;
}

const MOST_STOPS = 200;
const TARGET = 24;

declare global {
  interface Window {
    answered: string[];
    stop(): Stop | null;
    focusable(): Pick<Stop, 'id' | 'name'>[];
  }
}

describe.each(['patient', 'clinician'])('by keyboard alone, %s view', (view) => {
  test.each([1280, 320])('everything is reached in visual order and answers, and the walk ends: %i pixels', (width) =>
    withSite(
      pageWith(
        ONE_FILE,
        `<button>before</button><vitiligo-outlook view="${view}" fixed-view maintenance="repigmented"></vitiligo-outlook>`,
        '<button>after</button>',
      ),
      async ({ page, complaints }) => {
        await page.$eval('vitiligo-outlook', ({ updateComplete }) => updateComplete);
        await page.focus('button');
        const forth = await walk(page, 'Tab', true);
        const reached = new Set(forth.map(({ id }) => id));
        expect(reached.size).toBeGreaterThan(30);
        expect((await page.evaluate(() => window.focusable())).filter(({ id }) => !reached.has(id))).toEqual([]);
        expect(forth.filter((stop) => !stop.hasOutline).map(({ name }) => name)).toEqual([]);
        expect(forth.filter(isSmall).map(({ name }) => name)).toEqual([]);
        const steps = forth.slice(1).map((stop, i) => [forth[i]!, stop] as const);
        const backwards = steps.filter(([from, to]) => isBefore(to, from));
        expect(backwards.map((pair) => pair.map(({ name }) => name))).toEqual([]);
        const back = await walk(page, 'Shift+Tab', false);
        expect(back.map(({ id }) => id)).toEqual(forth.map(({ id }) => id).toReversed());
        expect(complaints).toEqual([]);
      },
      { viewport: { width, height: 900 }, before: watchInPage },
    ),
  120_000);
});

/** A link in a sentence is as high as its line (WCAG 2.2, 2.5.8, inline). */
const isSmall = ({ kind, left, right, top, bottom }: Stop) =>
  kind !== 'a' && (right - left < TARGET || bottom - top < TARGET);

/** Whether a stop stands above the one before it, or in the same line further to the start, within a column. */
const isBefore = (stop: Stop, previous: Stop) =>
  stop.column === previous.column &&
  (stop.bottom <= previous.top || (stop.top < previous.bottom && stop.right <= previous.left));

/** Goes from stop to stop until the element is left, and works each control where it is told to. */
async function walk(page: Page, key: 'Tab' | 'Shift+Tab', works: boolean): Promise<Stop[]> {
  const stops: Stop[] = [];
  for (;;) {
    if (key === 'Shift+Tab') await page.keyboard.down('Shift');
    await page.keyboard.press('Tab');
    if (key === 'Shift+Tab') await page.keyboard.up('Shift');
    const stop = await page.evaluate(() => window.stop());
    if (!stop) return stops;
    if (stops.length === MOST_STOPS) throw new Error(`still at ${stop.name}`);
    stops.push(stop);
    if (works) await work(page, stop);
  }
}

/** What works each kind of control; of a list the other key, where the last line is chosen. */
const KEYS: Readonly<Record<string, readonly KeyInput[]>> = {
  radio: ['ArrowDown'],
  select: ['ArrowDown', 'ArrowUp'],
  text: ['1'],
  number: ['1'],
  summary: ['Enter'],
  a: [],
};

async function work(page: Page, { kind, name }: Stop): Promise<void> {
  await page.evaluate(() => void (window.answered = []));
  const keys = KEYS[kind] ?? [' '];
  for (const key of keys) await page.keyboard.press(key);
  const answer = await page.evaluate(async () => {
    // A fold tells that it was opened in a task of its own; what it holds may bring more to load.
    for (let turn = 0; turn < 3; turn += 1) {
      await new Promise((resolve) => setTimeout(resolve, 15));
      await document.querySelector('vitiligo-outlook')!.updateComplete;
    }
    return window.answered;
  });
  if (keys.length) expect(answer, `${name} does not answer to ${keys.join(' or ')}`).not.toEqual([]);
}

/** Runs in the page: notes what answers to a key, and tells what has focus. */
function watchInPage(): void {
  window.answered = [];
  window.print = () => {};
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (this: Element, init: ShadowRootInit) {
    const root = attach.call(this, init);
    for (const type of ['click', 'change', 'input', 'toggle']) root.addEventListener(type, () => window.answered.push(type), true);
    return root;
  };
  const numbers = new Map<Element, number>();
  const idOf = (one: Element) => {
    if (one instanceof HTMLInputElement && one.type === 'radio') return `radio ${one.name}`;
    if (!numbers.has(one)) numbers.set(one, numbers.size);
    return `${one.localName} ${numbers.get(one)}`;
  };
  const nameOf = (one: Element) => {
    const shown = one.getAttribute('aria-label') ?? (one.closest('label') ?? one).textContent;
    return `${one.localName} ${shown.replace(/\s+/g, ' ').trim().slice(0, 40)}`;
  };
  window.stop = () => {
    const one = document.querySelector('vitiligo-outlook')!.shadowRoot!.activeElement;
    if (!one) return null;
    const target = one.closest('label') ?? one;
    const { left, right, top, bottom } = target.getBoundingClientRect();
    const { outlineStyle, outlineWidth } = getComputedStyle(one);
    const ofLabel = getComputedStyle(target);
    const isShown = (style: string, width: string) => style !== 'none' && parseFloat(width) >= 1;
    return {
      id: idOf(one),
      name: nameOf(one),
      kind: one instanceof HTMLInputElement ? one.type : one.localName,
      left: left + scrollX,
      right: right + scrollX,
      top: top + scrollY,
      bottom: bottom + scrollY,
      hasOutline: isShown(outlineStyle, outlineWidth) || isShown(ofLabel.outlineStyle, ofLabel.outlineWidth),
      column: one.closest('.inputs, .option, .panel, .fold, .results')?.className ?? '',
    };
  };
  window.focusable = () => {
    const root = document.querySelector('vitiligo-outlook')!.shadowRoot!;
    return [...root.querySelectorAll<HTMLElement>('input, button, select, textarea, summary, a[href], [tabindex="0"]')]
      .filter((one) => one.checkVisibility({ visibilityProperty: true }) && !one.matches(':disabled'))
      .map((one) => ({ id: idOf(one), name: nameOf(one) }));
  };
}
