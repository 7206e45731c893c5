import { html, nothing } from 'lit';
import type { HarmsView, HarmView } from '../view-model/outlook-view.js';
import { heading } from './heading.js';
import { checked, marks } from './marks.js';
import { onDemand } from './on-demand.js';
import type { PanelContext } from './panel-context.js';
import { legend, picture } from './picture.js';
import { rateTable } from './rate-table.js';

/** Side effects in the same form as the benefits: pictures of 100, numbers, intervals, bars, and what was counted. */
export function harmsPanel({ rows, none }: HarmsView, context: PanelContext) {
  const { t } = context.language;
  const errata = [...new Set(rows.flatMap((row) => row.errata))];
  const texts = { reached: t('harms.legend'), rest: t('harms.legend.rest'), range: t('legend.range') };
  return html`
    <section class="panel tone-harm" part="harms">
      ${heading(context.level, t('harms'), 'panel-title')}
      <p class="match">${t('harms.of')}</p>
      ${context.clinician
        ? nothing
        : html`${legend(texts, context)}
            <div class="harms">${rows.map((row) => harmPicture(row, context))}</div>`}
      ${rateTable({ caption: t('harms'), labels: t('harms') }, rows.map((row) => harmRow(row, context)), context)}
      <p>${t('harms.not-added')}</p>
      <p>${t('harms.course')}</p>
      ${none ? html`<p>${none}</p>` : nothing} <div class="fine">${marks({ errata, about: t('harms') }, context)}</div>
      ${onDemand(t('harms.labels'), 'details', context, (details) => details.labels(context.level + 1))}
    </section>
  `;
}

function harmPicture(row: HarmView, context: PanelContext) {
  return picture(row, { id: row.event, label: row.label, sentence: row.sentence }, context);
}

function harmRow(row: HarmView, context: PanelContext) {
  const { label, count, rangeText, proportions } = row;
  const fine = context.clinician ? checked(proportions, [count], context) : count;
  return { label, rate: row, spoken: context.language.t('colon', { first: count, second: rangeText }), fine };
}
