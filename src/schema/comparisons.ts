import * as z from 'zod/mini';
import { count, months, percent, positiveCount, ratio, slug, text } from './fields.js';
import { DATA_SITES } from './vocabulary.js';

const comparison = z.strictObject({
  id: slug,
  treatment: text,
  comparator: text,
  outcome: text,
  measure: z.enum(['risk ratio', 'odds ratio']),
  estimate: ratio,
  low: ratio,
  high: ratio,
  trials: z.nullable(positiveCount),
  participants: z.nullable(positiveCount),
  model: text,
  reference: slug,
  reading: z.optional(text),
});

const phototherapyRow = z.strictObject({
  threshold: z.literal([25, 50, 75]),
  months,
  pct: percent,
  participants: z.nullable(positiveCount),
  studies: positiveCount,
  quotedInReview: z.boolean(),
  reference: slug,
});

const otherReview = z.strictObject({
  id: slug,
  comparison: text,
  site: z.optional(z.enum(DATA_SITES)),
  outcome: text,
  finding: z.optional(text),
  measure: z.optional(z.enum(['risk ratio', 'odds ratio'])),
  estimate: z.optional(ratio),
  low: z.optional(ratio),
  high: z.optional(ratio),
  trials: z.optional(positiveCount),
  participants: z.optional(positiveCount),
  lesions: z.optional(positiveCount),
  reference: slug,
});

/** Counts, or a percentage alone where the arm's size is not printed. */
const comparatorContextRow = z.strictObject({
  study: slug,
  site: z.enum(DATA_SITES),
  group: text,
  threshold: z.literal(['any', 25, 50, 75]),
  events: z.optional(count),
  total: z.optional(positiveCount),
  pct: z.optional(percent),
  note: z.optional(text),
});

/** Ratios and single figures that stand beside the estimates; nothing here is pooled or subtracted. */
export const comparisons = z.strictObject({
  about: text,
  comparisons: z.array(comparison),
  phototherapyAlone: z.strictObject({
    about: text,
    rows: z.array(phototherapyRow),
    /** At least 75 % at 6 months, per cent, by site. */
    bySiteAtSixMonthsThreshold75: z.strictObject({
      'face-neck': percent,
      trunk: percent,
      extremities: percent,
      'hands-feet': percent,
      reference: slug,
    }),
  }),
  otherReviews: z.array(otherReview),
  comparatorContext: z.strictObject({ about: text, rows: z.array(comparatorContextRow) }),
});
export type Comparisons = z.infer<typeof comparisons>;
