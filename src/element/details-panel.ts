import { css, html, nothing } from 'lit';
import type { EvidenceDetails } from '../evidence/details.js';
import type { Outlook } from '../evidence/outlook.js';
import { createDetails, type Details } from '../i18n/details.js';
import { errataWords } from '../i18n/errata.js';
import { createFurtherWords } from '../i18n/further.js';
import type { Language } from '../i18n/translate.js';
import { basisView } from '../view-model/basis-view.js';
import { erratumView, mechanismTexts, noteTexts } from '../view-model/explanation.js';
import { safetyView, type SafetySentence } from '../view-model/safety-view.js';
import { citedStudies, otherSources, type CitedStudies, type SourceView, type StudyView } from '../view-model/studies-view.js';
import { aidPart } from './aid-part.js';
import { heading } from './heading.js';
import type { Styled } from './parts.js';
import { versionPart } from './version-part.js';

/** The explanations, from their own chunk: what a figure's doubt is, what nobody pooled, labels, and the basis. */
export interface DetailsPanel extends Styled {
  errata(ids: readonly string[]): unknown;
  notes(codes: readonly string[]): unknown;
  labels(level: number): unknown;
  basis(outlook: Outlook, level: number, reportHref: string): unknown;
}

/**
 * Puts everything into words once, so that explanations of a page's own that cannot be are an error here and not on
 * screen.
 */
export function createDetailsPanel(evidence: EvidenceDetails, language: Language, outlook: Outlook): DetailsPanel {
  const panel = panelOf(evidence, language);
  panel.errata(evidence.errata.map(({ id }) => id));
  panel.notes(evidence.notes.map(({ id }) => id));
  panel.labels(1);
  panel.basis(outlook, 1, '');
  return panel;
}

function panelOf(evidence: EvidenceDetails, language: Language): DetailsPanel {
  const details = createDetails(language);
  const further = createFurtherWords(language);
  const mechanisms = () => html`<details class="fold">
    <summary>${details.t('mechanism.title')}</summary>
    ${mechanismTexts(evidence.errata, details).map((text) => html`<p>${text}</p>`)}
  </details>`;
  return {
    styles,
    errata: (ids) => html`${inEnglish(language, details)}<dl class="errata" lang="en" dir="ltr">
      ${evidence.errata.filter(({ id }) => ids.includes(id)).map((erratum) => {
        const view = erratumView(erratum, errataWords);
        return view
          ? html`<dt>${view.id}: ${view.title}</dt>
              <dd>${view.text} <span class="small">${erratum.where.join('; ')}</span></dd>`
          : nothing;
      })}
    </dl>`,
    notes: (codes) => html`<ul class="notes">
      ${noteTexts(codes, evidence.notes, further, details).map((text) => html`<li>${text}</li>`)}
    </ul>`,
    labels: (level) => {
      const { general, labels } = safetyView(evidence.safety, language, details);
      return html`${sentences(general, evidence)}
      ${labels.map(
        (label) => html`${heading(level, label.title, 'small-title')}${sentences(label.sentences, evidence)}`,
      )}`;
    },
    basis: (outlook, level, reportHref) =>
      basisView(outlook, evidence, language, details).map(
        ({ id, title, paragraphs }) => html`
          ${heading(level, title, 'small-title')} ${paragraphs.map((text) => html`<p>${text}</p>`)}
          ${id === 'studies' ? [citedStudies(outlook, evidence, language, details).map(studyList), sourceList(details.t('basis.studies.others'), otherSources(outlook, evidence)), mechanisms()] : nothing}
          ${id === 'aid' ? aidPart(details) : nothing}
          ${id === 'version' ? versionPart(outlook, evidence, reportHref, language, details) : nothing}
        `,
      ),
  };
}

/** In another language: why what follows is not. */
function inEnglish({ tag }: Language, { t }: Details) {
  return tag === 'en' ? nothing : html`<p class="small">${t('in-english')}</p>`;
}

function sentences(rows: readonly SafetySentence[], { references }: EvidenceDetails) {
  const source = (id: string) => references.find((reference) => reference.id === id);
  return html`<ul class="notes">
    ${rows.map(
      ({ text, references: ids }) => html`<li>
        ${text}
        <span class="small" lang="en" dir="ltr">${ids.map((id) => source(id)?.title ?? source(id)?.authors ?? id).join('; ')}</span>
      </li>`,
    )}
  </ul>`;
}

function studyList({ title, studies }: CitedStudies) {
  return html`<details class="fold">
    <summary>${title}</summary>
    <ol class="studies">
      ${studies.map(studyItem)}
    </ol>
  </details>`;
}

function sourceList(title: string, sources: readonly SourceView[]) {
  return html`<details class="fold">
    <summary>${title}</summary>
    <ul class="studies" lang="en" dir="ltr">
      ${sources.map(({ name, title, link }) => html`<li>${name}. ${link ? html`<a href=${link}>${title ?? link}</a>` : title}</li>`)}
    </ul>
  </details>`;
}

function studyItem({ number, authors, title, link, origin, facts }: StudyView) {
  const name = title === null ? nothing : link ? html`<a href=${link}>${title}</a>. ` : html`${title}. `;
  return html`<li value=${number}>
    <div lang="en" dir="ltr">${authors}. ${name}<span class="small">${origin}</span></div>
    <div class="small">${facts}</div>
  </li>`;
}

const styles = css`
  .report-line {
    font-size: 0.875em;
    overflow-wrap: anywhere;
    user-select: all;
    -webkit-user-select: all;
  }
  .cite {
    overflow-wrap: anywhere;
  }
  .errata {
    padding-inline-start: 1.1em;
  }
  .studies {
    font-size: 0.875em;
    padding-inline-start: 1.1em;
  }
`;
