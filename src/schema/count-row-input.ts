import * as z from 'zod/mini';
import { countShape, type CountRow } from './counts.js';
import { issue, type Issue } from './issue.js';

/**
 * A row as a host gives it: study, treatment, threshold, events and total are required, the rest has a default.
 * `arm` is by default the treatment, `people` the total (required for lesions: how many people they belong to).
 */
export const countRowInput = z.strictObject({
  ...countShape,
  leeRef: z._default(countShape.leeRef, null),
  year: z._default(countShape.year, null),
  population: z._default(countShape.population, 'not reported'),
  design: z._default(countShape.design, null),
  arm: z.optional(countShape.arm),
  agent: z._default(countShape.agent, null),
  phototherapy: z.optional(countShape.phototherapy),
  durationMonths: z._default(countShape.durationMonths, null),
  comparator: z._default(countShape.comparator, null),
  withinPatient: z._default(countShape.withinPatient, false),
  under2Years: z._default(countShape.under2Years, false),
  site: z._default(countShape.site, 'all'),
  unit: z._default(countShape.unit, 'patients'),
  people: z.optional(countShape.people),
  alsoSites: z._default(countShape.alsoSites, () => []),
  count: z._default(countShape.count, 'stated'),
  basis: z._default(countShape.basis, 'as given'),
  sourceLevel: z._default(countShape.sourceLevel, 'own-data'),
  url: z._default(countShape.url, null),
  extractions: z._default(countShape.extractions, 1),
  pool: z._default(countShape.pool, true),
  notPooledBecause: z._default(countShape.notPooledBecause, null),
  note: z._default(countShape.note, null),
});
export type CountRowInput = z.input<typeof countRowInput>;

/** Fills in what depends on other fields; lesions without people have no default. */
export function completeRow(input: z.infer<typeof countRowInput>): CountRow | Issue {
  const { arm, people, phototherapy, ...rest } = input;
  if (people === undefined && input.unit === 'lesions') return issue('people-missing', ['people']);
  const hasLight = input.treatment === 'tci-phototherapy' || input.treatment === 'phototherapy';
  return {
    ...rest,
    // Minus nought passes as a count and would be shown with its sign.
    events: input.events + 0,
    arm: arm ?? input.treatment,
    people: people ?? input.total,
    phototherapy: phototherapy ?? (hasLight ? 'other' : null),
  };
}
