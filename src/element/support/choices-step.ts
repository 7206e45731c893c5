import { html, nothing } from 'lit';
import type { SupportWords } from '../../i18n/support.js';
import type { CertaintyView, SupportView } from '../../view-model/support-view.js';
import { heading } from '../heading.js';
import { sourcedText } from './sourced-text.js';

/** What each choice involves, for how long people were treated, how sure it is, and what else there is. */
export function choicesStep(view: SupportView, words: SupportWords, level: number) {
  const { t, language } = words;
  const title = (text: string) => heading(level, text, 'small-title');
  return html`
    <dl class="choices">
      ${view.choices.map(
        ({ title, lines, uvWarning }) => html`<div>
          <dt>${title}</dt>
          ${lines.map((line) => html`<dd>${line}</dd>`)}
          ${uvWarning ? html`<dd class="uv">${uvWarning}</dd>` : nothing}
        </div>`,
      )}
    </dl>
    <p>${t('choice.life')}</p>
    ${title(t('time.title'))}
    <table class="plain-table">
      <caption class="visually-hidden">
        ${t('time.title')}
      </caption>
      <thead>
        <tr>
          <th scope="col">${t('time.choice')}</th>
          <th scope="col">${t('time.length')}</th>
        </tr>
      </thead>
      <tbody>
        ${view.times.map(
          ({ choice, length }) => html`<tr>
            <th scope="row">${choice}</th>
            <td>${length}</td>
          </tr>`,
        )}
      </tbody>
    </table>
    <p>${view.timeNote}</p>
    ${title(t('others.title'))}
    <p>${language.t('note.other-treatments')} ${view.searchEnd}</p>
    ${view.others.map(sourcedText)}
    <details class="fold">
      <summary>${t('sure.title')}</summary>
      <p>${t('sure.draft')}</p>
      ${certaintyTable(view.certainty, words)}
    </details>
  `;
}

function certaintyTable(rows: readonly CertaintyView[], { t }: SupportWords) {
  return html`<table class="plain-table sure">
    <caption class="visually-hidden">
      ${t('sure.title')}
    </caption>
    <thead>
      <tr>
        <th scope="col">${t('sure.outcome')}</th>
        <th scope="col">${t('sure.rating')}</th>
      </tr>
    </thead>
    ${rows.map(
      ({ outcome, rating, reasons }) => html`<tbody>
        <tr>
          <th scope="row">${outcome}</th>
          <td>${rating}</td>
        </tr>
        ${reasons.length
          ? html`<tr>
              <td class="small" colspan="2">${reasons.map((reason) => html`<div>${reason}</div>`)}</td>
            </tr>`
          : nothing}
      </tbody>`,
    )}
  </table>`;
}
