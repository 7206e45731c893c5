import { html } from 'lit';
import { bodyFigure } from '../../charts/body-figure.js';
import type { Inputs } from '../../evidence/inputs.js';
import type { QuestionView } from '../../view-model/outlook-view.js';
import { figureStyles } from './figure.styles.js';

/**
 * The body figure, from its own chunk: the answers to "where on the body" once more, to point at. The element checks
 * these radios together with those of the question.
 */
export interface FigurePanel {
  readonly styles: typeof figureStyles;
  content(question: QuestionView, chosen: Inputs['site'], onAnswer: (site: string) => void): unknown;
}

export const figurePanel: FigurePanel = {
  styles: figureStyles,
  content: ({ legend, answers }, chosen, onAnswer) => html`<div class="body" role="radiogroup" aria-label=${legend}>
    ${bodyFigure(chosen, onAnswer)}
    ${answers.map(
      ({ value, label }) => html`<label class="at-${value}">
        <input type="radio" name="site-figure" value=${value} @change=${() => onAnswer(value)} />
        <span>${label}</span>
      </label>`,
    )}
  </div>`,
};
