import { html } from 'lit';
import { skinPatch, type Grade } from '../../charts/skin-patch.js';
import type { SupportWords } from '../../i18n/support.js';
import type { SourcedText } from '../../view-model/support-view.js';
import { sourcedText } from './sourced-text.js';

const GRADES: readonly Grade[] = [0, 25, 50, 75];
const TONES = ['1', '2', '3', '4', '5', '6'] as const;

/** What a percentage of repigmentation looks like, in drawings of a skin tone that the reader picks. */
export function seeStep(
  tone: string,
  worthwhile: readonly SourcedText[],
  { t }: SupportWords,
  onTone: (tone: string) => void,
) {
  return html`
    <ul class="skins tone-${tone}">
      ${GRADES.map(
        (grade) => html`<li>
          ${skinPatch(grade, grade ? t('see.label', { n: grade }) : t('see.label.before'))}
          <span>${grade ? t('see.grade', { n: grade }) : t('see.before')}</span>
        </li>`,
      )}
    </ul>
    <p class="small">${t('see.drawing')}</p>
    <fieldset class="tones">
      <legend class="small">${t('see.tone')}</legend>
      ${TONES.map(
        (value) => html`<label class="swatch tone-${value}">
          <input type="radio" name="skin-tone" value=${value} .checked=${value === tone} @change=${() => onTone(value)} />
          <span class="visually-hidden">${t('see.tone.n', { n: Number(value) })}</span>
        </label>`,
      )}
    </fieldset>
    ${worthwhile.map(sourcedText)}
  `;
}
