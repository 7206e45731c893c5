import { html, nothing, svg } from 'lit';
import type { RobustnessChoiceView, RobustnessView } from '../view-model/pooling/robustness-view.js';
import { framedPicture, type FramedPicture } from './frame.js';
import { intervalTable, plotFacts, type IntervalTable } from './interval-table.js';
import { numbersTable } from './numbers-table.js';
import { rangeLine } from './row-marks.js';

/** Pixels; above the highest bar there is room for the mark of the default. */
const HEIGHT = 120;
const ROOM = 14;

/**
 * Every number of 100 that some combination of choices gives, as far as it is worked out; then so many tables of the
 * range by choice.
 */
export function robustnessStrip(view: RobustnessView, tables: number) {
  const { title, progress, done, total, columns, tableLabel, bins } = view;
  return html`<p class="small-title">${title}</p>
    ${progress === null
      ? nothing
      : html`<p class="plot-progress"><progress max=${total} value=${done} aria-label=${title}></progress> ${progress}</p>`}
    ${framedPicture(robustnessPicture(view))}
    ${plotFacts(robustnessFacts(view))}
    ${progress === null && bins.length
      ? numbersTable(tableLabel, [columns.range, columns.combinations], bins.map((bin) => [bin.label, bin.countText]))
      : nothing}
    ${view.groups
      .slice(0, tables)
      .filter(({ choices }) => choices.length)
      .map(({ title, choices }) => intervalTable(choicesTable(view, title, choices)))}`;
}

export function robustnessFacts({ share, range, legend, unanswered }: RobustnessView): string[] {
  return [share, range, legend, ...unanswered].filter((fact) => fact !== null);
}

export function robustnessPicture({ title, description, share, axis, bins, ...view }: RobustnessView): FramedPicture {
  const most = Math.max(...bins.map(({ count }) => count));
  return {
    title,
    description: `${description} ${share}`,
    height: HEIGHT,
    xAxis: axis,
    marks: svg`${bins.map((bin) => bar(bin, most))}${view.default === null ? nothing : defaultMark(view.default)}`,
  };
}

/** Filled, or hatched in an outline where it differs from the default by more than the margin. */
function bar({ of100, count, differs }: RobustnessView['bins'][number], most: number) {
  const height = Math.max(((HEIGHT - ROOM) * count) / most, 1);
  return svg`<rect class=${differs ? 'plot-bin plot-differs' : 'plot-bin'} x="${of100 - 0.4}%" width="0.8%"
    y=${HEIGHT - height} height=${height} />`;
}

function defaultMark(of100: number) {
  return svg`<line class="plot-default" x1="${of100}%" x2="${of100}%" y1="8" y2=${HEIGHT} />
    <svg x="${of100}%" overflow="visible"><path class="plot-pool" d="M-6 0L6 0L0 9Z" /></svg>`;
}

function choicesTable(view: RobustnessView, title: string, choices: readonly RobustnessChoiceView[]): IntervalTable {
  const { description, columns, axis } = view;
  return {
    title,
    description,
    columns: [columns.choice, columns.combinations, columns.range],
    axis,
    reference: view.default,
    rows: choices.map(({ label, countText, text, low, high }) => ({
      header: label,
      cells: [countText],
      number: text,
      marks: [rangeLine({ low: low - 0.4, high: high + 0.4 }, 'plot-range')],
    })),
    facts: [],
  };
}
