import { bundledEvidence } from './bundled-evidence.js';
import { vouchFor } from './element/core-gate.js';
import { VitiligoOutlook } from './element/vitiligo-outlook.js';
import { VERSION } from './version.js';

VitiligoOutlook.evidence = bundledEvidence;
vouchFor(bundledEvidence.core);
VitiligoOutlook.version = VERSION;

let defined = false;

/**
 * Registers the element, by another name if the page wants one. Does nothing where the name is taken, so that two
 * copies on a page do not throw.
 */
export function define(tag = 'vitiligo-outlook'): void {
  if (customElements.get(tag)) return void import('./report-duplicate.js').then((late) => late.reportDuplicate(tag));
  // A constructor can have one name; a second name takes a class of its own.
  customElements.define(tag, defined ? class extends VitiligoOutlook {} : VitiligoOutlook);
  defined = true;
}

export { VERSION, VitiligoOutlook };
export { EvidenceErrorEvent, InputErrorEvent, OutlookChangeEvent } from './element/events.js';
export { loadLanguage } from './i18n/languages.js';
export type { HostStudies } from './adapters/import/host-pools.js';
export type { EvidenceSource } from './evidence/evidence-source.js';
export type * from './evidence/inputs.js';
export type * from './evidence/outlook.js';
export type { Language } from './i18n/translate.js';
export type { Method } from './evidence/pooling/method.js';
export type { Issue } from './schema/issue.js';
