import * as z from 'zod/mini';
import { citation } from './citation.js';
import { count, leeRef, months, positiveCount, slug, text, url, year } from './fields.js';
import {
  ADVERSE_EVENTS,
  COMPARATORS,
  COUNT_ORIGINS,
  DESIGN_TOKENS,
  LIGHTS,
  POPULATIONS,
  SINGLE_SITES,
  SOURCE_LEVELS,
  THRESHOLDS,
  TREATMENTS,
  UNITS,
} from './vocabulary.js';

/** What repigmentation and adverse-event rows share: which study, which arm, and where the number was read. */
export const armShape = {
  study: text,
  leeRef: z.nullable(leeRef),
  year: z.nullable(year),
  population: z.enum(POPULATIONS),
  design: z.nullable(z.array(z.enum(DESIGN_TOKENS))),
  arm: text,
  treatment: z.enum(TREATMENTS),
  agent: z.nullable(text),
  phototherapy: z.nullable(z.enum(LIGHTS)),
  durationMonths: z.nullable(months),
  comparator: z.nullable(z.enum(COMPARATORS)),
  /** Arms of the study share people. */
  withinPatient: z.boolean(),
  /** Children under two, below the age of the product labels. */
  under2Years: z.boolean(),
  unit: z.enum(UNITS),
  events: count,
  total: positiveCount,
  pool: z.boolean(),
  notPooledBecause: z.nullable(text),
  sourceLevel: z.enum(SOURCE_LEVELS),
  url: z.nullable(url),
  note: z.nullable(text),
};

export const countShape = {
  ...armShape,
  threshold: z.literal([...THRESHOLDS]),
  /** A `DATA_SITES` word where the row is pooled; the paper's own grouping where it is not. */
  site: text,
  /** People behind the total: the total itself for patients, at most the total for lesions. */
  people: positiveCount,
  /** Sites the row counts for beside its own, because everyone in the trial had that site treated. */
  alsoSites: z.array(z.enum(SINGLE_SITES)),
  count: z.enum(COUNT_ORIGINS),
  /** How the count was read or derived. */
  basis: text,
  /** Table or page of the source; required for a full text. */
  place: z.optional(text),
  /** The source contradicts itself or the review; the note, or the reason why the row is not pooled, says how. */
  conflict: z.optional(z.literal(true)),
  /** How many independent readings agree. */
  extractions: positiveCount,
};

/** Responders of one arm at one threshold: `events` of `total` reached it. */
export const countRow = z.strictObject(countShape);
export type CountRow = z.infer<typeof countRow>;

export const adverseEventRow = z.strictObject({
  ...armShape,
  event: z.enum(ADVERSE_EVENTS),
  printedTerm: text,
  basis: z.nullable(text),
});
export type AdverseEventRow = z.infer<typeof adverseEventRow>;

/** A study outside the review's table. */
export const otherStudy = z.strictObject({
  id: slug,
  citation,
  /** Appeared after the review's search. */
  afterReview: z.boolean(),
  note: z.nullable(text),
});
export type OtherStudy = z.infer<typeof otherStudy>;

/** A number seen that is not safe enough to use, and why. */
export const candidate = z.strictObject({
  study: slug,
  armId: z.optional(text),
  treatment: z.enum(TREATMENTS),
  threshold: z.nullable(z.literal([...THRESHOLDS])),
  site: text,
  unit: z.enum(UNITS),
  printed: text,
  events: z.nullable(count),
  total: z.nullable(positiveCount),
  reasonNotRecorded: text,
  source: z.enum(SOURCE_LEVELS),
});
export type Candidate = z.infer<typeof candidate>;

export const countsFile = z.strictObject({
  about: text,
  repigmentation: z.array(countRow),
  adverseEvents: z.array(adverseEventRow),
  otherStudies: z.array(otherStudy),
  candidates: z.array(candidate),
});
export type CountsFile = z.infer<typeof countsFile>;
