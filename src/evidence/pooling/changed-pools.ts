import { INPUTS } from '../inputs.js';
import { THRESHOLDS } from '../outlook.js';
import { analysePool, type PoolAnalysis } from './analyse-pool.js';
import type { PoolMaterial } from './material.js';
import { DEFAULT_METHOD, type Method } from './method.js';
import { POOLED_TREATMENTS } from './pool-all.js';
import type { PoolQuestion, Trial } from './select-trials.js';

/** A pool before and after counts were added. */
export interface ChangedPool {
  readonly question: PoolQuestion;
  readonly before: PoolAnalysis;
  readonly after: PoolAnalysis;
}

/** Every question that a pool can be asked, in the order of the element's answers. */
export function poolQuestions(): PoolQuestion[] {
  return POOLED_TREATMENTS.flatMap((treatment) =>
    INPUTS.ageGroup.flatMap((ageGroup) =>
      INPUTS.site.flatMap((site) => THRESHOLDS.map((threshold) => ({ treatment, ageGroup, site, threshold }))),
    ),
  );
}

/** The pools whose trials differ between two materials, such as without and with counts that somebody adds. */
export function changedPools(
  before: PoolMaterial,
  after: PoolMaterial,
  method: Method = DEFAULT_METHOD,
): ChangedPool[] {
  return poolQuestions().flatMap((question) => {
    const request = { question, method, set: 'all', without: [] } as const;
    const change = { question, before: analysePool(before, request), after: analysePool(after, request) };
    return countsOf(change.before) === countsOf(change.after) ? [] : change;
  });
}

/** What of a pool's trials makes its numbers. */
const countsOf = ({ trials }: PoolAnalysis) =>
  JSON.stringify(trials.map(({ study, events, total, people }: Trial) => [study, events, total, people]));
