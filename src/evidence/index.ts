/** Answers without the element, and what a page with data of its own makes its evidence from. */
export { answer, SCHEMA_VERSION } from './answer.js';
export { buildCore } from './build-core.js';
export type { EvidenceCore } from './core.js';
export { buildDetails, type EvidenceDetails } from './details.js';
export type { EvidenceSource } from './evidence-source.js';
export { ESTIMATES, INPUT_NAMES, INPUTS } from './inputs.js';
export type * from './inputs.js';
export type * from './outlook.js';
