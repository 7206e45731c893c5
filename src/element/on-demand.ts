import { html, nothing } from 'lit';
import type { DetailsPanel } from './details-panel.js';
import type { PanelContext } from './panel-context.js';

type Context = Pick<PanelContext, 'language' | 'details' | 'onDetails'>;

/** A part that loads when it is opened, and says so while it does or if it cannot. */
export function onDemand(
  summary: unknown,
  { language, details, onDetails }: Context,
  content: (details: DetailsPanel) => unknown,
  className = 'fold',
  part: string | typeof nothing = nothing,
) {
  const { t } = language;
  return html`<details class=${className} part=${part} @toggle=${onDetails}>
    <summary>${summary}</summary>
    ${details === null ? html`<p>${t('loading')}</p>` : nothing}
    ${details === 'failed' ? html`<p class="notice">${t('load-error')}</p>` : nothing}
    ${details === null || details === 'failed' ? nothing : content(details)}
  </details>`;
}
