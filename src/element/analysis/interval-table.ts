import { html, nothing } from 'lit';
import { intervalBar } from '../../charts/interval-bar.js';
import type { PoolingWords } from '../../i18n/pooling.js';
import type { IntervalRow } from '../../view-model/pooling/interval-row.js';
import type { BarView } from '../../view-model/response-view.js';
import { columns } from '../response-columns.js';

/** Numbers of 100 with their intervals, a row each, with the picture in a column of its own. */
export function intervalTable(caption: string, rows: readonly IntervalRow[], words: PoolingWords, tone: BarView['tone']) {
  return html`<table class="responses">
    <caption class="visually-hidden">
      ${caption}
    </caption>
    ${columns}${tableHead(words)}
    <tbody>
      ${rows.map((row) => html`<tr>
        <th scope="row">${row.label}</th>
        ${intervalCells(row, tone)}
      </tr>`)}
    </tbody>
  </table>`;
}

export function tableHead({ t, language }: PoolingWords) {
  return html`<thead class="visually-hidden">
    <tr>
      <th scope="col">${t('column.study')}</th>
      <th scope="col">${language.t('bar.column')}</th>
      <th scope="col">${t('column.estimate')}</th>
    </tr>
  </thead>`;
}

/** The picture and the number of a row; empty cells where it has none. */
export function intervalCells(row: IntervalRow | null, tone: BarView['tone']) {
  if (!row) return html`<td class="bar-cell"></td><td class="number">–</td>`;
  const { label, text, estimate, low, high, of100, limits } = row;
  return html`<td class="bar-cell">
      ${intervalBar({ label: `${label}: ${text}`, estimate, low, high, printedLow: null, tone })}
    </td>
    <td class="number">
      <span class="visually-hidden">${text}</span>
      <span aria-hidden="true"><b>${of100}</b>${limits ? html` <span class="range">${limits}</span>` : nothing}</span>
    </td>`;
}
