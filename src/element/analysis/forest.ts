import { html, nothing } from 'lit';
import { forestFacts, forestTable } from '../../charts/forest-plot.js';
import type { IntervalTable } from '../../charts/interval-table.js';
import type { ForestView } from '../../view-model/pooling/forest-view.js';
import type { AnalysisContext } from './context.js';
import { pictureButtons } from './picture-buttons.js';
import { withEveryStudy } from './state.js';

/** Every study with its counts, weight and interval, and a switch that takes it out of the pool or puts it back. */
export function forest(view: ForestView, context: AnalysisContext) {
  const { compute, words, firstLook, now } = context;
  if (!view.rows.length) return nothing;
  const more = view.more ? [words.t('forest.more', { count: view.more })] : [];
  return html`<div data-home>
    ${firstLook.plot} ${forestFacts(view)}
    ${more.map((text) => html`<p class="small">${text}</p>`)}
    ${withoutNote(context)}
    <p class="small">${view.source}</p>
    ${pictureButtons(
      view.title,
      ({ tableFile }) => {
        const seen = compute.forest(compute.analysis(now()), compute.material(now()), words);
        return tableFile(withFacts(forestTable(seen), more), seen.source);
      },
      words,
    )}
  </div>`;
}

function withFacts(table: IntervalTable, facts: readonly string[]): IntervalTable {
  return { ...table, facts: [...table.facts, ...facts] };
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
