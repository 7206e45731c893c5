import { html, nothing } from 'lit';
import { intervalBar } from '../charts/interval-bar.js';
import type { RateView } from '../view-model/rate-view.js';
import { numberCell } from './number-cell.js';
import type { PanelContext } from './panel-context.js';

/** A rate as a row: its name, a bar, its number with the range, and what there is to know of it below. */
export interface RateRow {
  readonly label: string;
  readonly rate: Pick<RateView, 'of100' | 'range' | 'bar'>;
  /** Number and range as a sentence. */
  readonly spoken: string;
  readonly fine?: unknown;
  readonly isChosen?: boolean;
}

/** Rates as a real table, in one form for benefits and harms. A caption that a heading says already is only heard. */
export function rateTable(
  { caption, labels, isCaptionShown }: { caption: string; labels: string; isCaptionShown?: boolean },
  rows: readonly RateRow[],
  context: PanelContext,
) {
  const { t } = context.language;
  return html`
    <table>
      <caption class=${isCaptionShown ? nothing : 'visually-hidden'}>
        ${caption}
      </caption>
      <col class="label-column">
      <col>
      <col class="number-column">
      <thead class="visually-hidden">
        <tr>
          <th scope="col">${labels}</th>
          <th scope="col">${t('bar.column')}</th>
          <th scope="col">${t('of-100')}</th>
        </tr>
      </thead>
      ${rows.map(
        ({ label, rate, spoken, fine, isChosen }) => html`
          <tbody>
            <tr class=${isChosen ? 'chosen' : nothing}>
              <th scope="row">${label}</th>
              <td class="bar-cell">${intervalBar(rate.bar)}</td>
              ${numberCell(rate, spoken, context.language)}
            </tr>
            ${fine ? html`<tr class="fine"><td colspan="3">${fine}</td></tr>` : nothing}
          </tbody>
        `,
      )}
    </table>
  `;
}
