import { html, nothing } from 'lit';
import type { InputName, Inputs } from '../evidence/inputs.js';
import type { OutlookView, QuestionView } from '../view-model/outlook-view.js';
import type { PanelContext } from './panel-context.js';

type OnAnswer = (name: InputName, value: string) => void;

/** The four questions as native radio groups: one Tab stop each, arrows move and choose. */
export function questionsPanel(
  { questions, summary }: OutlookView,
  inputs: Inputs,
  prefilled: unknown,
  { language }: PanelContext,
  onAnswer: OnAnswer,
) {
  const { t } = language;
  return html`
    <details class="inputs" part="inputs" open>
      <summary><span>${t('inputs')}</span> <span class="inputs-summary">${summary}</span></summary>
      <div class="questions">
        ${questions.map((question) => questionGroup(question, inputs[question.name], onAnswer, prefilledText(question)))}
      </div>
    </details>
  `;

  function prefilledText({ name }: QuestionView): string | null {
    const source = (Object(prefilled) as Record<string, unknown>)[name];
    return typeof source === 'string' && source !== '' ? t('prefilled', { source }) : null;
  }
}

/** Sets every radio by its answer: a host may have taken back what the reader chose a moment ago. */
export function showAnswers(root: ParentNode, inputs: Inputs): void {
  for (const radio of root.querySelectorAll<HTMLInputElement>('.questions input')) {
    radio.checked = radio.value === inputs[radio.name as InputName];
  }
}

function questionGroup(question: QuestionView, chosen: string | null, onAnswer: OnAnswer, prefilled: string | null) {
  const { name, legend, help, answers } = question;
  const helpId = help ? `${name}-help` : nothing;
  return html`
    <fieldset aria-describedby=${helpId}>
      <legend>${legend}</legend>
      <div class="answers">
        ${answers.map(
          ({ value, label }) => html`<label>
            <input
              type="radio"
              name=${name}
              value=${value}
              .checked=${value === chosen}
              @change=${() => onAnswer(name, value)}
            />
            <span>${label}</span>
          </label>`,
        )}
      </div>
      ${help ? html`<p class="help" id=${helpId}>${help}</p>` : nothing}
      ${prefilled ? html`<p class="prefilled">${prefilled}</p>` : nothing}
    </fieldset>
  `;
}
