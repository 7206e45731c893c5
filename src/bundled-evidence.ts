import core from '../data/core.json';
import type { EvidenceCore } from './evidence/core.js';
import type { EvidenceDetails } from './evidence/details.js';
import type { EvidenceSource } from './evidence/evidence-source.js';

/** The evidence that ships: the core at once, explanations and studies when asked for. */
export const bundledEvidence: EvidenceSource = {
  core: core as unknown as EvidenceCore,
  counts: async () => (await import('./bundled-counts.js')).bundledCounts,
  details: async () => (await import('../data/details.json')).default as unknown as EvidenceDetails,
};
