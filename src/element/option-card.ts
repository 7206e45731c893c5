import { html, nothing } from 'lit';
import { intervalBar } from '../charts/interval-bar.js';
import type { Language } from '../i18n/translate.js';
import type { OptionView } from '../view-model/option-view.js';
import type { ResponseView } from '../view-model/response-view.js';
import { heading } from './heading.js';
import { numberCell } from './number-cell.js';
import { columns } from './response-columns.js';
import { joined, marks } from './marks.js';
import { inPlace, onDemand } from './on-demand.js';
import type { PanelContext } from './panel-context.js';

/** One treatment option: the number that it opens on, all thresholds, who was studied, and what stands beside it. */
export function optionCard(option: OptionView, context: PanelContext) {
  const { t } = context.language;
  return html`
    <section class="option" part="option" data-treatment=${option.treatment}>
      ${heading(context.level, option.title, 'option-title')}
      ${option.condition ? html`<p class="condition">${option.condition}</p>` : nothing}
      ${option.uvWarning ? html`<p class="uv"><strong>${t('uv-warning.title')}.</strong> ${t('uv-warning')}</p>` : nothing}
      <p class="match match-${option.match}">${option.matchText} ${option.unmatched.join(' ')}</p>
      ${option.intro ? html`<p>${option.intro}</p>` : nothing}
      ${option.headline && !context.clinician ? headline(option.headline, context.language) : nothing}
      ${option.responses.length ? responseTable(option.title, option.responses, context) : nothing}
      ${option.missing.length ? list(t('missing'), option.missing, context) : nothing}
      ${option.populations ? html`<p class="small">${option.populations}</p>` : nothing}
      ${option.certainty ? html`<p class="small">${option.certainty}</p>` : nothing}
      ${option.alsoRelevant
        ? html`<div class="also">
            ${heading(context.level + 1, option.alsoRelevant.title, 'small-title')}
            ${responseTable(option.alsoRelevant.title, option.alsoRelevant.responses, context)}
          </div>`
        : nothing}
      ${option.context ? list(option.context.title, option.context.rows, context) : nothing}
      ${option.relative.length ? ratios(option, context) : nothing}
      ${option.without ? list(option.without.title, option.without.rows, context) : nothing}
    </section>
  `;
}

function headline({ of100, sentence, range, rangeText, label }: ResponseView, { number }: Language) {
  return html`
    <p class="headline">
      <span class="big-number">${number(of100)}</span><span class="big-of">/${number(100)}</span>
      <span class="headline-label">${label}${range ? html`<br /><span class="small">${rangeText}</span>` : nothing}</span>
    </p>
    <p class="sentence">${sentence}</p>
  `;
}

/** All thresholds of an option: a real table, with the picture in a column of its own. */
function responseTable(caption: string, responses: readonly ResponseView[], context: PanelContext) {
  const { t } = context.language;
  return html`
    <table class="responses">
      <caption class="visually-hidden">
        ${caption}
      </caption>
      ${columns}
      <thead class="visually-hidden">
        <tr>
          <th scope="col">${t('repigmentation.column')}</th>
          <th scope="col">${t('bar.column')}</th>
          <th scope="col">${t('of-100')}</th>
        </tr>
      </thead>
      ${responses.map((response) => responseRows(response, context))}
    </table>
  `;
}

function responseRows(response: ResponseView, context: PanelContext) {
  const { label, bar, rangeText, sentence } = response;
  return html`
    <tbody>
      <tr>
        <th scope="row">${label}</th>
        <td class="bar-cell">${intervalBar(bar)}</td>
        ${numberCell(response, `${sentence} ${rangeText}`, context.language)}
      </tr>
      <tr class="fine">
        <td colspan="3">${context.clinician ? clinicianDetail(response, context) : patientDetail(response, context)}</td>
      </tr>
    </tbody>
  `;
}

/** Everything at a glance, for a reader who checks. */
function clinicianDetail(response: ResponseView, context: PanelContext) {
  const { label, exact, intervalNote, studied, months, dropouts, pooled, errata } = response;
  const facts = [exact, intervalNote, studied, months, dropouts, ...pooled];
  return html`${joined(facts)} ${marks({ errata, about: label, facts: [] }, context)}`;
}

/** Who was studied at once; what else there is to know of the number one click away. */
function patientDetail(response: ResponseView, context: PanelContext) {
  const { label, intervalNote, studied, duration, months, dropouts, errata } = response;
  const facts = [months, dropouts];
  return html`${joined([intervalNote, studied, duration])} ${marks({ errata, about: label, facts }, context)}`;
}

/** At once for a reader who checks, a click away for others: a ratio is no rate, and easily taken for one. */
function ratios({ relative }: OptionView, context: PanelContext) {
  const title = context.language.t('relative.heading');
  return context.clinician
    ? html`${heading(context.level + 1, title, 'small-title')} ${inPlace('further', context, ({ ratios }) => ratios(relative))}`
    : onDemand(title, 'further', context, ({ ratios }) => ratios(relative));
}

function list(title: string, rows: readonly string[], { level }: PanelContext) {
  return html`
    ${heading(level + 1, title, 'small-title')}
    <ul class="plain">
      ${rows.map((row) => html`<li>${row}</li>`)}
    </ul>
  `;
}
