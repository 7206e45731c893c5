import { html } from 'lit';
import { harmPoolsPlot, harmPoolsTable } from '../../charts/harm-pools-plot.js';
import type { HarmGroupView } from '../../view-model/pooling/harm-pools-view.js';
import { sourceLine } from '../../view-model/pooling/pool-words.js';
import { heading } from '../heading.js';
import type { AnalysisContext } from './context.js';
import { methodControls } from './method-controls.js';
import { part } from './part.js';
import { pictureButtons } from './picture-buttons.js';
import { selectionRows } from './selection-list.js';

/** Side effects pooled as responses are, with what is left out and what nobody counted. */
export function harmsTopic(context: AnalysisContext) {
  const { compute, words, state } = context;
  const material = compute.material(state);
  const source = sourceLine(state.method, material.core.evidence, words);
  const view = compute.harms(material, state.ageGroup, state.method, words);
  const leftOut = view.groups.filter((group) => group.leftOut.length);
  return html`
    ${methodControls(context)} ${view.groups.some(({ row }) => row)
      ? [
          harmPoolsPlot(view),
          pictureButtons(view.title, ({ tableFile }) => tableFile(harmPoolsTable(view), source), words),
        ]
      : html`<p>${view.caution}</p>`}
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
