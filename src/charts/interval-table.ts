import { html, nothing, svg } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Tick } from '../view-model/pooling/axis.js';
import { gridLines } from './row-marks.js';

/**
 * A picture of intervals that is a table first: a row holds its numbers and, on an axis that all rows share, its marks.
 * The same model is drawn as a table on screen and as one picture in a file.
 */
export interface IntervalTable {
  readonly title: string;
  readonly description: string;
  /** Names of the columns: row headers, cells, and the numbers beside the marks. */
  readonly columns: readonly string[];
  readonly axis: readonly Tick[];
  /** Where a broken line goes through all rows, in per cent. */
  readonly reference: number | null;
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
  readonly marks: unknown;
  /** The row of the pool itself. */
  readonly isPool?: boolean;
  readonly toggle?: Toggle;
}

export interface Toggle {
  readonly label: string;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}

/** Roles are written out because a narrow table is laid out in lines, which makes some browsers forget what it is. */
export function intervalTable(table: IntervalTable) {
  const { title, description, columns, axis, reference, rows, facts, switches, variant } = table;
  const classes = ['plot-table', switches && 'plot-switched', variant && `plot-${variant}`];
  const lines = gridLines(axis, reference);
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
        ${rows.map((row) => tableRow(row, lines, switches !== undefined))}
      </tbody>
      <tfoot role="rowgroup">
        <tr role="row">
          <td role="cell" colspan=${columns.length - (switches ? 0 : 1)}></td>
          <td class="plot-cell" role="cell">${axisPicture(axis, title, description)}</td>
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

function tableRow(row: IntervalTableRow, lines: unknown, hasSwitches: boolean) {
  const { header, link, notes, cells, number, marks, isPool, toggle } = row;
  const changing = (text: string) => (hasSwitches && text ? html`<div class="fixed-line">${text}</div>` : text);
  return html`<tr role="row" class=${isPool ? 'plot-row plot-row-pool' : 'plot-row'}>
    ${hasSwitches ? html`<td class="plot-switch" role="cell">${toggle ? checkbox(toggle) : nothing}</td>` : nothing}
    <th class="plot-header" role="rowheader" scope="row">
      ${link ? html`<a href=${link}>${header}</a>` : isPool ? changing(header) : header}
      ${notes?.length ? html`<span class="plot-notes">${notes.join(' · ')}</span>` : nothing}
    </th>
    ${cells?.map((cell, i) => html`<td class="plot-text" role="cell">${i ? changing(cell) : cell}</td>`)}
    <td class="plot-cell" role="cell">
      <svg class="plot-row-picture" aria-hidden="true">${lines}${marks}</svg>
      <div class="plot-number">${changing(number)}</div>
    </td>
  </tr>`;
}

/** What is shown is what is pooled, whatever was clicked last. */
function checkbox({ label, isOn, onChange }: Toggle) {
  const handleChange = ({ target }: Event) => onChange((target as HTMLInputElement).checked);
  return html`<label><input type="checkbox" aria-label=${label} .checked=${live(isOn)} @change=${handleChange} /></label>`;
}

/** The axis carries the name of the whole picture; the marks of the rows are the numbers beside them. */
function axisPicture(axis: readonly Tick[], title: string, description: string) {
  return html`<svg class="plot-row-picture" role="img" aria-label=${title}>
    <desc>${description}</desc>
    ${axisLabels(axis)}
  </svg>`;
}

export function axisLabels(axis: readonly Tick[]) {
  return axis.map(
    ({ at, label }) => svg`<line class="plot-axis" x1="${at}%" x2="${at}%" y1="0" y2="5" />
      <text class="plot-tick" x="${at}%" y="18" text-anchor="middle">${label}</text>`,
  );
}
