import { html, nothing } from 'lit';
import { THRESHOLDS, type Threshold, type Treatment } from '../../evidence/outlook.js';
import type { SetId } from '../../evidence/pooling/sensitivity-sets.js';
import { thresholdLabel } from '../../view-model/language.js';
import { stratumName } from '../../view-model/option-view.js';
import type { AnalysisContext } from './context.js';
import { selectControl } from './select-control.js';
import { asked, onTopic, TOPICS, withSet } from './state.js';

/** What is pooled: topic, treatment, threshold and named set. The group follows the element's own questions. */
export function questionControls(context: AnalysisContext) {
  const { state, words, change } = context;
  const { t, language } = words;
  return html`
    <fieldset class="topics">
      <legend>${t('ask.topic')}</legend>
      <div class="answers">
        ${TOPICS.map(
          (topic) => html`<label>
            <input
              type="radio"
              name="analysis-topic"
              value=${topic}
              .checked=${topic === state.topic}
              @change=${() => change((now) => onTopic(now, topic))}
            />
            ${t(`topic.${topic}`)}
          </label>`,
        )}
      </div>
    </fieldset>
    <p class="help">${t('ask.group', { group: stratumName(state, language) })}</p>
    ${state.topic === 'responses' ? html`<div class="controls">${responseControls(context)}</div>` : nothing}
  `;
}

function responseControls({ state, words, choices, treatments, change }: AnalysisContext) {
  const { t, language } = words;
  const set = choices.sets.find(({ value }) => value === state.set);
  return [
    selectControl({
      id: 'analysis-treatment',
      label: t('ask.treatment'),
      choices: treatments.map((value) => ({ value, label: language.t(`treatment.${value}.clinician`) })),
      value: state.treatment,
      onChoice: (value) => change((now) => asked(now, { treatment: value as Treatment })),
    }),
    selectControl({
      id: 'analysis-threshold',
      label: t('ask.threshold'),
      choices: THRESHOLDS.map((value) => ({ value: String(value), label: thresholdLabel(value, language) })),
      value: String(state.threshold),
      onChoice: (value) => change((now) => asked(now, { threshold: thresholdOf(value) })),
    }),
    selectControl({
      id: 'analysis-set',
      label: t('ask.set'),
      choices: choices.sets,
      value: state.set,
      meaning: set?.meaning,
      onChoice: (value) => change((now) => withSet(now, value as SetId)),
    }),
  ];
}

const thresholdOf = (value: string): Threshold => THRESHOLDS.find((threshold) => String(threshold) === value)!;
