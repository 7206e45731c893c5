import * as z from 'zod/mini';
import { countShape } from './counts.js';

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
export type ParsedCountRow = z.infer<typeof countRowInput>;
