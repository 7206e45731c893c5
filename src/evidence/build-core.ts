import type { Evidence, PublishedEstimate } from '../schema/index.js';
import { clopperPearson } from '../stats/single-proportion.js';
import type { EvidenceCore, NoteRule, PooledStratum, PublishedStratum } from './core.js';
import type { AgeGroup, Site } from './inputs.js';
import type { AdverseEvent, MaintenanceArm, ResponseEstimate, Stratum, Threshold, Treatment } from './outlook.js';
import { poolAll } from './pooling/pool-all.js';
import { errataOf, LEVEL, responseFromRecord, studyPopulations } from './published-record.js';
import { fromPercent, roundTo } from './rounding.js';

/** The core of the evidence, made when the data are built. The same evidence gives the same bytes on every machine. */
export function buildCore(evidence: Evidence): EvidenceCore {
  const { version, date, reviewBy, hash } = evidence;
  return {
    evidence: { version, date, reviewBy, hash },
    strata: [...tciStrata(evidence), phototherapyStratum(evidence)],
    pools: defaultPools(evidence),
    context: phototherapyBySite(evidence),
    microneedlingCertainty: ratingOf('microneedling', evidence),
    relative: relativeEffects(evidence),
    without: withoutTci(evidence),
    adverseEvents: adverseEvents(evidence),
    maintenance: maintenance(evidence),
    notes: noteRules(evidence),
  };
}

/** The reviews' words for the widget's. */
const TREATMENT: Readonly<Record<string, Treatment>> = {
  'tci-monotherapy': 'tci',
  'tci-plus-phototherapy': 'tci-phototherapy',
};
const AGE_GROUP: Readonly<Record<string, AgeGroup>> = { all: 'any', children: 'child' };
const siteOf = (site: string): Site => (site === 'all' ? 'any' : (site as Site));

function tciStrata(evidence: Evidence): PublishedStratum[] {
  return [...tciRecords(evidence)].map(([stratum, records]) => ({
    ...stratum,
    responses: records.map((record) => responseFromRecord(record, evidence)).sort(byThresholdThenMonths),
    studyPopulations: studyPopulations(records, evidence.studies),
    certainty: certaintyOf(stratum, evidence),
  }));
}

type TciStratum = Stratum & { readonly treatment: Treatment };

/** The pooled proportions of the review by treatment and stratum, in the widget's words. */
export function tciRecords({ estimates }: Evidence): Map<TciStratum, PublishedEstimate[]> {
  const strata = new Map<string, TciStratum>();
  const records = new Map<TciStratum, PublishedEstimate[]>();
  for (const record of estimates) {
    const treatment = TREATMENT[record.treatment];
    if (record.measure !== 'pooled-proportion' || !treatment) continue;
    const { ageGroup, site } = record.stratum;
    const key = `${treatment} ${ageGroup} ${site}`;
    const stratum = strata.get(key) ?? { treatment, ageGroup: AGE_GROUP[ageGroup]!, site: siteOf(site) };
    strata.set(key, stratum);
    records.set(stratum, [...(records.get(stratum) ?? []), record]);
  }
  return records;
}

export function byThresholdThenMonths(a: ResponseEstimate, b: ResponseEstimate): number {
  const order = (threshold: Threshold) => (threshold === 'any' ? 0 : threshold);
  return order(a.threshold) - order(b.threshold) || (a.months?.printed ?? 0) - (b.months?.printed ?? 0);
}

/** The project's rating of the outcome that this stratum answers; light with a TCI is rated once for all sites. */
function certaintyOf({ treatment, ageGroup, site }: TciStratum, evidence: Evidence) {
  const group = ageGroup === 'child' ? 'children' : site === 'any' ? 'all' : site;
  return ratingOf(treatment === 'tci' ? `tci-${group}` : treatment, evidence);
}

function ratingOf(id: string, { certainty }: Evidence): string | null {
  return certainty.outcomes.find((outcome) => outcome.id === id)?.certainty ?? null;
}

/** Every default pool, rounded to 13 digits, below which machines may differ. */
function defaultPools({ repigmentation }: Evidence): PooledStratum[] {
  const round = (_: string, value: unknown) => (typeof value === 'number' ? roundTo(value, 13) : value);
  return JSON.parse(JSON.stringify(poolAll(repigmentation), round)) as PooledStratum[];
}

/** Narrowband UVB alone, from another review: rates among all who started, without intervals (E34). */
function phototherapyStratum(evidence: Evidence): PublishedStratum {
  const { rows } = evidence.comparisons.phototherapyAlone;
  const quoted = evidence.estimates.find(({ treatment }) => treatment === 'nbuvb-alone');
  const quotedErrata = quoted ? errataOf(quoted.id, evidence.errata).map(({ id }) => id) : [];
  const responses = rows.map((row): ResponseEstimate => ({
    threshold: row.threshold,
    estimate: fromPercent(row.pct),
    low: null,
    high: null,
    level: LEVEL,
    intervalFrom: null,
    kind: 'published',
    marginal: null,
    studies: row.studies,
    arms: null,
    participants: row.participants,
    participantsAre: row.participants === null ? 'not-known' : 'exact',
    unit: 'patients',
    months: { printed: row.months, median: null, min: null, max: null },
    ifDropoutsFailed: null,
    printed: null,
    errata: row.quotedInReview ? quotedErrata : [],
    references: [row.reference],
    prediction: null,
    heterogeneity: null,
  }));
  responses.sort(byThresholdThenMonths);
  return { treatment: 'phototherapy', ageGroup: 'any', site: 'any', responses, studyPopulations: null, certainty: null };
}

