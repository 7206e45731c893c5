import { html, nothing } from 'lit';
import type { PoolAnalysis } from '../../evidence/pooling/analyse-pool.js';
import { MOST_ROWS, type SelectionRowView, type SelectionView } from '../../view-model/pooling/selection-view.js';
import { heading } from '../heading.js';
import type { AnalysisContext } from './context.js';
import { part } from './part.js';

/** Every count that the pool does not take, with the reason, what is not firm enough, and the review's own studies. */
export function selectionList(analysis: PoolAnalysis, context: AnalysisContext) {
  const { compute, words, state, level } = context;
  const { t } = words;
  const count = analysis.leftOut.length + analysis.candidates.length;
  return part('left-out', t('left-out.title', { count }), context, () => {
    const view = compute.selection(analysis, compute.material(state), words);
    return html`
      ${count ? nothing : html`<p>${t('left-out.none')}</p>`} ${selectionRows(view.leftOut, context, analysis.leftOut.length)}
      ${view.candidates.length
        ? html`${heading(level + 1, t('candidates.title'), 'small-title')} ${selectionRows(view.candidates, context)}`
        : nothing}
      ${coveredStudies(view, context)}
    `;
  });
}

/** The first rows of so many. */
export function selectionRows(
  rows: readonly SelectionRowView[],
  { words }: Pick<AnalysisContext, 'words'>,
  total = rows.length,
) {
  if (!rows.length) return nothing;
  const hidden = Math.max(0, total - MOST_ROWS);
  return html`<ul class="plain selection">
      ${rows.slice(0, MOST_ROWS).map(
        ({ label, arm, counts, reason, source, link }) => html`<li>
          ${link ? html`<a href=${link}>${label}</a>` : label}${arm && arm !== label ? html`, ${arm}` : nothing}: ${counts}.
          ${reason ? html`<strong>${reason}</strong>` : nothing} <span class="small">${source}</span>
        </li>`,
      )}
    </ul>
    ${hidden ? html`<p class="small">${words.t('list.more', { count: hidden })}</p>` : nothing}`;
}

function coveredStudies({ coveredStudies }: SelectionView, { words, level }: AnalysisContext) {
  if (!coveredStudies.length) return nothing;
  return html`${heading(level + 1, words.t('covered.title'), 'small-title')}
    <ul class="plain covered">
      ${coveredStudies.map(({ label, text, status }) => html`<li data-status=${status}>${label}: ${text}</li>`)}
    </ul>`;
}
