import * as z from 'zod/mini';
import { erratumId, slug, text, url } from './fields.js';
import {
  AGE_GROUPS,
  ERRATUM_STATUSES,
  ESTIMATE_KINDS,
  MAINTENANCE_STAGES,
  PHOTOTHERAPY_ACCESS,
  SEVERITIES,
  SITES,
} from './vocabulary.js';

/**
 * The numbers that the explanation of a record needs, by the name of their `{placeholder}` in src/i18n. Each stands
 * literally in the texts of the same record (`invariants/figures.ts`), so that a sentence on screen stays traceable.
 */
const figures = z.optional(z.record(text, z.union([z.number(), text])));

/** A misprint, contradiction or caution in a review, with the arithmetic that shows it. */
export const erratum = z.strictObject({
  id: erratumId,
  severity: z.enum(SEVERITIES),
  status: z.enum(ERRATUM_STATUSES),
  title: text,
  printed: text,
  arithmetic: z.array(text).check(z.minLength(1)),
  plausibleReading: text,
  confidence: text,
  show: text,
  /** Ids of the published estimates it touches; empty where it is about the review as a whole. */
  affects: z.array(slug),
  external: z.optional(
    z.nullable(z.strictObject({ outsideTheReview: z.literal(true), source: text, url, says: text })),
  ),
  where: z.array(text).check(z.minLength(1)),
  figures,
});
export type Erratum = z.infer<typeof erratum>;

const some = <T extends readonly [string, ...string[]]>(values: T) =>
  z.optional(z.array(z.enum(values)).check(z.minLength(1)));

/** Inputs for which a statement matters: every input named must have one of the values; `{}` is always. */
export const appliesTo = z.strictObject({
  ageGroup: some(AGE_GROUPS),
  site: some(SITES),
  phototherapy: some(PHOTOTHERAPY_ACCESS),
  maintenance: some(MAINTENANCE_STAGES),
  estimates: some(ESTIMATE_KINDS),
});
export type AppliesTo = z.infer<typeof appliesTo>;

/** A stratum or quantity that nobody pooled. */
export const notPublished = z.strictObject({
  id: z.string().check(z.regex(/^N\d{2}$/)),
  what: text,
  note: z.optional(text),
  appliesTo,
  figures,
});
export type NotPublished = z.infer<typeof notPublished>;

export const caution = z.strictObject({
  id: z.string().check(z.regex(/^C\d{1,2}$/)),
  caution: text,
  appliesTo,
  figures,
});
export type Caution = z.infer<typeof caution>;

export const errataFile = z.strictObject({
  errata: z.array(erratum),
  notPublished: z.array(notPublished),
  cautions: z.array(caution),
});
