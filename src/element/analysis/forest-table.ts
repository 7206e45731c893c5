import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { ForestRowView, ForestView } from '../../view-model/pooling/forest-view.js';
import { columns } from '../response-columns.js';
import type { AnalysisContext } from './context.js';
import { intervalCells, tableHead } from './interval-table.js';
import { toggled, withEveryStudy } from './state.js';

/** More rows than anybody reads: the rest is pooled, counted in words, and in the exports. */
export const MOST_ROWS = 100;

/** Every study with its counts, weight and interval, and a switch that takes it out of the pool or puts it back. */
export function forestTable(view: ForestView, context: AnalysisContext) {
  const { words, state } = context;
  const shown = view.rows.slice(0, MOST_ROWS);
  const hidden = view.rows.length - shown.length;
  return html`
    <table class="responses studies-table">
      <caption>
        ${view.title}
      </caption>
      ${columns}${tableHead(words)}
      ${repeat(shown, ({ study }) => study, (row) => forestRows(row, context))}
      ${view.pooled
        ? html`<tbody class="pooled">
            <tr>
              <th scope="row">${view.pooled.label}</th>
              ${intervalCells(view.pooled, state.threshold)}
            </tr>
          </tbody>`
        : nothing}
    </table>
    ${hidden ? html`<p class="small">${words.t('forest.more', { count: hidden })}</p>` : nothing}
    ${withoutNote(context)}
    <p class="small">${view.source}</p>
  `;
}

function forestRows(row: ForestRowView, { state, change }: AnalysisContext) {
  const { study, label, included, own, toggleLabel, counts, weightText, marks, facts, link } = row;
  return html`<tbody class=${own ? 'own' : ''} data-study=${study}>
    <tr class=${included ? '' : 'switched-off'}>
      <th scope="row">
        <label class="toggle">
          <input
            type="checkbox"
            aria-label=${toggleLabel}
            .checked=${included}
            @change=${() => change((now) => toggled(now, study))}
          />
          <span>${label}</span>
        </label>
      </th>
      ${intervalCells(row, state.threshold)}
    </tr>
    <tr class="fine">
      <td colspan="3">
        ${marks.map((mark) => html`<span class="mark">${mark}</span> `)}
        <span>${[counts, weightText, ...facts].join(' · ')}</span>
        ${link ? html` · <a href=${link} aria-label="${sourceOf(label, link)}">${linkText(link)}</a>` : nothing}
      </td>
    </tr>
  </tbody>`;
}

/** A study left out is left out of this analysis alone: the cards above keep it. */
function withoutNote({ state, words, change }: AnalysisContext) {
  const { length } = state.without;
  return html`<p class="small without-note" ?hidden=${!length}>
    ${words.t('without.note', { count: length })}
    <button type="button" class="quiet" @click=${() => change(withEveryStudy)}>${words.t('without.reset')}</button>
  </p>`;
}

const linkText = (link: string) => (link.startsWith('https://doi.org/') ? 'DOI' : new URL(link).hostname.replace(/^www\./, ''));
const sourceOf = (label: string, link: string) => `${label}: ${linkText(link)}`;
