import type { CountRow } from '../../schema/index.js';
import { publishedAnswer } from '../published.js';
import { allRows, type PoolMaterial } from './material.js';
import type { PoolQuestion, Trial } from './select-trials.js';

/** How many of the studies that the review pooled can be pooled here. */
export interface Coverage {
  /** The studies that the review pooled for its own estimate beside this one. */
  readonly pooledByReview: number;
  /** Those of them whose count is pooled here. */
  readonly counted: number;
  /** Trials pooled here that the review did not pool for it. */
  readonly beyondReview: number;
  readonly studies: readonly CoveredStudy[];
}

/**
 * What we have of a study that the review pooled: its count is in the pool here (`counted`), is known but left out
 * (`left-out`), is known at another threshold alone, or could not be read.
 */
export interface CoveredStudy {
  readonly leeRef: number;
  readonly status: 'counted' | 'left-out' | 'other-threshold' | 'no-count';
}

/** Matches the trials of a pool with the review's by its reference numbers; `null` where the review pooled nothing. */
export function coverageOf(
  question: PoolQuestion,
  trials: readonly Trial[],
  material: PoolMaterial,
): Coverage | null {
  const refs = pooledRefs(question, material);
  if (!refs) return null;
  const pooled = new Set<number | null>();
  let beyondReview = 0;
  for (const { arms } of trials) {
    for (const { leeRef } of arms) pooled.add(leeRef);
    if (!arms.some(({ leeRef }) => refs.includes(leeRef!))) beyondReview += 1;
  }
  // Once: a reader's own rows may be many.
  const known = allRows(material).filter(
    ({ leeRef, treatment }) => leeRef !== null && treatment === question.treatment,
  );
  const studies = refs.map((leeRef): CoveredStudy => ({
    leeRef,
    status: pooled.has(leeRef) ? 'counted' : statusOf(leeRef, question, known),
  }));
  const counted = studies.filter(({ status }) => status === 'counted').length;
  return { pooledByReview: refs.length, counted, beyondReview, studies };
}

/** The references behind the review's own answer to the question. */
function pooledRefs({ treatment, ageGroup, site, threshold }: PoolQuestion, { core, details }: PoolMaterial) {
  const inputs = { ageGroup, site, phototherapy: 'available', maintenance: 'treating' } as const;
  const { stratum } = publishedAnswer(core, treatment, inputs);
  const pool = details.cited.find(
    (row) => row.treatment === treatment && row.ageGroup === stratum?.ageGroup && row.site === stratum.site,
  );
  return pool?.byThreshold.find((row) => row.threshold === threshold)?.refs;
}

/** Of a study that is not pooled, by its rows among those of the treatment. */
function statusOf(ref: number, { threshold }: PoolQuestion, known: readonly CountRow[]): CoveredStudy['status'] {
  const rows = known.filter(({ leeRef }) => leeRef === ref);
  if (rows.some((row) => row.threshold === threshold)) return 'left-out';
  return rows.length ? 'other-threshold' : 'no-count';
}
