import * as z from 'zod/mini';
import { count, isoDate, positiveCount, slug, text, year } from './fields.js';

const statement = z.strictObject({ statement: text, reference: slug });

const label = z.strictObject({
  agent: text,
  /** Strengths by age range; an empty list is "not labelled at that age". */
  strengths: z.record(z.string(), z.array(text)),
  indication: text,
  boxedWarning: z.strictObject({ since: year, content: z.array(text).check(z.minLength(1)) }),
  reference: slug,
  ultraviolet: z.strictObject({ content: z.array(text).check(z.minLength(1)), reference: slug }),
  precautions: z.array(text),
  precautionsReference: slug,
});

/** Harms beside the pooled rates: labels, warnings, what patients call worthwhile, treatments not compared. */
export const safety = z.strictObject({
  about: text,
  pooledReview: z.strictObject({
    studiesReportingEvents: positiveCount,
    studiesWithCounts: positiveCount,
    patients: positiveCount,
    events: z.strictObject({ burning: count, pruritus: count, erythema: count }),
    course: text,
    rare: z.array(text),
    discontinuations: text,
    reference: slug,
    note: text,
    denominator: text,
  }),
  labels: z.array(label).check(z.minLength(1)),
  offLabel: statement,
  cancerRisk: statement,
  whatPatientsCallWorthwhile: z.array(statement),
  otherTreatments: z.strictObject({
    about: text,
    searchEnd: isoDate,
    facts: z.array(statement),
    alsoNotCompared: z.array(text),
  }),
});
export type Safety = z.infer<typeof safety>;
