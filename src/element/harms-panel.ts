import { html, nothing } from 'lit';
import { intervalBar } from '../charts/interval-bar.js';
import type { HarmsView, HarmView } from '../view-model/outlook-view.js';
import { heading } from './heading.js';
import { numberCell } from './number-cell.js';
import { columns } from './response-columns.js';
import { joined, marks } from './marks.js';
import { onDemand } from './on-demand.js';
import type { PanelContext } from './panel-context.js';

/** Side effects in the same form as the benefits: number of 100, interval, bar, and what was counted. */
export function harmsPanel({ rows, none }: HarmsView, context: PanelContext) {
  const { t } = context.language;
  const errata = [...new Set(rows.flatMap((row) => row.errata))];
  return html`
    <section class="panel" part="harms">
      ${heading(context.level, t('harms'), 'panel-title')}
      <p class="match">${t('harms.of')}</p>
      <table class="responses">
        <caption class="visually-hidden">
          ${t('harms')}
        </caption>
        ${columns}
        ${rows.map((row) => harmRows(row, context))}
      </table>
      <p>${t('harms.not-added')}</p>
      <p>${t('harms.course')}</p>
      ${none ? html`<p>${none}</p>` : nothing} ${marks({ errata, about: t('harms'), facts: [] }, context)}
      ${onDemand(t('harms.labels'), 'details', context, (details) => details.labels(context.level + 1))}
    </section>
  `;
}

function harmRows(row: HarmView, { clinician, language }: PanelContext) {
  const { label, count, rangeText, exact, bar } = row;
  return html`
    <tbody>
      <tr>
        <th scope="row">${label}</th>
        <td class="bar-cell">${intervalBar(bar)}</td>
        ${numberCell(row, `${count}: ${rangeText}`, language)}
      </tr>
      <tr class="fine">
        <td colspan="3">${joined([clinician ? exact : null, count])}</td>
      </tr>
    </tbody>
  `;
}
