import { html, nothing } from 'lit';
import type { Language } from '../i18n/translate.js';
import type { ResponseView } from '../view-model/response-view.js';

interface Figures {
  readonly of100: number;
  readonly range: ResponseView['range'];
}

/** The number of 100 with its range, as benefits and harms show it; `spoken` says the same as a sentence. */
export function numberCell({ of100, range }: Figures, spoken: string, { t, number }: Language) {
  return html`<td class="number">
    <span class="visually-hidden">${spoken}</span>
    <span aria-hidden="true">
      <b>${number(of100)}</b>${range ? html` <span class="range">${t('range', range)}</span>` : nothing}
    </span>
  </td>`;
}