/** The other review divides the body as trunk, extremities: both belong to our one site. */
function phototherapyBySite(evidence: Evidence): EvidenceCore['context'] {
  const { reference, ...sites } = evidence.comparisons.phototherapyAlone.bySiteAtSixMonthsThreshold75;
  return Object.entries(sites).map(([site, pct]) => ({
    appliesTo: site === 'trunk' || site === 'extremities' ? 'trunk-extremities' : (site as Site),
    site,
    threshold: 75,
    months: 6,
    estimate: fromPercent(pct),
    reference,
  }));
}

const MEASURE = { 'risk ratio': 'RR', 'odds ratio': 'OR' } as const;

function relativeEffects({ comparisons }: Evidence): EvidenceCore['relative'] {
  const microneedling = comparisons.comparisons.map((row) => ({
    treatment: 'tacrolimus-microneedling' as const,
    id: row.id,
    site: 'any' as const,
    measure: MEASURE[row.measure],
    estimate: row.estimate,
    low: row.low,
    high: row.high,
    studies: row.trials,
    participants: row.participants,
    reference: row.reference,
  }));
  const others = comparisons.otherReviews.flatMap((row) =>
    row.estimate === undefined || row.low === undefined || row.high === undefined || row.measure === undefined
      ? []
      : {
          treatment: row.comparison.startsWith('NB-UVB') ? ('tci-phototherapy' as const) : ('tci' as const),
          id: row.id,
          site: row.site ? siteOf(row.site) : ('any' as const),
          measure: MEASURE[row.measure],
          estimate: row.estimate,
          low: row.low,
          high: row.high,
          studies: row.trials ?? null,
          participants: row.participants ?? null,
          reference: row.reference,
          ...overall(row.reference, comparisons),
        },
  );
  return [...microneedling, ...others];
}

/** A finding that a review printed without a ratio belongs beside its ratios. */
function overall(reference: string, { otherReviews }: Evidence['comparisons']) {
  const row = otherReviews.find((other) => other.reference === reference && other.estimate === undefined);
  return row?.trials && row.participants
    ? { overall: { id: row.id, studies: row.trials, participants: row.participants } }
    : {};
}

function withoutTci({ comparisons }: Evidence): EvidenceCore['without'] {
  return comparisons.comparatorContext.rows.map(({ study, site, group, threshold, events, total, pct }) => ({
    study,
    site: siteOf(site),
    group,
    threshold,
    events: events ?? null,
    total: total ?? null,
    estimate: pct === undefined ? roundTo(events! / total!, 12) : fromPercent(pct),
  }));
}

/** The review's words for the widget's, which are those of the study counts. */
const EVENT: Readonly<Record<string, AdverseEvent['event']>> = {
  'adverse event: burning sensation': 'burning',
  'adverse event: pruritus': 'itching',
  'adverse event: erythema': 'redness',
};

/** The review's printed rates of adverse events, with the kind in the widget's words. */
export function harmRecords({ estimates }: Pick<Evidence, 'estimates'>) {
  const records = estimates.filter(({ id }) => id.startsWith('ae-'));
  return records.map((record) => ({ event: EVENT[record.outcome]!, record }));
}

/** Reports among people who finished; the interval is exact and calculated here, since none is printed. */
function adverseEvents(evidence: Evidence): EvidenceCore['adverseEvents'] {
  return harmRecords(evidence).map(({ event, record: { id, estimatePct, count, denominator } }) => {
    const { low, high } = clopperPearson(count!, denominator!, LEVEL);
    return {
      event,
      treatment: 'tci',
      events: count!,
      total: denominator!,
      estimate: fromPercent(estimatePct!),
      low: roundTo(low, 12),
      high: roundTo(high, 12),
      unit: 'occurrences per patient',
      references: ['lee-2019'],
      errata: errataOf(id, evidence.errata).filter(({ severity }) => severity !== 'C').map(({ id }) => id),
    };
  });
}

function maintenance({ maintenance }: Evidence): EvidenceCore['maintenance'] {
  const { weeks, errata, references, comparisons, relapseWithoutMaintenance, afterStopping } = maintenance;
  return {
    population: 'adults',
    weeks,
    arms: maintenance.arms.map(maintenanceArm),
    comparison: comparisons.map((row) => {
      const { analysis, oddsRatio = null, low = null, high = null, p, printedAsAdjusted = false } = row;
      return { analysis, oddsRatio, low, high, p, printedAsAdjusted };
    }),
    direction: 'placebo against tacrolimus',
    context: [
      { code: 'relapse-without-maintenance', ...quoted(relapseWithoutMaintenance) },
      { code: 'relapse-after-stopping', ...quoted(afterStopping) },
    ],
    errata,
    references,
  };
}

const quoted = ({ pct, reference }: { pct: number; reference: string }) => ({ estimate: fromPercent(pct), reference });

/** Lesions of one person are alike, so the interval takes the people as the sample: events x people / lesions. */
function maintenanceArm(arm: Evidence['maintenance']['arms'][number]): MaintenanceArm {
  const { treatment, analysis, events, total, people, printedPct } = arm;
  const limits = people === null ? null : clopperPearson((events * people) / total, people, LEVEL);
  return {
    treatment,
    analysis,
    events,
    total,
    people,
    unit: 'lesions',
    estimate: fromPercent(printedPct),
    low: limits && roundTo(limits.low, 12),
    high: limits && roundTo(limits.high, 12),
  };
}

function noteRules({ notPublished, cautions }: Evidence): NoteRule[] {
  return [...notPublished, ...cautions].map(({ id, appliesTo }) => ({ code: id, appliesTo }));
}
