import { h, svg, type Child } from './dom.js';
import { plural } from './words.js';

/** What the tables of effects share: numbers of 100 with their intervals, and the three of them on one axis. */

export function table(caption: string, columns: readonly string[], rows: readonly Node[]): Node {
  return h('table', { role: 'table' },
    h('caption', {}, caption),
    h('thead', { role: 'rowgroup' }, h('tr', { role: 'row' }, ...columns.map((name) =>
      h('th', { role: 'columnheader', scope: 'col' }, name || h('span', { class: 'unseen' }, 'Edit or remove'))))),
    h('tbody', { role: 'rowgroup' }, ...rows),
  );
}

export const rowHeader = (...children: readonly Child[]) => h('th', { role: 'rowheader', scope: 'row' }, ...children);
export const cell = (label: string, ...children: readonly Child[]) => h('td', { role: 'cell', 'data-label': label }, ...children);
export const none = (why: string) => h('span', { class: 'none' }, why);

/** A proportion; light alone was published without intervals. */
export interface Figure {
  readonly estimate: number;
  readonly low: number | null;
  readonly high: number | null;
}

/** The decimal digits of a percentage are restored before it is rounded half up: 0.575 is 58. */
export const of100 = (proportion: number) => Math.round(Number((proportion * 100).toPrecision(12)));

export function figure({ estimate, low, high }: Figure): Child[] {
  return [h('strong', {}, String(of100(estimate))), low === null || high === null ? '' : ` (${of100(low)} to ${of100(high)})`];
}

export const trialsText = (trials: number, single: string) => (trials === 1 ? single : plural(trials, 'trial'));

/** How far a pool lies from a published number, both as they are shown. */
export function gap(pool: Figure | null, published: Figure): Child {
  if (!pool) return null;
  const by = of100(pool.estimate) - of100(published.estimate);
  return h('small', {}, by === 0 ? 'The pool is the same.' : `The pool is ${Math.abs(by)} of 100 ${by > 0 ? 'above' : 'below'} it.`);
}

export interface ThreeFigures {
  readonly before: Figure | null;
  readonly after: Figure | null;
  readonly published: Figure | null;
}

/** Three intervals on one axis from 0 to 100; the numbers stand in the table. */
export function strip({ before, after, published }: ThreeFigures): Element {
  const marks = Object.entries({ before, after, published }).flatMap(([name, of], index) => {
    if (!of) return [];
    const y = 5 + index * 8;
    const line = of.low === null || of.high === null
      ? []
      : [svg('line', { x1: of.low * 200, x2: of.high * 200, y1: y, y2: y, class: name })];
    return [...line, svg('circle', { cx: of.estimate * 200, cy: y, r: 3, class: name })];
  });
  const ticks = [0, 50, 100, 150, 200].map((x) => svg('line', { x1: x, x2: x, y1: 0, y2: 26, class: 'tick' }));
  return svg('svg', { viewBox: '-4 0 208 26', class: 'strip', 'aria-hidden': 'true' }, ...ticks, ...marks);
}
