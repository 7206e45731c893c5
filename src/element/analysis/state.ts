import type { OwnData } from '../../adapters/import/read-own-data.js';
import type { AgeGroup, Site } from '../../evidence/inputs.js';
import type { Threshold, Treatment } from '../../evidence/outlook.js';
import { NO_ROWS, type CheckedRows } from '../../evidence/pooling/checked-rows.js';
import { DEFAULT_METHOD, type Method } from '../../evidence/pooling/method.js';
import type { SetId } from '../../evidence/pooling/sensitivity-sets.js';

/** What is pooled: responses, side effects, or both arms of the same trials against each other. */
export const TOPICS = ['responses', 'harms', 'comparisons'] as const;
export type Topic = (typeof TOPICS)[number];

/** Parts of the panel that open and close; what is closed is neither computed nor drawn. */
export type PartId =
  | 'method' | 'left-out' | 'own' | 'export' | 'leave-one-out' | 'cumulative' | 'robustness' | 'funnel' | 'spread';

/** All that the panel is drawn from, besides the evidence; it changes by the functions below alone. */
export interface AnalysisState {
  readonly topic: Topic;
  readonly treatment: Treatment;
  readonly threshold: Threshold;
  /** Follow the element's questions. */
  readonly ageGroup: AgeGroup;
  readonly site: Site;
  /** Counts that the page gave. */
  readonly given: CheckedRows;
  readonly method: Method;
  readonly set: SetId;
  /** Ids of the studies that the reader left out of the analysis in view. */
  readonly without: readonly string[];
  /** Counts that the reader brought. They stay in the page, and with the panel. */
  readonly own: CheckedRows;
  readonly reading: Reading;
  readonly taken: Taken | null;
  readonly open: ReadonlySet<PartId>;
}

/** Where reading the reader's own counts stands. */
export type Reading =
  | { readonly kind: 'nothing' | 'cancelled' | 'removed' | 'failed' }
  | { readonly kind: 'reading'; readonly percent: number }
  | { readonly kind: 'read'; readonly source: string | null; readonly data: OwnData };

/** What became of an analysis that was copied; where a page does not allow it, its text is shown to copy by hand. */
export type Taken = { readonly kind: 'copied' } | { readonly kind: 'by-hand'; readonly text: string };

/** The largest pool: what shows most of how pooling goes. */
export const FIRST_STATE: AnalysisState = {
  topic: 'responses',
  treatment: 'tci',
  threshold: 'any',
  ageGroup: 'any',
  site: 'any',
  given: NO_ROWS,
  method: DEFAULT_METHOD,
  set: 'all',
  without: [],
  own: NO_ROWS,
  reading: { kind: 'nothing' },
  taken: null,
  open: new Set(),
};

type Question = Pick<AnalysisState, 'treatment' | 'threshold' | 'ageGroup' | 'site'>;

/** Studies that were left out of one question are not left out of another. */
export function asked(state: AnalysisState, question: Partial<Question>): AnalysisState {
  const names = Object.keys(question) as (keyof Question)[];
  return names.every((name) => state[name] === question[name]) ? state : { ...state, ...question, without: [] };
}

export const onTopic = (state: AnalysisState, topic: Topic): AnalysisState => ({ ...state, topic });

export const withMethod = (state: AnalysisState, method: Method): AnalysisState => ({ ...state, method });

export const withSet = (state: AnalysisState, set: SetId): AnalysisState => ({ ...state, set });

/** Whether the question is the same, and a click changed the answer to it. */
export function isFirstLook(before: AnalysisState, after: AnalysisState): boolean {
  const names = Object.keys(after) as (keyof AnalysisState)[];
  const isKept = (name: keyof AnalysisState) => name === 'method' || name === 'without' || after[name] === before[name];
  return after.topic === 'responses' && names.every(isKept);
}

export function toggled(state: AnalysisState, study: string): AnalysisState {
  const { without } = state;
  const isOut = without.includes(study);
  return { ...state, without: isOut ? without.filter((other) => other !== study) : [...without, study] };
}

/** Everyone back in. */
export const withEveryStudy = (state: AnalysisState): AnalysisState => ({ ...state, without: [] });

export const readingAt = (state: AnalysisState, percent: number): AnalysisState => ({
  ...state,
  reading: { kind: 'reading', percent },
});

/** Puts what was read in the place of what was read before; a text or file without a good row changes nothing. */
export function withOwnData(state: AnalysisState, data: OwnData, source: string | null): AnalysisState {
  const own = data.rows.length ? { ...state.own, rows: data.rows } : state.own;
  return { ...state, own, reading: { kind: 'read', source, data } };
}

export const readingEnded = (state: AnalysisState, kind: 'cancelled' | 'failed'): AnalysisState => ({
  ...state,
  reading: { kind },
});

export const withMode = (state: AnalysisState, mode: CheckedRows['mode']): AnalysisState => ({
  ...state,
  own: { ...state.own, mode },
});

export const withoutOwn = (state: AnalysisState): AnalysisState => ({
  ...state,
  own: NO_ROWS,
  reading: { kind: 'removed' },
});

export const withTaken = (state: AnalysisState, taken: Taken): AnalysisState => ({ ...state, taken });

export function opened(state: AnalysisState, part: PartId, isOpen: boolean): AnalysisState {
  if (state.open.has(part) === isOpen) return state;
  const open = new Set(state.open);
  if (isOpen) open.add(part);
  else open.delete(part);
  return { ...state, open };
}
