import { html, nothing } from 'lit';
import type { CheckedRate } from '../view-model/checked-view.js';
import { loaded } from './on-demand.js';
import type { PanelContext } from './panel-context.js';

export interface Marks {
  /** Ids of the doubts about a printed figure. */
  readonly errata: readonly string[];
  /** What the figure is, for readers who hear the summary on its own. */
  readonly about: string;
  /** The rate, where more of it is to be said than stands beside it: how long people were treated, who left early. */
  readonly rate?: CheckedRate;
}

/** What else there is to know of a figure, its doubts first of all: one click away, and said in words. */
export function marks({ errata, about, rate }: Marks, context: PanelContext) {
  const { t } = context.language;
  const hasMore = !!rate && (rate.ifDropoutsFailed ?? rate.months?.median ?? null) !== null;
  if (!errata.length && !hasMore) return nothing;
  const handleToggle = ({ target }: Event) => {
    if (!(target as HTMLDetailsElement).open) return;
    if (hasMore) context.parts.load('further');
    if (errata.length) context.parts.load('details');
  };
  // The blank before the ids is part of their text: one of its own is left out of the name.
  return html`<details class="marks" @toggle=${handleToggle}>
    <summary>
      ${t('marks')}${errata.length ? html`<span class="ids">${['', ...errata].join(' ')}</span>` : nothing}<span
        class="visually-hidden"
        >: ${about}</span
      >
    </summary>
    ${hasMore ? loaded('further', context, ({ more }) => more(rate).map((text) => html`<p>${text}.</p>`)) : nothing}
    ${errata.length ? loaded('details', context, (details) => details.errata(errata)) : nothing}
  </details>`;
}

/** The exact figures of a rate around other facts, once their words have come. */
export function checked(rate: CheckedRate, facts: readonly (string | null)[], { parts }: PanelContext) {
  parts.load('further');
  const further = parts.get('further');
  if (!further || further === 'failed') return joined(facts);
  return joined([...further.checked(rate), ...facts, ...further.more(rate)]);
}

/** Facts in one line. */
export function joined(facts: readonly (string | null)[]) {
  return html`<span>${facts.filter((fact) => fact !== null).join(' · ')}</span>`;
}
