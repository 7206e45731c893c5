import { html, nothing } from 'lit';
import { comparisonPlot } from '../../charts/comparison-plot.js';
import type { AnalysisContext } from './context.js';
import { methodControls } from './method-controls.js';

/** What trials found that gave both treatments; the only differences that are told at all. */
export function comparisonsTopic(context: AnalysisContext) {
  const { compute, words, state } = context;
  const { comparisons, missing } = compute.comparisons(
    compute.material(state),
    state.ageGroup,
    state.site,
    state.method,
    words,
  );
  return html`
    ${methodControls(context)} ${comparisons.map((view) => comparisonPlot(view))}
    ${missing ? html`<p>${missing}</p>` : nothing}
  `;
}
