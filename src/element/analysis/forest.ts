import { html, nothing } from 'lit';
import { forestPlot } from '../../charts/forest-plot.js';
import type { ForestView } from '../../view-model/pooling/forest-view.js';
import type { AnalysisContext } from './context.js';
import { toggled, withEveryStudy } from './state.js';

/** Every study with its counts, weight and interval, and a switch that takes it out of the pool or puts it back. */
export function forest(view: ForestView, context: AnalysisContext) {
  const { words, change } = context;
  return html`<div data-home>
    ${forestPlot(view, (study) => change((now) => toggled(now, study)))}
    ${view.more ? html`<p class="small">${words.t('forest.more', { count: view.more })}</p>` : nothing}
    ${withoutNote(context)}
    <p class="small">${view.source}</p>
  </div>`;
}

/** A study left out is left out of this analysis alone: the cards above keep it. */
function withoutNote({ state, words, change }: AnalysisContext) {
  const { length } = state.without;
  if (!length) return nothing;
  return html`<p class="small">
    ${words.t('without.note', { count: length })}
    <button type="button" @click=${() => change(withEveryStudy)}>${words.t('without.reset')}</button>
  </p>`;
}
