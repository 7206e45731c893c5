import { bundledEvidence } from './bundled-evidence.js';
import { VitiligoOutlook } from './element/vitiligo-outlook.js';

VitiligoOutlook.evidence = bundledEvidence;

let defined = false;

/**
 * Registers the element, by another name if the page wants one. Does nothing where the name is taken, so that two
 * copies on a page do not throw.
 */
export function define(tag = 'vitiligo-outlook'): void {
  if (customElements.get(tag)) return;
  // A constructor can have one name; a second name takes a class of its own.
  customElements.define(tag, defined ? class extends VitiligoOutlook {} : VitiligoOutlook);
  defined = true;
}


export { VitiligoOutlook };
export { EvidenceErrorEvent, InputErrorEvent, OutlookChangeEvent } from './element/events.js';
export type { EvidenceSource } from './evidence/evidence-source.js';
export type * from './evidence/inputs.js';
export type * from './evidence/outlook.js';
