import { html } from 'lit';
import { harmPoolsPlot } from '../../charts/harm-pools-plot.js';
import type { HarmGroupView } from '../../view-model/pooling/harm-pools-view.js';
import { heading } from '../heading.js';
import type { AnalysisContext } from './context.js';
import { methodControls } from './method-controls.js';
import { part } from './part.js';
import { selectionRows } from './selection-list.js';

/** Side effects pooled as responses are, with what is left out and what nobody counted. */
export function harmsTopic(context: AnalysisContext) {
  const { compute, words, state } = context;
  const view = compute.harms(compute.material(state), state.ageGroup, state.method, words);
  const leftOut = view.groups.filter((group) => group.leftOut.length);
  return html`
    ${methodControls(context)} ${harmPoolsPlot(view)}
    <ul class="plain">
      ${view.missing.map((text) => html`<li>${text}</li>`)}
    </ul>
    ${part('left-out', words.t('left-out.title', { count: countOf(leftOut) }), context, () =>
      leftOut.map(
        (group) => html`${heading(context.level, group.title, 'small-title')} ${selectionRows(group.leftOut, context)}`,
      ),
    )}
  `;
}

const countOf = (groups: readonly HarmGroupView[]) => groups.reduce((sum, { leftOut }) => sum + leftOut.length, 0);
