import type { Issue } from '../schema/issue.js';
import { INPUTS } from './inputs.js';
import { THRESHOLDS, TREATMENTS } from './outlook.js';
import { is, list, oneOf, optional, orNull, record, where, type Fields, type Shape } from './shape.js';

/**
 * Whether a core is fit to be shown: a host's own, or a damaged copy. It is the gate before the screen, small enough
 * for the first download; the full schemas check the data when they are built. Whatever passes can be put into words
 * without a hole. Returns issues, never throws.
 */
export function checkCore(core: unknown): Issue[] {
  return shape(core, []);
}

const text = is((value) => typeof value === 'string' && value !== '');
const count = is((value) => Number.isInteger(value) && (value as number) >= 0);
const positive = is((value) => Number.isInteger(value) && (value as number) > 0);
const amount = is((value) => Number.isFinite(value) && (value as number) >= 0);
const proportion = is((value) => typeof value === 'number' && value >= 0 && value <= 1);
const yesOrNo = is((value) => typeof value === 'boolean');
const texts = list(text);
/** Nothing is shown that cannot be traced. */
const sources: Shape = (value, path) => [...texts(value, path), ...notEmpty(value, path)];
const notEmpty = is((value) => !Array.isArray(value) || value.length > 0, 'empty');
const treatment = oneOf(TREATMENTS);
const ageGroup = oneOf(INPUTS.ageGroup);
const site = oneOf(INPUTS.site);
const threshold = oneOf(THRESHOLDS);
const analysis = oneOf(['intention-to-treat', 'per-protocol']);

const interval = { estimate: proportion, low: orNull(proportion), high: orNull(proportion) };

/** A rate with its interval, both limits or neither, and the interval holds the estimate. */
function rate(fields: Record<string, Shape>): Shape {
  const whole = where(record({ ...interval, ...fields }), isWhole, 'half-an-interval', 'low');
  return where(whole, holdsEstimate, 'interval-excludes-estimate', 'estimate');
}

const isWhole = ({ low, high }: Fields) => (low === null) === (high === null);
const holdsEstimate = ({ estimate, low, high }: Fields) => low === null || (low! <= estimate! && high! >= estimate!);

/** A rate beside the counts that it came from. */
function counted(fields: Record<string, Shape>): Shape {
  const row = rate({ events: count, total: positive, ...fields });
  return where(row, ({ events, total }) => events! <= total!, 'events-exceed-total', 'events');
}

const months = orNull(amount);

const response = rate({
  threshold,
  level: proportion,
  intervalFrom: oneOf(['printed', 'likely-reading', 'calculated', null]),
  kind: oneOf(['published', 'pooled', 'single-study']),
  marginal: orNull(record({ estimate: proportion, low: proportion, high: proportion })),
  studies: orNull(count),
  arms: orNull(count),
  participants: orNull(count),
  participantsAre: oneOf(['exact', 'at-most', 'not-known']),
  unit: oneOf(['patients', 'lesions', 'mixed']),
  months: orNull(record({ printed: months, median: months, min: months, max: months })),
  ifDropoutsFailed: orNull(proportion),
  printed: orNull(record({ low: optional(orNull(proportion)), participants: optional(orNull(count)) })),
  errata: texts,
  references: sources,
  prediction: orNull(record({ low: proportion, high: proportion })),
  heterogeneity: orNull(record({ tauSquared: amount, iSquared: amount, q: amount, qP: proportion })),
});

const populations = record({ children: count, adults: count, mixed: count, unknown: count });
const stratum = { treatment, ageGroup, site, responses: list(response) };
const ratio = { estimate: amount, low: amount, high: amount };
const stated = { estimate: proportion, reference: text };

const maintenance = record({
  weeks: amount,
  arms: list(counted({ treatment: text, analysis, people: orNull(count) })),
  comparison: list(
    record({
      analysis,
      oddsRatio: orNull(amount),
      low: orNull(amount),
      high: orNull(amount),
      p: proportion,
      printedAsAdjusted: yesOrNo,
    }),
  ),
  context: list(record({ code: text, ...stated })),
  errata: texts,
  references: sources,
});

const values = optional(texts);
const rule = record({
  code: text,
  appliesTo: record({ ...Object.fromEntries(Object.keys(INPUTS).map((name) => [name, values])), estimates: values }),
});

const shape = record({
  evidence: record({ version: text, date: text, reviewBy: text, hash: text }),
  strata: list(record({ ...stratum, studyPopulations: orNull(populations), certainty: orNull(text) })),
  pools: list(
    record({
      ...stratum,
      missing: list(record({ threshold, reason: text, found: count, needed: count })),
      studyPopulations: populations,
    }),
  ),
  context: list(record({ appliesTo: site, site: text, threshold, months: amount, ...stated })),
  microneedlingCertainty: orNull(text),
  relative: list(
    record({
      id: text,
      treatment,
      site,
      measure: oneOf(['RR', 'OR']),
      ...ratio,
      studies: orNull(count),
      participants: orNull(count),
      reference: text,
      overall: optional(record({ id: text, studies: count, participants: count })),
    }),
  ),
  without: list(
    record({ group: text, site, threshold, events: orNull(count), total: orNull(count), estimate: proportion }),
  ),
  adverseEvents: list(
    counted({ event: text, treatment, low: proportion, high: proportion, errata: texts, references: sources }),
  ),
  maintenance,
  notes: list(rule),
});
