import * as z from 'zod/mini';
import { count, erratumId, percent, positiveCount, probability, ratio, slug, text } from './fields.js';
import { MAINTENANCE_ANALYSES, POPULATIONS } from './vocabulary.js';

const arm = z.strictObject({
  treatment: text,
  analysis: z.enum(MAINTENANCE_ANALYSES),
  events: count,
  total: positiveCount,
  printedPct: percent,
  people: z.nullable(positiveCount),
});

const comparison = z.strictObject({
  analysis: z.enum(MAINTENANCE_ANALYSES),
  measure: text,
  oddsRatio: z.optional(ratio),
  low: z.optional(ratio),
  high: z.optional(ratio),
  p: probability,
  printedAsAdjusted: z.optional(z.boolean()),
  note: z.optional(text),
});

const singleFigure = z.strictObject({ statement: text, pct: percent, reference: slug });

/** The one maintenance trial: loss of pigment after repigmentation, in lesions. */
export const maintenance = z.strictObject({
  about: text,
  weeks: positiveCount,
  population: z.enum(POPULATIONS),
  outcome: text,
  unit: z.literal('lesions'),
  arms: z.array(arm).check(z.minLength(2)),
  comparisons: z.array(comparison),
  relapseWithoutMaintenance: singleFigure,
  asPrintedInTheReview: z.strictObject({
    tacrolimusPct: percent,
    placeboPct: percent,
    unit: text,
    n: z.strictObject({ tacrolimus: positiveCount, placebo: positiveCount }),
    erratum: erratumId,
  }),
  references: z.array(slug).check(z.minLength(1)),
  intervalRule: text,
  direction: text,
  studied: z.strictObject({ population: z.enum(POPULATIONS), type: text }),
  afterStopping: singleFigure,
  errata: z.array(erratumId),
});
export type Maintenance = z.infer<typeof maintenance>;
