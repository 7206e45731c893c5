import type { EvidenceDetails } from '../evidence/details.js';
import { INPUT_NAMES } from '../evidence/inputs.js';
import type { Outlook } from '../evidence/outlook.js';
import type { Details } from '../i18n/details.js';
import type { Language } from '../i18n/translate.js';

/** How to cite what is on screen, and where to read it. */
export interface CiteView {
  readonly text: string;
  readonly link: string | null;
}

/** So many signs of the check sum tell one evidence from another. */
const HASH_SIGNS = 12;

/** Of the main review, with the version of the evidence; `null` for evidence that names no main review. */
export function citeView(
  outlook: Outlook,
  { references }: EvidenceDetails,
  language: Language,
  { t }: Details,
): CiteView | null {
  const review = references.find(({ role }) => role === 'parent review');
  if (!review) return null;
  const { authors = '?', title = '?', journal = '?', year, volume = '?', issue = '?', pages = '?', doi } = review;
  const { version, date } = outlook.evidence;
  const source = { authors, title, journal, volume, issue, pages, year: String(year ?? '?') };
  return {
    text: t('cite.source', { ...source, version, date: language.date(date) }),
    link: doi ? `https://doi.org/${doi}` : null,
  };
}

/**
 * What a report of a misprint has to say so that the number can be found: the evidence, the answers, and the records of
 * the printed estimates on screen. Names of the data, the same in every language.
 */
export function reportText({ evidence, inputs, estimates, options }: Outlook, { cited }: EvidenceDetails): string {
  const shown = cited.filter((pool) =>
    options.some(
      ({ treatment, stratum }) =>
        treatment === pool.treatment && stratum?.ageGroup === pool.ageGroup && stratum.site === pool.site,
    ),
  );
  const records = estimates === 'published' ? shown.flatMap(({ records = [] }) => records) : [];
  return [
    `vitiligo-outlook, evidence ${evidence.version} (${evidence.hash.slice(0, HASH_SIGNS)})`,
    INPUT_NAMES.map((name) => `${name} ${inputs[name] ?? '?'}`).join(', '),
    estimates,
    ...(records.length ? [`records ${records.join(', ')}`] : []),
  ].join('; ');
}

/** The address to report to; an e-mail begins with the text. */
export function reportLink(address: string, text: string): string {
  if (!/^mailto:/i.test(address) || address.includes('?')) return address;
  return `${address}?subject=vitiligo-outlook&body=${encodeURIComponent(text)}`;
}
