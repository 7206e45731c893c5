import { html, nothing } from 'lit';
import type { IntervalRow } from '../../view-model/pooling/interval-row.js';
import type { PublishedBesideView } from '../../view-model/pooling/selection-view.js';
import { heading } from '../heading.js';
import type { AnalysisContext } from './context.js';
import { intervalTable } from './interval-table.js';

/** The published estimate beside the pool, and why they differ. */
export function publishedBeside(view: PublishedBesideView, { words, level, state }: AnalysisContext) {
  const { published, pooled, gap } = view;
  const rows: IntervalRow[] = [...published, ...(pooled ? [pooled] : [])];
  return html`<div class="published">
    ${heading(level, words.t('published.title'), 'small-title')}
    ${rows.length ? intervalTable(words.t('published.title'), rows, words, state.threshold) : nothing}
    <ul class="plain gap">
      ${gap.map((text) => html`<li>${text}</li>`)}
    </ul>
  </div>`;
}
