import { html, noChange, nothing, svg } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Tick } from '../view-model/pooling/axis.js';
import { marksOverRows } from './marks-over-rows.js';
import { marksOf, type MarkedRows, type Mark } from './row-marks.js';

/**
 * A picture of intervals that is a table first: a row holds its numbers and, on an axis that all rows share, its marks.
 * The same model is drawn as a table on screen and as one picture in a file.
 */
export interface IntervalTable extends MarkedRows {
  readonly title: string;
  readonly description: string;
  /** Names of the columns: row headers, cells, and the numbers beside the marks. */
  readonly columns: readonly string[];
  readonly rows: readonly IntervalTableRow[];
  /** Sentences below the table. */
  readonly facts: readonly string[];
  /** The name of the column of switches, where there is one; all cells but the first are numbers that they change. */
  readonly switches?: string;
  /** Slate instead of the colours of pigment; or longer numbers and more of them. */
  readonly variant?: 'harm' | 'ratios';
}

export interface IntervalTableRow {
  readonly header: string;
  readonly link?: string | null;
  /** Below the header, in small letters. */
  readonly notes?: readonly string[];
  readonly cells?: readonly string[];
  readonly number: string;
  readonly marks: readonly Mark[];
  /** The row of the pool itself. */
  readonly isPool?: boolean;
  readonly toggle?: Toggle;
}

export interface Toggle {
  readonly label: string;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}

/** Pixels that the marks of a row are drawn in for print; how wide they are there nobody knows before. */
const PRINT_WIDTH = 300;
/** About the middle; what of the lines of the axis is beyond a row is cut off. */
const HIGHER_THAN_A_ROW = { width: PRINT_WIDTH, top: -500, height: 1000 };

/**
 * Roles are written out because a narrow table is laid out in lines, which makes some browsers forget what it is. What
 * is for print alone may follow later.
 */
export function intervalTable(table: IntervalTable, withPrint = true) {
  const { title, columns, axis, reference, rows, facts, switches, variant } = table;
  const classes = ['plot-table', switches && 'plot-switched', variant && `plot-${variant}`];
  return html`<table class=${classes.filter(Boolean).join(' ')} role="table">
      <caption>
        ${title}
      </caption>
      <thead role="rowgroup">
        <tr role="row">
          ${switches ? columnName(html`<span class="visually-hidden">${switches}</span>`, 'plot-switch') : nothing}
          ${columns.map((name, i) => columnName(name, columnClass(i, columns)))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        ${rows.map((row) =>
          tableRow(row, withPrint ? printed({ axis, reference, rows: [row] }) : noChange, switches !== undefined),
        )}
      </tbody>
      <tfoot role="rowgroup" ${marksOverRows(table)}>
        <tr role="row">
          <td role="cell" colspan=${columns.length - (switches ? 0 : 1)}></td>
          <td class="plot-cell" role="cell">${picture(table)}</td>
        </tr>
      </tfoot>
    </table>
    ${plotFacts(facts)}`;
}

/** Sentences below a picture. */
export function plotFacts(facts: readonly string[]) {
  return facts.length ? html`<ul class="plain plot-facts">${facts.map((fact) => html`<li>${fact}</li>`)}</ul>` : nothing;
}

function columnName(name: unknown, className: string) {
  return html`<th class=${className} role="columnheader" scope="col">${name}</th>`;
}

function columnClass(i: number, columns: readonly string[]) {
  return i === columns.length - 1 ? 'plot-cell' : i === 0 ? 'plot-header' : 'plot-text';
}

function tableRow(row: IntervalTableRow, print: unknown, hasSwitches: boolean) {
  const { header, link, notes, cells, number, isPool, toggle } = row;
  const changing = (text: string) => (hasSwitches && text ? html`<div class="fixed-line">${text}</div>` : text);
  return html`<tr role="row" class=${isPool ? 'plot-row plot-row-pool' : 'plot-row'}>
    ${hasSwitches ? html`<td class="plot-switch" role="cell">${toggle ? checkbox(toggle) : nothing}</td>` : nothing}
    <th class="plot-header" role="rowheader" scope="row">
      ${link ? html`<a href=${link}>${header}</a>` : isPool ? changing(header) : header}
      ${notes?.length ? html`<span class="plot-notes">${notes.join(' · ')}</span>` : nothing}
    </th>
    ${cells?.map((cell, i) => html`<td class="plot-text" role="cell">${i ? changing(cell) : cell}</td>`)}
    <td class="plot-cell" role="cell">
      ${print}
      <div class="plot-number">${changing(number)}</div>
    </td>
  </tr>`;
}

/** What is shown is what is pooled, whatever was clicked last. */
function checkbox({ label, isOn, onChange }: Toggle) {
  const handleChange = ({ target }: Event) => onChange((target as HTMLInputElement).checked);
  return html`<label><input type="checkbox" aria-label=${label} .checked=${live(isOn)} @change=${handleChange} /></label>`;
}

/** The axis, which carries the name of the whole picture, and the marks; these are the numbers beside them. */
function picture({ title, description, axis }: IntervalTable) {
  return html`<svg class="plot-row-picture" role="img" aria-label=${title}>
    <desc>${description}</desc>
    ${axisLabels(axis)}
    <g class="plot-marks"></g>
  </svg>`;
}

/** The marks of a row in a picture of its own: in print rows have other heights, which nobody can measure. */
function printed(rows: MarkedRows) {
  return html`<svg class="plot-row-picture plot-print" aria-hidden="true">
    <svg y="50%" viewBox="0 0 ${PRINT_WIDTH} 1" preserveAspectRatio="xMinYMin" overflow="visible">
      ${marksOf(rows, [HIGHER_THAN_A_ROW])}
    </svg>
  </svg>`;
}

export function axisLabels(axis: readonly Tick[]) {
  return axis.map(
    ({ at, label }) => svg`<line class="plot-axis" x1="${at}%" x2="${at}%" y1="0" y2="5" />
      <text class="plot-tick" x="${at}%" y="18" text-anchor="middle">${label}</text>`,
  );
}
