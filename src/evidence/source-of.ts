import type { Evidence } from '../schema/index.js';
import { buildCore } from './build-core.js';
import { buildDetails } from './details.js';
import type { EvidenceSource } from './evidence-source.js';

/**
 * Evidence that a host loaded (`loadEvidence`), in the form that elements answer from: set it as
 * `VitiligoOutlook.evidence` before the first element is in the page.
 */
export function sourceOf(evidence: Evidence): EvidenceSource {
  const { repigmentation, adverseEvents, candidates } = evidence;
  return {
    core: buildCore(evidence),
    counts: () => Promise.resolve({ repigmentation, adverseEvents, candidates }),
    details: () => Promise.resolve(buildDetails(evidence)),
  };
}
