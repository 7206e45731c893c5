import { issue, type Issue } from '../issue.js';
import { at, forEachRecord, type Checker } from './checker.js';

/** Every record can be found: a study by address, DOI, PubMed number or the review's own reference list. */

interface Citable {
  doi?: string | undefined;
  pmid?: string | undefined;
}

const isFindable = (places: readonly unknown[]) => places.some((place) => place !== undefined);

export const rowsHaveSources: Checker = ({ studies, otherStudies, repigmentation, adverseEvents }) => {
  const citations = new Map<string, Citable>([...studies, ...otherStudies].map(({ id, citation }) => [id, citation]));
  const check = (row: { study: string; leeRef: number | null; url: string | null }) => {
    const { doi, pmid } = citations.get(row.study) ?? {};
    const places = [row.url ?? undefined, row.leeRef ?? undefined, doi, pmid];
    return isFindable(places) ? [] : [issue('source-missing', ['url'], { value: row.study })];
  };
  return [
    ...forEachRecord('repigmentation', repigmentation, check),
    ...forEachRecord('adverseEvents', adverseEvents, check),
  ];
};

/** Address, DOI, PubMed or PMC number, or the journal or conference it appeared in. */
export const referencesHaveSources: Checker = ({ references }) =>
  forEachRecord('references', references, ({ id, url, doi, pmid, pmcid, journal }) =>
    isFindable([url, doi, pmid, pmcid, journal]) ? [] : [issue('source-missing', [], { value: id })],
  );

const lateYear = (year: number | null | undefined, path: Issue['path'], release: number) =>
  typeof year === 'number' && year > release
    ? [issue('year-after-release', path, { value: year, allowed: [release] })]
    : [];

export const yearsNotAfterRelease: Checker = (evidence) => {
  const release = Number(evidence.date.slice(0, 4));
  const check = ({ year }: { year?: number | null | undefined }) => lateYear(year, ['year'], release);
  const cited = ({ citation }: { citation: { year?: number | undefined } }) => at(['citation'], check(citation));
  return [
    ...forEachRecord('studies', evidence.studies, (study) => [...check(study), ...cited(study)]),
    ...forEachRecord('otherStudies', evidence.otherStudies, cited),
    ...forEachRecord('repigmentation', evidence.repigmentation, check),
    ...forEachRecord('adverseEvents', evidence.adverseEvents, check),
    ...forEachRecord('mechanisms', evidence.mechanisms, check),
    ...forEachRecord('references', evidence.references, check),
  ];
};

/** ISO dates compare as text. */
export const datesInOrder: Checker = ({ date, reviewBy, version, references }) => {
  const read = forEachRecord('references', references, (reference) =>
    (['searchedTo', 'readUpTo'] as const).flatMap((field) => {
      const value = reference[field];
      return value !== undefined && value > date ? [issue('date-after-release', [field], { value, allowed: [date] })] : [];
    }),
  );
  const isOverdue = reviewBy <= date ? [issue('review-before-release', ['reviewBy'], { value: reviewBy, allowed: [date] })] : [];
  const year = date.slice(0, 4);
  const isOtherYear = version.startsWith(`${year}.`)
    ? []
    : [issue('version-year-differs', ['version'], { value: version, allowed: [year] })];
  return [...isOverdue, ...isOtherYear, ...read];
};
