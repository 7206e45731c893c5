import { html } from 'lit';
import type { OutlookView } from '../view-model/outlook-view.js';
import { heading } from './heading.js';
import { onDemand } from './on-demand.js';
import type { PanelContext } from './panel-context.js';

/** What is not known and what limits the numbers: what bears on this answer at once, the full list one click away. */
export function notesPanel({ shown, more }: OutlookView['notes'], context: PanelContext) {
  const { t } = context.language;
  return html`
    <section class="panel" part="notes">
      ${heading(context.level, t('notes'), 'panel-title')}
      <ul class="notes">
        ${shown.map(({ text }) => html`<li>${text}</li>`)}
      </ul>
      ${onDemand(t('notes.more'), 'details', context, (details) => details.notes(more))}
    </section>
  `;
}
