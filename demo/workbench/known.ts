import { citedCounts, citedHarms, type CitedCount, type CitedHarm, type PoolMaterial } from 'vitiligo-outlook/evidence';
import type { AdverseEventRow, Candidate, CountRow, Evidence, Study } from 'vitiligo-outlook/schema';

/** A row of the review's table, with the counts known of it and those that the review had. */
export interface KnownStudy {
  readonly study: Study;
  readonly rows: readonly CountRow[];
  readonly events: readonly AdverseEventRow[];
  readonly candidates: readonly Candidate[];
  /** Counts behind a published pool: how many there are, and those that no row here gives. */
  readonly cited: number;
  readonly missing: readonly CitedCount[];
  /** Kinds of adverse events that the review pooled from it, and those that no row here gives. */
  readonly citedEvents: number;
  readonly missingEvents: readonly CitedHarm[];
}

export function knownStudies(evidence: Evidence, material: PoolMaterial): KnownStudy[] {
  const cited = citedCounts(material);
  const citedEvents = citedHarms(evidence, material);
  const rows = [...material.literature, ...material.own];
  return evidence.studies.map((study) => {
    const ofStudy = cited.get(study.leeRef) ?? [];
    const eventsOfStudy = citedEvents.get(study.leeRef) ?? [];
    return {
      study,
      rows: rows.filter((row) => row.study === study.id),
      events: material.adverseEvents.filter((row) => row.study === study.id),
      candidates: material.candidates.filter((candidate) => candidate.study === study.id),
      cited: ofStudy.length,
      missing: ofStudy.filter(({ status }) => status === 'no-count' || status === 'other-threshold'),
      citedEvents: eventsOfStudy.length,
      missingEvents: eventsOfStudy.filter(({ status }) => status === 'no-count'),
    };
  });
}

export type Filter = 'all' | 'missing' | 'missing-events' | 'nothing' | 'known' | 'doubtful';

const knownCount = ({ rows, events }: KnownStudy) => rows.length + events.length;
const missingCount = ({ missing, missingEvents }: KnownStudy) => missing.length + missingEvents.length;

const PASSES: Readonly<Record<Filter, (known: KnownStudy) => boolean>> = {
  all: () => true,
  missing: ({ missing }) => missing.length > 0,
  'missing-events': ({ missingEvents }) => missingEvents.length > 0,
  nothing: (known) => knownCount(known) === 0,
  known: (known) => knownCount(known) > 0,
  doubtful: ({ candidates, rows }) => candidates.length > 0 || rows.some(({ conflict }) => conflict === true),
};

export type SortKey = 'number' | 'name' | 'known' | 'missing';
export interface Sorting {
  readonly key: SortKey;
  readonly descending: boolean;
}

const COMPARE: Readonly<Record<SortKey, (a: KnownStudy, b: KnownStudy) => number>> = {
  number: (a, b) => a.study.leeRef - b.study.leeRef,
  name: (a, b) => a.study.authors.localeCompare(b.study.authors, 'en') || a.study.year - b.study.year,
  known: (a, b) => knownCount(a) - knownCount(b),
  missing: (a, b) => missingCount(a) - missingCount(b),
};

/** Every word of the search must stand somewhere in what identifies a study. */
export function listed(
  studies: readonly KnownStudy[],
  search: string,
  filter: Filter,
  { key, descending }: Sorting,
): KnownStudy[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const passing = studies.filter((known) => {
    const text = searchText(known);
    return PASSES[filter](known) && words.every((word) => text.includes(word));
  });
  return passing.sort((a, b) => COMPARE[key](a, b) * (descending ? -1 : 1) || COMPARE.number(a, b));
}

function searchText({ study }: KnownStudy): string {
  const { id, leeRef, authors, year, country, population, citation, arms } = study;
  const { title = '', journal = '', doi = '', pmid = '' } = citation;
  const treatments = arms.map(({ intervention }) => intervention);
  return [id, leeRef, authors, year, country, population, title, journal, doi, pmid, ...treatments].join(' ').toLowerCase();
}
