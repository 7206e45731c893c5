import { html } from 'lit';
import type { Details } from '../i18n/details.js';
import { aidItems } from '../view-model/aid-view.js';

/** Every criterion for patient decision aids: whether it is met, and what was seen or why not. */
export function aidPart({ t }: Details) {
  return html`<details class="fold">
    <summary>${t('basis.aid.items')}</summary>
    <dl class="aid">
      ${aidItems.map(
        ({ id, text, met, evidence }) => html`<dt>
            ${t(met ? 'basis.aid.met' : 'basis.aid.not-met')}: <span lang="en" dir="ltr">${id} ${text}</span>
          </dt>
          <dd class="small" lang="en" dir="ltr">${evidence}</dd>`,
      )}
    </dl>
  </details>`;
}
