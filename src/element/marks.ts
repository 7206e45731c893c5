import { html, nothing } from 'lit';
import type { CheckedRate } from '../view-model/checked-view.js';
import { onDemand } from './on-demand.js';
import type { PanelContext } from './panel-context.js';

export interface Marks {
  /** Ids of the doubts about a printed figure. */
  readonly errata: readonly string[];
  /** What the figure is, for readers who hear the summary on its own. */
  readonly about: string;
  /** Further facts of the figure that stand before the doubts. */
  readonly facts: readonly (string | null)[];
}

/** What else there is to know of a figure, its doubts first of all: one click away, and said in words. */
export function marks({ errata, about, facts }: Marks, context: PanelContext) {
  const { t } = context.language;
  const texts = facts.filter((fact) => fact !== null);
  const summary = html`${t('marks')}${errata.length ? html` <span class="ids">${errata.join(' ')}</span>` : nothing}<span
      class="visually-hidden"
      >: ${about}</span
    >`;
  const paragraphs = texts.map((text) => html`<p>${text}.</p>`);
  if (errata.length) return onDemand(summary, 'details', context, (details) => [paragraphs, details.errata(errata)], 'marks');
  if (!texts.length) return nothing;
  return html`<details class="marks">
    <summary>${summary}</summary>
    ${paragraphs}
  </details>`;
}

/** The exact figures of a rate before other facts, once their words have come. */
export function checked(rate: CheckedRate, facts: readonly (string | null)[], { parts }: PanelContext) {
  parts.load('further');
  const further = parts.get('further');
  return joined([...(further && further !== 'failed' ? further.checked(rate) : []), ...facts]);
}

/** Facts in one line. */
export function joined(facts: readonly (string | null)[]) {
  return html`<span>${facts.filter((fact) => fact !== null).join(' · ')}</span>`;
}
