/** Answers without the element, and what a page with data of its own makes its evidence from. */
export { answer, SCHEMA_VERSION } from './answer.js';
export { buildCore } from './build-core.js';
export { checkCore } from './check-core.js';
export { compareEvidence, type NumberChange, type RecordChange } from './compare-evidence.js';
export type { EvidenceCore, PooledStratum } from './core.js';
export { buildDetails, type DataChange, type EvidenceDetails } from './details.js';
export type { EvidenceSource } from './evidence-source.js';
export { ESTIMATES, INPUT_NAMES, INPUTS } from './inputs.js';
export type * from './inputs.js';
export type * from './outlook.js';
export type { Method } from './pooling/method.js';
export { poolAll } from './pooling/pool-all.js';
export { readMethod } from './pooling/read-method.js';
export { sourceOf } from './source-of.js';
