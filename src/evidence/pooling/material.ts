import type { AdverseEventRow, Candidate, CountRow } from '../../schema/index.js';
import type { EvidenceCore } from '../core.js';
import type { EvidenceDetails, StudyDetail } from '../details.js';
import type { EvidenceSource } from '../evidence-source.js';

/** All that live pooling works on: counts of the literature, a reader's own, and what is known of the studies. */
export interface PoolMaterial {
  readonly literature: readonly CountRow[];
  /** Counts that the page or its reader added; marked wherever they are shown. */
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
  return { literature, own, adverseEvents, candidates, core: source.core, details };
}

export function allRows({ literature, own }: Pick<PoolMaterial, 'literature' | 'own'>): readonly CountRow[] {
  return own.length ? [...literature, ...own] : literature;
}

/** The review's row of a study: by its reference number where a count has one, else by its id. */
export function studyOf(
  { study, leeRef }: Pick<CountRow, 'study' | 'leeRef'>,
  { studies }: Pick<EvidenceDetails, 'studies'>,
): StudyDetail | undefined {
  return studies.find(({ id }) => id === study) ?? studies.find((row) => row.leeRef === leeRef);
}
