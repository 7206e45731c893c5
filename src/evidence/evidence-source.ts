import type { AdverseEventRow, Candidate, CountRow } from '../schema/index.js';
import type { EvidenceCore } from './core.js';
import type { EvidenceDetails } from './details.js';

/** The literature's counts of single studies, and what was seen but is not safe enough to count. */
export interface StudyCounts {
  readonly repigmentation: readonly CountRow[];
  readonly adverseEvents: readonly AdverseEventRow[];
  readonly candidates: readonly Candidate[];
}

/** Where an element takes its evidence from: the core at once, the rest when a reader asks for it. */
export interface EvidenceSource {
  readonly core: EvidenceCore;
  details(): Promise<EvidenceDetails>;
  /** For live pooling. */
  counts(): Promise<StudyCounts>;
}
