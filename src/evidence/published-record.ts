import type { Erratum, Evidence, PublishedEstimate, Study } from '../schema/index.js';
import { clopperPearson } from '../stats/single-proportion.js';
import type { Months, ResponseEstimate, StudyPopulations, Threshold } from './outlook.js';
import { fromPercent, roundTo } from './rounding.js';

/** Intervals of the reviews and of this project are 95 % intervals. */
export const LEVEL = 0.95;

/** A printed pooled proportion as it is shown: a likely reading stands in only where confidence is high. */
export function responseFromRecord(record: PublishedEstimate, evidence: Evidence): ResponseEstimate {
  const errata = errataOf(record.id, evidence.errata).filter(({ severity }) => severity !== 'C');
  return {
    threshold: thresholdOf(record),
    estimate: fromPercent(record.estimatePct!),
    ...interval(record),
    level: LEVEL,
    kind: 'published',
    marginal: null,
    studies: record.studies,
    arms: null,
    ...participants(record),
    unit: errata.some(isAboutUnit) ? 'mixed' : 'patients',
    months: months(record),
    ifDropoutsFailed: ifDropoutsFailed(record, evidence.studies),
    printed: printedWhereDifferent(record),
    errata: errata.map(({ id }) => id),
    references: ['lee-2019'],
    prediction: null,
    heterogeneity: null,
  };
}

export function errataOf(record: string, errata: readonly Erratum[]): Erratum[] {
  return errata.filter(({ affects }) => affects.includes(record));
}

/** `>=75` of the published records is 75. */
export function thresholdOf({ threshold }: PublishedEstimate): Threshold {
  return Number(threshold!.replace('>=', '')) as Threshold;
}

/** E16 and E18: the review counts people in one place and lesions or sites in another. */
const isAboutUnit = ({ id }: Erratum) => id === 'E16' || id === 'E18';

/** A reading replaces what was printed only where its confidence is high, the whole of it or that of this field. */
function likelyReading({ likelyReading }: PublishedEstimate) {
  return likelyReading?.confidence === 'high' ? likelyReading : null;
}

function interval(record: PublishedEstimate): Pick<ResponseEstimate, 'low' | 'high' | 'intervalFrom'> {
  const { estimatePct, ciLowPct, ciHighPct, participants } = record;
  const lowPct = likelyReading(record)?.ciLowPct ?? ciLowPct;
  if (lowPct !== null && ciHighPct !== null) {
    const intervalFrom = lowPct === ciLowPct ? 'printed' : 'likely-reading';
    return { low: fromPercent(lowPct), high: fromPercent(ciHighPct), intervalFrom };
  }
  // Nobody reached it and the review prints no interval: the exact one says what that leaves open (E19).
  if (estimatePct === 0 && participants !== null) {
    const { low, high } = clopperPearson(0, participants, LEVEL);
    return { low, high: roundTo(high, 12), intervalFrom: 'calculated' };
  }
  return { low: null, high: null, intervalFrom: null };
}

function participants(record: PublishedEstimate): Pick<ResponseEstimate, 'participants' | 'participantsAre'> {
  const reading = record.likelyReading;
  // E05: the printed number is impossible and no reading of it is certain, so none is shown.
  if (reading && 'participants' in reading && reading.participants === null) {
    return { participants: null, participantsAre: 'not-known' };
  }
  const participants = likelyReading(record)?.participants ?? record.participants;
  // A count of the whole table row is the union of three thresholds: an upper limit (E30).
  const isRow = record.denominatorScope.startsWith('row');
  return { participants, participantsAre: participants === null ? 'not-known' : isRow ? 'at-most' : 'exact' };
}

function months({ durationMonths, treatmentMonthsInTable2: table }: PublishedEstimate): Months | null {
  if (durationMonths === null && !table) return null;
  const { median = null, min = null, max = null } = table ?? {};
  return { printed: durationMonths, median, min, max };
}

function printedWhereDifferent(record: PublishedEstimate): ResponseEstimate['printed'] {
  const shown = { ...interval(record), ...participants(record) };
  const printed: { low?: number; participants?: number | null } = {};
  if (shown.intervalFrom === 'likely-reading') printed.low = fromPercent(record.ciLowPct!);
  if (record.participants !== shown.participants) printed.participants = record.participants;
  return Object.keys(printed).length ? printed : null;
}

/** The studies behind a record, by the review's reference numbers, misprinted lists corrected (E04, E06). */
export function citedRefs(record: PublishedEstimate): readonly number[] {
  return record.likelyReading?.refs ?? record.refs;
}

/**
 * The estimate if everyone who left before the end had not reached the threshold: estimate x completed / enrolled of
 * the arms so treated, over the cited studies.
 */
function ifDropoutsFailed(record: PublishedEstimate, studies: readonly Study[]): number | null {
  let enrolled = 0;
  let completed = 0;
  for (const ref of citedRefs(record)) {
    for (const arm of treatedArms(ref, record.treatment, studies)) {
      if (arm.enrolled === null || arm.completed === null) return null;
      enrolled += arm.enrolled;
      completed += arm.completed;
    }
  }
  return enrolled ? roundTo((fromPercent(record.estimatePct!) * completed) / enrolled, 12) : null;
}

/** The arms of a study that had the treatment; arms that share the same people count once, and so does ref 22 (E12). */
function treatedArms(ref: number, role: string, studies: readonly Study[]) {
  const study = studies.find(({ leeRef }) => leeRef === ref);
  const arms = study?.arms.filter((arm) => arm.role === role) ?? [];
  return study?.design.includes('WP') ? arms.slice(0, 1) : arms;
}

/** How many of the studies of a stratum's table row treated children, adults, both, or do not say. */
export function studyPopulations(records: readonly PublishedEstimate[], studies: readonly Study[]): StudyPopulations {
  const counts = { children: 0, adults: 0, mixed: 0, unknown: 0 };
  const key = { Children: 'children', Adult: 'adults', All: 'mixed', ND: 'unknown' } as const;
  for (const ref of rowRefs(records)) {
    const study = studies.find(({ leeRef }) => leeRef === ref);
    if (study) counts[key[study.population]] += 1;
  }
  return counts;
}

/** The references of the stratum's row in the review's table of results, a misprinted list corrected (E06). */
function rowRefs(records: readonly PublishedEstimate[]): readonly number[] {
  const ofRow = records.find(({ denominatorScope }) => denominatorScope.startsWith('row'));
  return ofRow ? citedRefs(ofRow) : records[0]!.table3Row!.refs;
}
