import { html, nothing } from 'lit';
import { comparisonPlot, comparisonTable } from '../../charts/comparison-plot.js';
import { sourceLine } from '../../view-model/pooling/pool-words.js';
import type { AnalysisContext } from './context.js';
import { methodControls } from './method-controls.js';
import { pictureButtons } from './picture-buttons.js';

/** What trials found that gave both treatments; the only differences that are told at all. */
export function comparisonsTopic(context: AnalysisContext) {
  const { compute, words, state } = context;
  const material = compute.material(state);
  const source = sourceLine(state.method, material.core.evidence, words);
  const { comparisons, missing } = compute.comparisons(
    material,
    state.ageGroup,
    state.site,
    state.method,
    words,
  );
  return html`
    ${methodControls(context)} ${comparisons.map((view) => [
      comparisonPlot(view),
      pictureButtons(view.title, ({ tableFile }) => tableFile(comparisonTable(view), source), words),
    ])}
    ${missing ? html`<p>${missing}</p>` : nothing}
  `;
}
