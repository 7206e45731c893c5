import type { EvidenceCore } from './core.js';
import type { InputName, Inputs } from './inputs.js';
import type { MaintenanceOutlook } from './outlook.js';

/** The one maintenance trial, in adults and at any site; asked for only once the skin has repigmented. */
export function maintenanceOutlook(core: EvidenceCore, inputs: Inputs): MaintenanceOutlook | null {
  const { ageGroup, site } = inputs;
  if (inputs.maintenance !== 'repigmented') return null;
  const unmatched: InputName[] = [];
  if (ageGroup === 'child' || ageGroup === null) unmatched.push('ageGroup');
  if (site !== 'any') unmatched.push('site');
  if (ageGroup === null || site === null) {
    return { match: 'none', unmatched, reason: 'input-not-understood', ...core.maintenance, arms: [], comparison: [] };
  }
  // The adults' figures stay readable for a child: they are the only ones there are.
  if (ageGroup === 'child') return { match: 'none', unmatched, reason: 'adults-only', ...core.maintenance };
  return { match: unmatched.length ? 'partial' : 'exact', unmatched, reason: null, ...core.maintenance };
}
