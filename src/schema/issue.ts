/** Shape of the data: what the schemas find. */
export type ShapeCode =
  | 'missing-field'
  | 'unknown-key'
  | 'wrong-type'
  | 'not-whole'
  | 'not-allowed'
  | 'bad-format'
  | 'too-small'
  | 'too-big'
  | 'empty'
  | 'too-long'
  | 'unreadable'
  | 'too-many-rows'
  | 'too-many-issues';

/** A single row of counts that cannot be. */
export type RowCode =
  | 'events-exceed-total'
  | 'people-differ-from-patients'
  | 'people-exceed-lesions'
  | 'people-missing'
  | 'reason-missing'
  | 'reason-without-exclusion'
  | 'unknown-site'
  | 'light-without-phototherapy'
  | 'light-missing'
  | 'infants-not-children'
  | 'place-missing'
  | 'duplicate-row'
  | 'events-not-monotone';

/** Records that contradict themselves or each other. */
export type RecordCode =
  | 'duplicate-id'
  | 'unknown-reference'
  | 'unknown-study'
  | 'unknown-erratum'
  | 'unknown-record'
  | 'unknown-reference-list'
  | 'erratum-does-not-affect-record'
  | 'erratum-not-named-by-record'
  | 'severity-above-erratum'
  | 'half-an-interval'
  | 'interval-reversed'
  | 'interval-excludes-estimate'
  | 'interval-not-symmetric'
  | 'reading-without-erratum'
  | 'candidate-outside-range'
  | 'not-in-printed-text'
  | 'figure-not-in-record'
  | 'estimates-not-monotone'
  | 'limits-not-monotone'
  | 'participants-exceed-table-row'
  | 'studies-differ-from-references'
  | 'references-differ-from-printed'
  | 'differs-from-reference-list'
  | 'cited-in-differs'
  | 'percent-differs-from-counts'
  | 'consistent-flag-wrong'
  | 'treatment-months-differ'
  | 'completed-exceed-enrolled'
  | 'lesions-without-people'
  | 'differs-from-study'
  | 'counts-or-percent-missing'
  | 'differs-from-counts'
  | 'differs-from-published'
  | 'arm-missing'
  | 'source-missing'
  | 'year-after-release'
  | 'date-after-release'
  | 'review-before-release'
  | 'version-year-differs';

export type IssueCode = RowIssueCode | RecordCode;
/** What can be wrong with rows of counts as somebody gives them. */
export type RowIssueCode = ShapeCode | RowCode;
export type IssueValue = string | number | boolean | null;

/** What is wrong with data: a code and a place. The words for a reader stand elsewhere (format-issue.ts, src/i18n). */
export interface Issue<Code extends IssueCode = IssueCode> {
  code: Code;
  /** From the top of the data that was given. */
  path: (string | number)[];
  /** What stood there, as JSON can carry it: objects by kind, long text cut. */
  value?: IssueValue;
  /** Values, or the limit, that would have been right. */
  allowed?: IssueValue[];
  /** The other numbers and names of the sentence. */
  params?: Record<string, IssueValue>;
}

export type RowIssue = Issue<RowIssueCode>;

type Details = Pick<Issue, 'value' | 'allowed' | 'params'>;

export function issue<Code extends IssueCode>(code: Code, path: Issue['path'], details: Details = {}): Issue<Code> {
  return { code, path, ...details };
}
