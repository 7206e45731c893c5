import * as z from 'zod/mini';
import { count, erratumId, leeRef, months, percent, positiveCount, ratio, slug, text } from './fields.js';
import {
  DATA_SITES,
  ISSUE_FIELDS,
  MEASURES,
  PUBLISHED_AGE_GROUPS,
  PUBLISHED_OUTCOMES,
  PUBLISHED_THRESHOLDS,
  PUBLISHED_TREATMENTS,
  SEVERITIES,
} from './vocabulary.js';

/** A row of the review's table of results: the union of its three thresholds, so an upper limit for each. */
const table3Row = z.strictObject({
  studies: positiveCount,
  participants: positiveCount,
  refs: z.array(leeRef),
  refsPrinted: text,
});

/** What the record probably should read; stands beside the printed value, never instead of it. */
const likelyReading = z.strictObject({
  ciLowPct: z.optional(percent),
  ciHighPct: z.optional(percent),
  studies: z.optional(positiveCount),
  participants: z.optional(z.nullable(positiveCount)),
  participantsRange: z.optional(z.tuple([positiveCount, positiveCount])),
  participantsCandidate: z.optional(positiveCount),
  refs: z.optional(z.array(leeRef)),
  unit: z.optional(text),
  count: z.optional(count),
  denominator: z.optional(positiveCount),
  basis: text,
  confidence: text,
});

/** One result as printed in a review. Percentages 0 to 100, durations in months. */
export const publishedEstimate = z.strictObject({
  id: slug,
  treatment: z.enum(PUBLISHED_TREATMENTS),
  stratum: z.strictObject({ ageGroup: z.enum(PUBLISHED_AGE_GROUPS), site: z.enum(DATA_SITES) }),
  outcome: z.enum(PUBLISHED_OUTCOMES),
  measure: z.enum(MEASURES),
  threshold: z.nullable(z.enum(PUBLISHED_THRESHOLDS)),
  estimatePct: z.nullable(percent),
  ciLowPct: z.nullable(percent),
  ciHighPct: z.nullable(percent),
  count: z.optional(count),
  denominator: z.optional(positiveCount),
  ratio: z.optional(z.strictObject({ value: ratio, ciLow: ratio, ciHigh: ratio })),
  comparator: z.optional(text),
  studies: z.nullable(positiveCount),
  participants: z.nullable(positiveCount),
  refs: z.array(leeRef),
  denominatorScope: text,
  table3Row: z.nullable(table3Row),
  unit: text,
  unitNote: z.nullable(text),
  durationMonths: z.nullable(months),
  durationNote: z.nullable(text),
  asPrinted: text,
  /** False where an erratum of severity A says that the record cannot be right as printed. */
  consistent: z.boolean(),
  reviewTotals: z.optional(z.strictObject({ studies: positiveCount, participants: positiveCount })),
  printedIn: z.array(text).check(z.minLength(1)),
  /** Treatment time of the cited studies in the review's own table of studies, each reference once. */
  treatmentMonthsInTable2: z.nullable(
    z.strictObject({ median: months, min: months, max: months, studies: positiveCount }),
  ),
  issues: z.array(
    z.strictObject({ field: z.enum(ISSUE_FIELDS), erratum: erratumId, severity: z.enum(SEVERITIES) }),
  ),
  likelyReading: z.nullable(likelyReading),
});
export type PublishedEstimate = z.infer<typeof publishedEstimate>;
export type LikelyReading = z.infer<typeof likelyReading>;

export const publishedEstimatesFile = z.strictObject({ sources: text, estimates: z.array(publishedEstimate) });
