import { html, nothing } from 'lit';
import type { Threshold, TreatmentOption } from '../evidence/outlook.js';
import type { OptionView } from '../view-model/option-view.js';
import type { ResponseView } from '../view-model/response-view.js';
import type { FurtherPanel } from './further-panel.js';
import { heading } from './heading.js';
import { checked, joined, marks } from './marks.js';
import { inPlace, onDemand } from './on-demand.js';
import type { PanelContext } from './panel-context.js';
import { picture } from './picture.js';
import { rateTable } from './rate-table.js';

/** One treatment option: its picture, all thresholds, who was studied, and what stands beside it. */
export function optionCard(option: OptionView, answer: TreatmentOption, context: PanelContext) {
  const { relative, without, context: figures } = answer;
  const { t } = context.language;
  const { title, responses, alsoRelevant } = option;
  const isPictured = !context.clinician && responses.length > 0;
  const chosen = responses.filter(({ threshold }) => threshold === context.threshold);
  return html`
    <section class=${responses.length ? 'option' : 'option bare'} part="option" data-treatment=${option.treatment}>
      ${heading(context.level, title, 'option-title')}
      <p class="match match-${option.match}">
        ${option.condition ? html`<strong>${option.condition}.</strong> ` : nothing}${option.matchText}
        ${option.unmatched.join(' ')}
      </p>
      ${context.clinician
        ? nothing
        : html`<div class="pictures">
            ${isPictured ? chosen.map((response) => responsePicture(response, option.treatment, chosen.length > 1, context)) : nothing}
          </div>`}
      <div>
        ${isPictured && !chosen.length ? html`<p>${t('threshold.none')}</p>` : nothing}
        ${option.intro ? html`<p class="small">${option.intro}</p>` : nothing}
        ${responses.length ? responseTable(title, responses, context, isPictured) : nothing}
        ${option.uvWarning ? html`<p class="uv"><strong>${t('uv-warning.title')}.</strong> ${option.uvWarning}</p>` : nothing}
        ${option.missing.length ? list(t('missing'), option.missing, context) : nothing}
        ${option.populations ? html`<p class="small">${option.populations}</p>` : nothing}
        ${option.certainty ? html`<p class="small">${option.certainty}</p>` : nothing}
        ${alsoRelevant
          ? html`${heading(context.level + 1, alsoRelevant.title, 'small-title')}
            ${responseTable(alsoRelevant.title, alsoRelevant.responses, context)}`
          : nothing}
        ${option.contextTitle ? further(option.contextTitle, context, (part) => part.context(figures)) : nothing}
        ${relative.length ? further(t('relative.heading'), context, (part) => part.ratios(relative)) : nothing}
        ${option.treatment === 'tci' ? further(t('without.heading'), context, (part) => part.without(without)) : nothing}
      </div>
    </section>
  `;
}

/** Where a review has the threshold at several months, each has a small picture and none stands in front. */
function responsePicture(response: ResponseView, treatment: string, isOneOfSeveral: boolean, context: PanelContext) {
  const { label, sentence, leeway, bothSides } = response;
  const words = { id: `${treatment}-${response.key}`, label, facts: facts(response, context) };
  return isOneOfSeveral
    ? picture(response, { ...words, sentence: bothSides, size: 'small' }, context)
    : picture(response, { ...words, sentence: `${sentence} ${leeway ?? ''}` }, context);
}

/** Who was studied at once; what else there is to know of the number one click away. */
function facts(response: ResponseView, context: PanelContext) {
  const { label, intervalNote, studied, duration, errata } = response;
  return html`<div class="fine">
    ${joined([intervalNote, studied, duration])}
    ${marks({ errata, about: label, rate: response.response }, context)}
  </div>`;
}

/** All thresholds of an option. `isBrief` leaves out what stands below the pictures. */
function responseTable(caption: string, responses: readonly ResponseView[], context: PanelContext, isBrief = false) {
  const rows = responses.map((response) => ({
    label: response.label,
    rate: response,
    spoken: `${response.sentence} ${response.rangeText}`,
    fine: isBrief ? null : context.clinician ? checkedFacts(response, context) : facts(response, context),
    isChosen: isBrief && response.threshold === context.threshold,
  }));
  return rateTable({ caption, labels: context.language.t('repigmentation.column') }, rows, context);
}

/** Everything at a glance, for a reader who checks. */
function checkedFacts(response: ResponseView, context: PanelContext) {
  const { label, intervalNote, studied, errata } = response;
  return html`${checked(response.response, [intervalNote, studied], context)}
  ${marks({ errata, about: label }, context)}`;
}

/** At once for a reader who checks, a click away for others: ratios and single trials are easily taken for rates. */
function further(title: string, context: PanelContext, content: (part: FurtherPanel) => unknown) {
  return context.clinician
    ? html`${heading(context.level + 1, title, 'small-title')} ${inPlace('further', context, content)}`
    : onDemand(title, 'further', context, content);
}

function list(title: string, rows: readonly string[], { level }: PanelContext) {
  return html`
    ${heading(level + 1, title, 'small-title')}
    <ul class="plain">
      ${rows.map((row) => html`<li>${row}</li>`)}
    </ul>
  `;
}

/** Every threshold that some option has a number for, from the lowest on. */
export function thresholdsOf(options: readonly OptionView[]): Threshold[] {
  const found = new Set(options.flatMap(({ responses }) => responses.map(({ threshold }) => threshold)));
  return [...found].sort((a, b) => (a === 'any' ? -1 : b === 'any' ? 1 : a - b));
}
