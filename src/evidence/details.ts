import type { Caution, Erratum, Evidence } from '../schema/index.js';
import { tciRecords } from './build-core.js';
import type { Stratum, Treatment } from './outlook.js';
import { citedRefs } from './published-record.js';

/** What loads on demand: figures of the explanations, the studies behind the numbers, safety statements, sources. */
export interface EvidenceDetails {
  readonly errata: readonly Pick<Erratum, 'id' | 'severity' | 'where' | 'figures'>[];
  readonly notes: readonly Pick<Caution, 'id' | 'figures'>[];
  readonly studies: readonly StudyDetail[];
  /** Which studies, by the review's reference numbers, stand behind a published pool. */
  readonly cited: readonly (Stratum & { readonly treatment: Treatment; readonly refs: readonly number[] })[];
  readonly references: Evidence['references'];
  readonly otherStudies: Evidence['otherStudies'];
  readonly safety: Evidence['safety'];
  readonly certainty: Evidence['certainty'];
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
  readonly treatments: readonly string[];
  readonly citation: Evidence['studies'][number]['citation'];
}

export function buildDetails(evidence: Evidence): EvidenceDetails {
  const { notPublished, cautions, references, otherStudies, safety, certainty } = evidence;
  return {
    errata: evidence.errata.map(({ id, severity, where, figures }) => ({ id, severity, where, figures })),
    notes: [...notPublished, ...cautions].map(({ id, figures }) => ({ id, figures })),
    studies: evidence.studies.map(studyDetail),
    cited: [...tciRecords(evidence)].map(([stratum, records]) => ({
      ...stratum,
      refs: unique(records.flatMap(citedRefs)),
    })),
    references,
    otherStudies,
    safety,
    certainty,
  };
}

function studyDetail({ arms, ...study }: Evidence['studies'][number]): StudyDetail {
  const { id, leeRef, authors, year, country, population, design, durationMonths, citation } = study;
  const tci = arms.filter(({ role }) => role.startsWith('tci'));
  return {
    id, leeRef, authors, year, country, population, design, durationMonths, citation,
    enrolled: tci[0]?.enrolled ?? null,
    completed: tci[0]?.completed ?? null,
    treatments: tci.map(({ intervention }) => intervention),
  };
}

const unique = (refs: number[]) => [...new Set(refs)].sort((a, b) => a - b);
