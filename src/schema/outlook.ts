import * as z from 'zod/mini';
import { count, isoDate, percent, positiveCount, probability, ratio, slug } from './fields.js';

// The outlook, the element's public answer, as `src/evidence/outlook.ts` types it: for the JSON Schema that ships, and
// for tests. Nothing that a page loads needs it. A test holds the two together.

const inputName = z.enum(['ageGroup', 'site', 'phototherapy', 'maintenance']);
const ageGroup = z.enum(['any', 'child', 'adult']);
const site = z.enum(['any', 'face-neck', 'trunk-extremities', 'hands-feet']);
const inputs = z.strictObject({
  ageGroup: z.nullable(ageGroup),
  site: z.nullable(site),
  phototherapy: z.nullable(z.enum(['not-stated', 'available', 'unavailable'])),
  maintenance: z.nullable(z.enum(['treating', 'repigmented'])),
});

const treatment = z.enum(['tci', 'tci-phototherapy', 'phototherapy', 'tacrolimus-microneedling']);
const match = z.enum(['exact', 'partial', 'none']);
const reason = z.enum([
  'too-few-studies', 'site-not-reported', 'ratio-only', 'no-counts', 'adults-only', 'input-not-understood',
]);
const threshold = z.union([z.literal('any'), z.literal(25), z.literal(50), z.literal(75)]);
const stratum = z.strictObject({ ageGroup, site });
/** A record of the data; an erratum is `E07` or the like. */
const ids = z.array(z.string().check(z.minLength(1)));
/** Reference ids, or the names that a page gave its own studies. */
const references = z.array(z.string());
const interval = z.strictObject({ low: probability, high: probability });

const responseEstimate = z.strictObject({
  threshold,
  estimate: probability,
  low: z.nullable(probability),
  high: z.nullable(probability),
  level: probability,
  intervalFrom: z.nullable(z.enum(['printed', 'likely-reading', 'calculated'])),
  kind: z.enum(['published', 'pooled', 'single-study']),
  marginal: z.nullable(z.strictObject({ estimate: probability, low: probability, high: probability })),
  studies: z.nullable(count),
  arms: z.nullable(count),
  participants: z.nullable(count),
  participantsAre: z.enum(['exact', 'at-most', 'not-known']),
  unit: z.enum(['patients', 'lesions', 'mixed']),
  months: z.nullable(
    z.strictObject({
      printed: z.nullable(ratio),
      median: z.nullable(ratio),
      min: z.nullable(ratio),
      max: z.nullable(ratio),
    }),
  ),
  ifDropoutsFailed: z.nullable(probability),
  printed: z.nullable(
    z.partialRecord(z.enum(['estimate', 'low', 'high', 'participants']), z.nullable(z.number())),
  ),
  errata: ids,
  references,
  prediction: z.nullable(interval),
  heterogeneity: z.nullable(
    z.strictObject({
      tauSquared: z.number().check(z.gte(0)),
      iSquared: percent,
      q: z.number().check(z.gte(0)),
      qP: probability,
    }),
  ),
});

const treatmentOption = z.strictObject({
  treatment,
  match,
  stratum: z.nullable(stratum),
  unmatched: z.array(inputName),
  reason: z.nullable(reason),
  responses: z.array(responseEstimate),
  missing: z.array(z.strictObject({ threshold, reason, found: count, needed: count })),
  alsoRelevant: z.array(z.strictObject({ stratum, responses: z.array(responseEstimate) })),
  relative: z.array(
    z.strictObject({
      id: slug,
      site,
      measure: z.enum(['RR', 'OR']),
      estimate: ratio,
      low: ratio,
      high: ratio,
      studies: z.nullable(count),
      participants: z.nullable(count),
      reference: slug,
      overall: z.optional(z.strictObject({ id: slug, studies: count, participants: count })),
    }),
  ),
  context: z.array(
    z.strictObject({ site: z.string(), threshold, months: ratio, estimate: probability, reference: slug }),
  ),
  without: z.array(
    z.strictObject({
      study: slug,
      site,
      group: z.string(),
      threshold,
      events: z.nullable(count),
      total: z.nullable(count),
      estimate: probability,
    }),
  ),
  studyPopulations: z.nullable(z.strictObject({ children: count, adults: count, mixed: count, unknown: count })),
  certainty: z.nullable(z.string()),
});

const adverseEvent = z.strictObject({
  event: z.enum(['burning', 'itching', 'redness']),
  treatment,
  events: count,
  total: positiveCount,
  estimate: probability,
  low: probability,
  high: probability,
  unit: z.enum(['occurrences per patient', 'patients']),
  unmatched: z.array(inputName),
  references,
  errata: ids,
});

const analysis = z.enum(['intention-to-treat', 'per-protocol']);
const maintenanceOutlook = z.strictObject({
  match,
  unmatched: z.array(inputName),
  reason: z.nullable(reason),
  population: z.literal('adults'),
  weeks: positiveCount,
  arms: z.array(
    z.strictObject({
      treatment: z.string(),
      analysis,
      events: count,
      total: positiveCount,
      people: z.nullable(count),
      unit: z.literal('lesions'),
      estimate: probability,
      low: z.nullable(probability),
      high: z.nullable(probability),
    }),
  ),
  comparison: z.array(
    z.strictObject({
      analysis,
      oddsRatio: z.nullable(ratio),
      low: z.nullable(ratio),
      high: z.nullable(ratio),
      p: probability,
      printedAsAdjusted: z.boolean(),
    }),
  ),
  direction: z.literal('placebo against tacrolimus'),
  context: z.array(z.strictObject({ code: z.string(), estimate: probability, reference: slug })),
  errata: ids,
  references,
});

export const outlook = z.strictObject({
  /** Of the outlook's shape, not of the evidence: `SCHEMA_VERSION` of the entry `evidence`. */
  schemaVersion: z.string().check(z.regex(/^\d+\.\d+\.\d+$/)),
  inputs,
  estimates: z.enum(['published', 'pooled']),
  options: z.array(treatmentOption),
  adverseEvents: z.array(adverseEvent),
  maintenance: z.nullable(maintenanceOutlook),
  notes: z.array(
    z.strictObject({ code: z.string(), params: z.exactOptional(z.record(z.string(), z.unknown())) }),
  ),
  evidence: z.strictObject({
    version: z.string().check(z.regex(/^\d{4}\.\d+$/)),
    date: isoDate,
    reviewBy: isoDate,
    hash: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  }),
});
