import type { CountRow } from '../schema/index.js';
import type { EvidenceCore } from './core.js';
import type { EvidenceDetails } from './details.js';

/** Where an element takes its evidence from: the core at once, the rest when a reader asks for it. */
export interface EvidenceSource {
  readonly core: EvidenceCore;
  details(): Promise<EvidenceDetails>;
  /** The literature's study counts, for live pooling. */
  counts(): Promise<readonly CountRow[]>;
}
