import type { Issue, IssueValue, RowIssue, RowIssueCode } from './issue.js';

/** Plain English for the maintainer's console. What the element shows is worded in src/i18n. */

export type Sentence = (value: string, allowed: string, params: Record<string, IssueValue>) => string;

/** What can be wrong with rows of counts: all that a page can be told, and loads. */
export const ROW_SENTENCES: Record<RowIssueCode, Sentence> = {
  'missing-field': (_, allowed) => `is missing (expected ${allowed})`,
  'unknown-key': () => 'is not a field of this record',
  'wrong-type': (value, allowed) => `is ${value}, expected ${allowed}`,
  'not-whole': (value) => `is ${value}, expected a whole number`,
  'not-allowed': (value, allowed) => `is "${value}", allowed are ${allowed}`,
  'bad-format': (value, allowed) => `is "${value}", which does not have the form ${allowed}`,
  'too-small': (value, allowed) => `is ${value}, at least ${allowed} expected`,
  'too-big': (value, allowed) => `is ${value}, at most ${allowed} expected`,
  empty: () => 'is empty',
  'too-long': (_, allowed) => `is longer than ${allowed}`,
  unreadable: () => 'cannot be read',
  'too-many-rows': (value, allowed) => `has ${value} rows, only the first ${allowed} are read`,
  'too-many-issues': (value, allowed) => `has ${value} issues, only the first ${allowed} are told`,
  'events-exceed-total': (value, allowed) => `has ${value} events among ${allowed}`,
  'people-differ-from-patients': (value, allowed) => `is ${value}, but the total is ${allowed} patients`,
  'people-exceed-lesions': (value, allowed) => `is ${value} people for ${allowed} lesions`,
  'people-missing': () => 'is missing: lesions need the number of people they belong to',
  'reason-missing': () => 'is missing: a row that is not pooled says why',
  'reason-without-exclusion': (value) => `gives a reason ("${value}") although the row is pooled`,
  'unknown-site': (value, allowed) => `is "${value}"; a pooled row has one of ${allowed}`,
  'light-without-phototherapy': (value) => `is ${value} although the treatment is a cream alone`,
  'light-missing': () => 'is missing although the treatment includes light',
  'infants-not-children': (value) => `is "${value}" although the row is of children under two`,
  'place-missing': () => 'is missing: a number from a full text names its table or page',
  'duplicate-row': (value, _, { other }) => `repeats ${other === undefined ? `"${value}"` : `row ${other}`}`,
  'events-not-monotone': (value, _, { events, threshold, other }) =>
    `is ${value}, more than the ${events} at the lower threshold ${threshold} (row ${other})`,
};

const showPath = (path: Issue['path']) =>
  path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${key}`)).join('').replace(/^\./, '');

/** One line: where, what, and the code. */
export function formatBy(sentence: Sentence, { code, path, value, allowed = [], params = {} }: Issue): string {
  const words = sentence(value === undefined ? '' : String(value), allowed.join(', '), params);
  return `${showPath(path) || 'data'} ${words} [${code}]`;
}

export const formatRowIssue = (found: RowIssue): string => formatBy(ROW_SENTENCES[found.code], found);
