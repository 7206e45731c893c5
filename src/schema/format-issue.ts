import { formatBy, ROW_SENTENCES, type Sentence } from './format-row-issue.js';
import type { Issue, IssueCode } from './issue.js';

/** What can be wrong with the records of the evidence, beside rows of counts. */
const SENTENCES: Record<IssueCode, Sentence> = {
  ...ROW_SENTENCES,
  'duplicate-id': (value) => `uses the id "${value}" a second time`,
  'unknown-reference': (value) => `names reference ${value}, which no record has`,
  'unknown-study': (value) => `names the study "${value}", which no record has`,
  'unknown-erratum': (value) => `names erratum ${value}, which does not exist`,
  'unknown-record': (value) => `names the record "${value}", which does not exist`,
  'unknown-reference-list': (value) => `names the reference list "${value}", which does not exist`,
  'erratum-does-not-affect-record': (value) => `names ${value}, whose affects does not name this record`,
  'erratum-not-named-by-record': (value) => `names "${value}", whose issues do not name this erratum of severity A`,
  'severity-above-erratum': (value, allowed) => `is ${value}, graver than the erratum itself (${allowed})`,
  'half-an-interval': () => 'is missing although the other limit is given',
  'interval-reversed': (value, allowed) => `is ${value}, above the upper limit ${allowed}`,
  'interval-excludes-estimate': (_, __, { estimate, low, high }) => `leaves the estimate ${estimate} outside ${low} to ${high}`,
  'interval-not-symmetric': (_, __, { estimate, low, high }) =>
    `has ${estimate} off the middle of ${low} to ${high}, and no erratum for it`,
  'reading-without-erratum': () => 'reads a record differently without an erratum',
  'candidate-outside-range': (value, allowed) => `has the candidate ${value} for the range ${allowed}`,
  'figure-not-in-record': (value) => `is ${value}, which stands in no text of the record`,
  'not-in-printed-text': (value, allowed) => `is ${value}, which does not stand in the printed "${allowed}"`,
  'estimates-not-monotone': (value, allowed) => `is ${value}, above ${allowed} at the lower threshold`,
  'limits-not-monotone': (value, allowed) => `is ${value}, above ${allowed} at the lower threshold, and no erratum for it`,
  'participants-exceed-table-row': (value, allowed) => `is ${value}, more than the ${allowed} of the table row`,
  'studies-differ-from-references': (value, allowed) => `lists ${value} references for ${allowed} studies`,
  'references-differ-from-printed': (value, allowed) => `is ${value}, printed "${allowed}"`,
  'differs-from-reference-list': (_, __, { studies, participants }) =>
    `has ${studies} studies and ${participants} participants, which no reference list has with the same references`,
  'cited-in-differs': (_, __, { list, leeRef }) => `and the reference list "${list}" disagree about reference ${leeRef}`,
  'percent-differs-from-counts': (value, _, { events, total }) => `is ${value}, but ${events} of ${total} is not`,
  'consistent-flag-wrong': (value, allowed) => `is ${value}, but the errata of the record make it ${allowed}`,
  'treatment-months-differ': (value, allowed) => `is ${value}, the cited studies give ${allowed}`,
  'completed-exceed-enrolled': (value, allowed) => `is ${value} of ${allowed} enrolled`,
  'lesions-without-people': (value, allowed) =>
    `is "${value}": events are pooled by person (${allowed}); such a row is shown, not pooled`,
  'differs-from-study': (value, allowed) => `is ${value}, the study has ${allowed}`,
  'counts-or-percent-missing': () => 'has neither events and total nor a percentage',
  'differs-from-counts': (_, __, { study, threshold, events, total }) =>
    `has ${events} of ${total} at ${threshold}, which no comparator row of ${study} has`,
  'differs-from-published': (value, allowed, params) =>
    `is ${value || Object.values(params).join(', ')}, published: ${allowed || 'no such record'}`,
  'arm-missing': (_, __, { analysis, treatment, found }) => `has ${found} arms "${treatment}" for ${analysis}, expected 1`,
  'source-missing': (value) => `gives no address, DOI or number by which "${value}" can be found`,
  'year-after-release': (value, allowed) => `is ${value}, after the release of ${allowed}`,
  'date-after-release': (value, allowed) => `is ${value}, after the release of ${allowed}`,
  'review-before-release': (value, allowed) => `is ${value}, not after the release date ${allowed}`,
  'version-year-differs': (value, allowed) => `is ${value}, but the release date is in ${allowed}`,
};

/** One line: where, what, and the code. */
export const formatIssue = (found: Issue): string => formatBy(SENTENCES[found.code], found);
