import { html, nothing } from 'lit';
import type { FurtherWords } from '../i18n/further.js';
import type { MaintenanceAnalysisView, MaintenanceArmView, MaintenanceView } from '../view-model/maintenance-view.js';
import { joined, marks } from './marks.js';
import type { PanelContext } from './panel-context.js';
import { rateTable } from './rate-table.js';

/** Once the skin has repigmented: how many patches lost colour with and without maintenance, both analyses. */
export function maintenancePanel(view: MaintenanceView, words: FurtherWords, context: PanelContext) {
  const { t } = context.language;
  const figures = html`
    <p>${view.intro} ${view.unmatched.join(' ')}</p>
    ${view.analyses.map((analysis) => analysisTable(analysis, context))}
    <ul class="plain">
      ${view.context.map((text) => html`<li>${text}</li>`)}
    </ul>
    ${marks({ errata: view.errata, about: t('maintenance.heading') }, context)}
  `;
  return html`
    ${view.matchText ? html`<p class="match match-none">${view.matchText}</p>` : nothing}
    ${view.folded && view.analyses.length
      ? html`<details class="fold">
          <summary>${words.t('maintenance.adults-show')}</summary>
          ${figures}
        </details>`
      : nothing}
    ${view.folded ? nothing : figures}
  `;
}

function analysisTable({ title, arms, comparisons }: MaintenanceAnalysisView, context: PanelContext) {
  const { clinician, language } = context;
  const rows = arms.map((arm) => ({
    label: arm.label,
    rate: arm,
    spoken: language.t('colon', { first: arm.count, second: arm.rangeText }),
    fine: joined(armFacts(arm, clinician)),
  }));
  return html`
    ${rateTable({ caption: title, labels: language.t('maintenance.heading'), isCaptionShown: true }, rows, context)}
    ${clinician ? comparisons.map((text) => html`<p class="small">${text}</p>`) : nothing}
  `;
}

function armFacts({ count, people, range, rangeText, exact }: MaintenanceArmView, clinician: boolean) {
  return [clinician ? exact : null, count, people, range ? null : rangeText];
}
