import type { Caution, Citation, Erratum, Evidence, OtherStudy, Safety } from '../schema/index.js';
import { tciRecords } from './build-core.js';
import type { Stratum, Threshold, Treatment } from './outlook.js';
import { citedRefs, thresholdOf } from './published-record.js';

/** What loads on demand: figures of the explanations, the studies behind the numbers, safety statements, sources. */
export interface EvidenceDetails {
  readonly errata: readonly Pick<Erratum, 'id' | 'severity' | 'where' | 'figures'>[];
  readonly notes: readonly Pick<Caution, 'id' | 'figures'>[];
  readonly studies: readonly StudyDetail[];
  /** Which studies, by the review's reference numbers, stand behind a published pool and each of its thresholds. */
  readonly cited: readonly CitedPool[];
  readonly references: Evidence['references'];
  readonly otherStudies: readonly Pick<OtherStudy, 'id' | 'citation'>[];
  readonly safety: DisplayedSafety;
  /** Ratings with their reasons. */
  readonly certainty: Evidence['certainty']['outcomes'];
  /** What changed in each version of the evidence, the newest first. */
  readonly changes?: readonly DataChange[];
}

export interface DataChange {
  readonly version: string;
  readonly date: string;
  readonly changes: readonly string[];
}

/** Of the records of safety: what is shown on demand. The rest is worded in the messages or in the core. */
export interface DisplayedSafety {
  readonly offLabel: Pick<Safety['offLabel'], 'reference'>;
  readonly cancerRisk: Pick<Safety['cancerRisk'], 'reference'>;
  readonly pooledReview: Pick<Safety['pooledReview'], 'rare' | 'reference'>;
  readonly labels: Safety['labels'];
  readonly whatPatientsCallWorthwhile: Safety['whatPatientsCallWorthwhile'];
  readonly otherTreatments: Pick<Safety['otherTreatments'], 'searchEnd' | 'facts'>;
}

export interface CitedPool extends Stratum {
  readonly treatment: Treatment;
  /** Ids of the printed estimates. */
  readonly records?: readonly string[];
  readonly refs: readonly number[];
  readonly byThreshold: readonly { readonly threshold: Threshold; readonly refs: readonly number[] }[];
}

/** A row of the review's table of studies, with its own citation where one is known. */
export interface StudyDetail {
  readonly id: string;
  readonly leeRef: number;
  readonly authors: string;
  readonly year: number;
  readonly country: string;
  readonly population: Evidence['studies'][number]['population'];
  readonly design: readonly string[];
  readonly durationMonths: number;
  readonly enrolled: number | null;
  readonly completed: number | null;
  readonly subtype: readonly string[];
  readonly treatments: readonly string[];
  /** The arms of the treatments that are pooled. */
  readonly arms: readonly StudyArmSize[];
  /** Title, journal and identifiers: authors and year stand above. */
  readonly citation: Citation;
}

export interface StudyArmSize {
  readonly treatment: Treatment;
  readonly enrolled: number;
  readonly completed: number;
}

/** The review's roles of arms for the widget's treatments. */
const TREATMENT_OF_ROLE: Readonly<Record<string, Treatment>> = {
  'tci-monotherapy': 'tci',
  'tci-plus-phototherapy': 'tci-phototherapy',
  'phototherapy-alone': 'phototherapy',
};

export function buildDetails(evidence: Evidence, changes: readonly DataChange[] = []): EvidenceDetails {
  const { notPublished, cautions, references } = evidence;
  return {
    errata: evidence.errata.map(({ id, severity, where, figures }) => ({ id, severity, where, figures })),
    notes: [...notPublished, ...cautions].map(({ id, figures }) => ({ id, figures })),
    studies: evidence.studies.map(studyDetail),
    cited: [...tciRecords(evidence)].map(([stratum, records]) => ({
      ...stratum,
      records: records.map(({ id }) => id),
      refs: unique(records.flatMap(citedRefs)),
      byThreshold: records.map((record) => ({ threshold: thresholdOf(record), refs: unique(citedRefs(record)) })),
    })),
    references,
    otherStudies: evidence.otherStudies.map(({ id, citation }) => ({
      id,
      citation: { authors: citation.authors, year: citation.year, ...toFind(citation) },
    })),
    safety: displayedSafety(evidence.safety),
    changes,
    certainty: evidence.certainty.outcomes,
  };
}

/** Enough to name a study and find it. */
const toFind = ({ title, journal, doi, pmid }: Citation): Citation => ({ title, journal, doi, pmid });

function displayedSafety({ offLabel, cancerRisk, pooledReview, labels, ...safety }: Safety): DisplayedSafety {
  const { whatPatientsCallWorthwhile, otherTreatments } = safety;
  return {
    offLabel: { reference: offLabel.reference },
    cancerRisk: { reference: cancerRisk.reference },
    pooledReview: { rare: pooledReview.rare, reference: pooledReview.reference },
    labels,
    whatPatientsCallWorthwhile,
    otherTreatments: { searchEnd: otherTreatments.searchEnd, facts: otherTreatments.facts },
  };
}

function studyDetail({ arms, ...study }: Evidence['studies'][number]): StudyDetail {
  const { id, leeRef, authors, year, country, population, design, subtype, durationMonths, citation } = study;
  const tci = arms.filter(({ role }) => role.startsWith('tci'));
  return {
    id, leeRef, authors, year, country, population, design, subtype, durationMonths,
    citation: toFind(citation),
    enrolled: tci[0]?.enrolled ?? null,
    completed: tci[0]?.completed ?? null,
    treatments: tci.map(({ intervention }) => intervention),
    arms: arms.flatMap(({ role, enrolled, completed }) => {
      const treatment = TREATMENT_OF_ROLE[role];
      return treatment ? { treatment, enrolled, completed } : [];
    }),
  };
}

const unique = (refs: readonly number[]) => [...new Set(refs)].sort((a, b) => a - b);
