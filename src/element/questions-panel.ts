import { html, nothing } from 'lit';
import type { InputName, Inputs } from '../evidence/inputs.js';
import type { OutlookView, QuestionView } from '../view-model/outlook-view.js';
import { onDemand } from './on-demand.js';
import type { PanelContext } from './panel-context.js';

type OnAnswer = (name: InputName, value: string) => void;

/** Whether the questions are open where they are folded for want of room, and what opens them. */
export interface QuestionsFold {
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}

/**
 * The four questions as native radio groups: one Tab stop each, arrows move and choose. In a narrow element a line sums
 * them up and a button opens them; the style sheet knows which, since the width is the element's own.
 */
export function questionsPanel(
  { questions, summary }: OutlookView,
  inputs: Inputs,
  prefilled: unknown,
  context: PanelContext,
  { isOpen, onToggle }: QuestionsFold,
  onAnswer: OnAnswer,
) {
  const { t } = context.language;
  return html`
    <div class="inputs" part="inputs" role="group" aria-label=${t('inputs')} ?data-open=${isOpen}>
      <div class="inputs-head">
        <p><span class="inputs-title">${t('inputs')}</span> <span class="inputs-summary">${summary}</span></p>
        <button type="button" class="quiet" aria-expanded=${isOpen} aria-controls="questions" @click=${onToggle}>
          ${t('inputs.change')}
        </button>
      </div>
      <div class="questions" id="questions">
        ${questions.map((question) =>
          questionGroup(question, inputs[question.name], onAnswer, prefilledText(question), figure(question)),
        )}
      </div>
    </div>
  `;

  /** The same answers once more, to point at. */
  function figure(question: QuestionView) {
    if (question.name !== 'site') return nothing;
    const answer = (site: string) => onAnswer('site', site);
    return onDemand(t('site.figure'), 'figure', context, ({ content }) => content(question, inputs.site, answer));
  }

  function prefilledText({ name }: QuestionView): string | null {
    const source = (Object(prefilled) as Record<string, unknown>)[name];
    return typeof source === 'string' && source !== '' ? t('prefilled', { source }) : null;
  }
}

/** Sets every radio by its answer, the figure's too: a host may have taken back what the reader chose a moment ago. */
export function showAnswers(root: ParentNode, inputs: Inputs): void {
  for (const radio of root.querySelectorAll<HTMLInputElement>('.questions input')) {
    radio.checked = radio.value === inputs[radio.name.replace('-figure', '') as InputName];
  }
}

function questionGroup(
  question: QuestionView,
  chosen: string | null,
  onAnswer: OnAnswer,
  prefilled: string | null,
  figure: unknown,
) {
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
      ${figure} ${help ? html`<p class="help" id=${helpId}>${help}</p>` : nothing}
      ${prefilled ? html`<p class="prefilled">${prefilled}</p>` : nothing}
    </fieldset>
  `;
}
