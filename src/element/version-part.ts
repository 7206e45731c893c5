import { html, nothing } from 'lit';
import type { DataChange, EvidenceDetails } from '../evidence/details.js';
import type { Outlook } from '../evidence/outlook.js';
import type { Details } from '../i18n/details.js';
import type { Language } from '../i18n/translate.js';
import { citeView, reportLink, reportText } from '../view-model/version-view.js';

/** How to cite the figures, how to report a wrong one, and what changed from version to version. */
export function versionPart(
  outlook: Outlook,
  evidence: EvidenceDetails,
  reportHref: string,
  language: Language,
  details: Details,
) {
  const cite = citeView(outlook, evidence, language, details);
  const link = cite?.link;
  return html`
    ${cite ? html`<p class="cite">${cite.text} ${link ? html`<a href=${link}>${link}</a>` : nothing}</p>` : nothing}
    ${report(reportText(outlook, evidence), reportHref, details)} ${changes(evidence.changes ?? [], details)}
  `;
}

/** A line that one click selects, since a page's policy may forbid the clipboard. */
function report(text: string, address: string, { t }: Details) {
  const line = html`<p class="report-line" lang="en" dir="ltr">${text}</p>`;
  if (!address) return html`<p>${t('report.text')}</p>${line}`;
  return html`<p><a class="report" href=${reportLink(address, text)}>${t('report.link')}</a></p>${line}`;
}

function changes(versions: readonly DataChange[], { t }: Details) {
  if (!versions.length) return nothing;
  return html`<details class="fold changes">
    <summary>${t('changes.title')}</summary>
    <dl lang="en" dir="ltr">
      ${versions.map(
        ({ version, date, changes }) => html`<dt>${version} (${date})</dt>
          <dd>
            <ul class="notes">
              ${changes.map((line) => html`<li>${line}</li>`)}
            </ul>
          </dd>`,
      )}
    </dl>
  </details>`;
}
