import type { EvidenceDetails, StudyDetail } from '../evidence/details.js';
import type { Outlook } from '../evidence/outlook.js';
import type { Details } from '../i18n/details.js';
import type { Language } from '../i18n/translate.js';
import { stratumName } from './option-view.js';
import { studyLink, studyName } from './pooling/study-name.js';

/** The studies behind the pools on screen, as citations. */
export interface CitedStudies {
  readonly title: string;
  readonly studies: readonly StudyView[];
}

export interface StudyView {
  /** The review's own reference number. */
  readonly number: number;
  readonly authors: string;
  readonly title: string | null;
  readonly link: string | null;
  /** Journal, country and treatments, in the English of the record. */
  readonly origin: string;
  /** How long it treated, and how many finished. */
  readonly facts: string;
}

export interface SourceView {
  readonly name: string;
  readonly title: string | null;
  readonly link: string | null;
}

export function citedStudies(
  outlook: Outlook,
  evidence: EvidenceDetails,
  language: Language,
  details: Details,
): CitedStudies[] {
  const { cited, studies } = evidence;
  return outlook.options.flatMap(({ treatment, stratum }) =>
    cited
      .filter((row) => row.treatment === treatment && row.ageGroup === stratum?.ageGroup && row.site === stratum.site)
      .map((row) => ({
        title: language.t('colon', { first: language.t(`treatment.${treatment}`), second: stratumName(row, language) }),
        studies: row.refs
          .flatMap((ref) => studies.filter(({ leeRef }) => leeRef === ref))
          .map((found) => study(found, language, details)),
      })),
  );
}

/** Where all else that an outlook shows comes from: other reviews and single trials, the main review apart. */
export function otherSources({ options, maintenance }: Outlook, evidence: EvidenceDetails): SourceView[] {
  const { references, studies } = evidence;
  const main = references.find(({ role }) => role === 'parent review')?.id;
  const shown = options.flatMap(({ responses, relative, context, without }) => [
    ...responses.flatMap((row) => row.references),
    ...[...relative, ...context].map(({ reference }) => reference),
    ...without.map((row) => row.study),
  ]);
  const kept = maintenance ? [...maintenance.references, ...maintenance.context.map(({ reference }) => reference)] : [];
  return [...new Set([...shown, ...kept])]
    .filter((id) => id !== main)
    .map((id) => {
      const found = references.find((row) => row.id === id) ?? studies.find((row) => row.id === id)?.citation;
      return {
        name: source(id, evidence),
        title: found?.title ?? null,
        link: found?.doi ? `https://doi.org/${found.doi}` : studyLink(id, evidence, null),
      };
    });
}

/** "Bae JM et al. (2017)"; a record without authors is named by its journal or title, as a study is. */
function source(id: string, evidence: EvidenceDetails): string {
  const { authors, year } = evidence.references.find((row) => row.id === id) ?? {};
  return authors && year ? `${authors} (${year})` : studyName(id, evidence);
}

function study(row: StudyDetail, { t }: Language, details: Details): StudyView {
  const { leeRef, authors, year, country, citation, treatments, enrolled, completed, durationMonths } = row;
  const { title = null, journal, doi, pmid } = citation;
  const isCounted = enrolled !== null && completed !== null;
  const counts = isCounted ? [details.t('basis.study.completed', { completed, enrolled })] : [];
  return {
    number: leeRef,
    authors: `${authors} (${year})`,
    title,
    link: doi ? `https://doi.org/${doi}` : pmid ? `https://pubmed.ncbi.nlm.nih.gov/${pmid}/` : null,
    origin: [journal ?? '', country, ...treatments].filter((part) => part !== '').join('; '),
    facts: [t('months.same', { min: durationMonths }), ...counts].reduce((first, second) => t('semicolon', { first, second })),
  };
}
