import { css, html, nothing } from 'lit';
import type { ComparatorFigure, ContextFigure, MaintenanceOutlook, RelativeEffect } from '../evidence/outlook.js';
import { createFurtherWords, type FurtherWords } from '../i18n/further.js';
import type { Language } from '../i18n/translate.js';
import { dropoutsText, exactText, monthsText, pooledFacts, type CheckedRate } from '../view-model/checked-view.js';
import { contextView } from '../view-model/context-view.js';
import { maintenanceView } from '../view-model/maintenance-view.js';
import { overallTexts, relativeView } from '../view-model/relative-view.js';
import { withoutView } from '../view-model/without-view.js';
import { maintenancePanel } from './maintenance-panel.js';
import type { PanelContext } from './panel-context.js';
import type { Styled } from './parts.js';

/** What stands beside the options, from a chunk of its own. */
export interface FurtherPanel extends Styled {
  maintenance(outlook: MaintenanceOutlook, context: PanelContext): unknown;
  ratios(rows: readonly RelativeEffect[]): unknown;
  without(rows: readonly ComparatorFigure[]): unknown;
  context(rows: readonly ContextFigure[]): unknown;
  /** A rate with its digits, and how the studies of a pool differ. */
  checked(rate: CheckedRate): readonly string[];
  /** How long people were treated by the review's own table and text, and who left early. */
  more(rate: CheckedRate): readonly string[];
  /** What could not be read of the studies and methods that the page gave. */
  unread(messages: readonly string[]): unknown;
}

/** A notice names so many problems; the event carries all. */
const MOST_MESSAGES = 5;

export function createFurtherPanel(language: Language): FurtherPanel {
  const words = createFurtherWords(language);
  return {
    styles,
    maintenance: (outlook, context) => maintenancePanel(maintenanceView(outlook, language, words), words, context),
    ratios: (rows) => html`<dl class="ratios">
      ${rows
        .map((row) => relativeView(row, language, words))
        .map(
          ({ label, figures, trials }) => html`<dt>${label}</dt>
            <dd>${figures}${trials ? html` <span class="small">${trials}</span>` : nothing}</dd>`,
        )}
    </dl>
    ${overallTexts(rows, words).map((text) => html`<p class="small">${text}</p>`)}`,
    more: (rate) => [monthsText(rate, language, words), dropoutsText(rate, words)].filter((text) => text !== null),
    checked: (rate) => [exactText(rate, language, words), ...pooledFacts(rate, language, words)],
    without: (rows) => list(withoutView(rows, language, words)),
    context: (rows) => list(contextView(rows, language, words)),
    unread: (messages) => unreadNotice(messages, words),
  };
}

function unreadNotice(messages: readonly string[], { t }: FurtherWords) {
  const shown = messages.slice(0, MOST_MESSAGES);
  const others = messages.length - shown.length;
  return html`<div class="notice" role="alert">
    <p>${t('evidence-error')}</p>
    <ul class="plain">
      ${shown.map((message) => html`<li lang="en" dir="ltr">${message}</li>`)}
    </ul>
    ${others ? html`<p>${t('evidence-error.more', { n: others })}</p>` : nothing}
  </div>`;
}

function list(rows: readonly string[]) {
  return html`<ul class="plain">
    ${rows.map((row) => html`<li>${row}</li>`)}
  </ul>`;
}

const styles = css`
  .ratios {
    font-size: 0.8125em;
  }
  .ratios dd {
    margin: 0 0 0.5em;
    font-weight: 500;
  }
  .ratios .small {
    font-size: 1em;
    font-weight: 400;
  }
`;
