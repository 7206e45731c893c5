import { html, nothing } from 'lit';
import { answer } from '../evidence/answer.js';
import type { EvidenceCore } from '../evidence/core.js';
import { INPUTS } from '../evidence/inputs.js';
import { createFurtherWords } from '../i18n/further.js';
import type { Language } from '../i18n/translate.js';
import { sitesView, type SitesView } from '../view-model/sites-view.js';
import { heading } from './heading.js';
import type { PanelContext } from './panel-context.js';
import type { Styled } from './parts.js';
import { picture } from './picture.js';
import { rateTable } from './rate-table.js';

/** The same treatment on the parts of the body that were pooled, at the chosen threshold. */
export interface SitesPanel extends Styled {
  show(context: PanelContext): unknown;
}

export function createSitesPanel(core: EvidenceCore, language: Language): SitesPanel {
  const words = createFurtherWords(language);
  const outlooks = INPUTS.site
    .filter((site) => site !== 'any')
    .map((site) => answer(core, { ageGroup: 'any', site, phototherapy: 'available', maintenance: 'treating' }));
  return {
    show: (context) => html`<p>${words.t('sites.note')}</p>
      ${sitesView(outlooks, context.threshold, language).map((view) => sitesOf(view, context))}`,
  };
}

function sitesOf({ treatment, title, sites }: SitesView, context: PanelContext) {
  const pooled = sites.flatMap(({ site, label, response }) => (response ? [{ site, label, response }] : []));
  return html`
    ${heading(context.level + 1, title, 'small-title')}
    <div class="harms">
      ${sites.map(({ site, label, response, reason }) => {
        if (!response) return html`<p><strong>${label}</strong><br />${reason}</p>`;
        const sentence = `${response.sentence} ${response.leeway ?? ''}`;
        return html`<div>${picture(response, { id: `${treatment}-${site}`, label, sentence }, context)}</div>`;
      })}
    </div>
    ${pooled.length
      ? rateTable(
          { caption: title, labels: context.language.t('site') },
          pooled.map(({ label, response }) => ({
            label,
            rate: response,
            spoken: `${response.sentence} ${response.rangeText}`,
            fine: [response.studied, response.duration].filter((fact) => fact !== null).join(' · '),
          })),
          context,
        )
      : nothing}
  `;
}
