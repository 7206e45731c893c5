import type { AdverseEventRow, Candidate, CountRow } from '../../schema/index.js';
import type { EvidenceCore } from '../core.js';
import type { EvidenceDetails, StudyDetail } from '../details.js';
import type { EvidenceSource } from '../evidence-source.js';

/** Where counts come from: what is not the literature's is marked wherever it is shown. */
export type Origin = 'literature' | 'page' | 'reader';

/** All that live pooling works on: counts of the literature and others, and what is known of the studies. */
export interface PoolMaterial {
  readonly literature: readonly CountRow[];
  /** Counts that the page gave. */
  readonly given: readonly CountRow[];
  /** Counts that its reader added. */
  readonly own: readonly CountRow[];
  readonly adverseEvents: readonly AdverseEventRow[];
  readonly candidates: readonly Candidate[];
  readonly core: EvidenceCore;
  readonly details: EvidenceDetails;
}

/** Loads what an evidence source has for pooling; `replace` leaves the literature's counts out. */
export async function loadPoolMaterial(
  source: EvidenceSource,
  own: readonly CountRow[] = [],
  mode: 'add' | 'replace' = 'add',
): Promise<PoolMaterial> {
  const [counts, details] = await Promise.all([source.counts(), source.details()]);
  const { adverseEvents, candidates } = counts;
  const literature = mode === 'replace' ? [] : counts.repigmentation;
  return { literature, given: [], own, adverseEvents, candidates, core: source.core, details };
}

type Rows = Pick<PoolMaterial, 'literature' | 'given' | 'own'>;

export function allRows({ literature, given, own }: Rows): readonly CountRow[] {
  return given.length + own.length ? literature.concat(given, own) : literature;
}

/** Tells where arms of this material come from: of several, the one that was added last decides. */
export function originsOf({ literature, given }: Rows): (arms: readonly CountRow[]) => Origin {
  const [known, ofPage] = [new Set(literature), new Set(given)];
  return (arms) => {
    const added = arms.filter((arm) => !known.has(arm));
    return added.length === 0 ? 'literature' : added.every((arm) => ofPage.has(arm)) ? 'page' : 'reader';
  };
}

/** The review's row of a study: by its reference number where a count has one, else by its id. */
export function studyOf(
  { study, leeRef }: Pick<CountRow, 'study' | 'leeRef'>,
  { studies }: Pick<EvidenceDetails, 'studies'>,
): StudyDetail | undefined {
  return studies.find(({ id }) => id === study) ?? studies.find((row) => row.leeRef === leeRef);
}
