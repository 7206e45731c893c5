import type { PooledStratum } from './core.js';
import type { Inputs } from './inputs.js';
import { THRESHOLDS, type MissingResponse, type Treatment } from './outlook.js';
import { noAnswer, type Answer } from './published.js';

const NOTHING_COUNTED: readonly MissingResponse[] = THRESHOLDS.map((threshold) => ({
  threshold,
  reason: 'no-counts',
  found: 0,
  needed: 1,
}));

/** What was pooled here from study counts for just this group: nobody else's counts stand in for it. */
export function pooledAnswer(
  pools: readonly PooledStratum[],
  treatment: Treatment,
  { ageGroup, site }: Inputs,
): Answer {
  if (ageGroup === null || site === null) return noAnswer('input-not-understood');
  const pool = pools.find((p) => p.treatment === treatment && p.ageGroup === ageGroup && p.site === site);
  if (!pool?.responses.length) return { ...noAnswer('no-counts'), missing: pool?.missing ?? NOTHING_COUNTED };
  return {
    ...noAnswer('no-counts'),
    match: 'exact',
    stratum: { ageGroup, site },
    reason: null,
    responses: pool.responses,
    missing: pool.missing,
    studyPopulations: pool.studyPopulations,
  };
}
