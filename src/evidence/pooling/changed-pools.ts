import { INPUTS } from '../inputs.js';
import { THRESHOLDS, type Stratum } from '../outlook.js';
import { analysePool, type PoolAnalysis } from './analyse-pool.js';
import { compareWithinTrials, type Comparison } from './comparisons.js';
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

/** What trials with both arms found, before and after counts were added; `null` where no trial had both. */
export interface ChangedComparison {
  readonly group: Stratum;
  readonly before: Comparison | null;
  readonly after: Comparison | null;
}

/** The comparisons within trials that differ between two materials. */
export function changedComparisons(
  before: PoolMaterial,
  after: PoolMaterial,
  method: Method = DEFAULT_METHOD,
): ChangedComparison[] {
  const groups = INPUTS.ageGroup.flatMap((ageGroup) => INPUTS.site.map((site) => ({ ageGroup, site })));
  return groups.flatMap((group) => {
    const then = compareWithinTrials(before, group, method);
    const now = compareWithinTrials(after, group, method);
    const keys = new Set([...then, ...now].map(keyOf));
    return [...keys].flatMap((key) => {
      const change = { group, before: withKey(then, key), after: withKey(now, key) };
      return armsOf(change.before) === armsOf(change.after) ? [] : change;
    });
  });
}

const keyOf = ({ contrast, threshold }: Comparison) => `${contrast} ${threshold}`;

const withKey = (comparisons: readonly Comparison[], key: string) =>
  comparisons.find((comparison) => keyOf(comparison) === key) ?? null;

/** What of a comparison's trials makes its numbers. */
function armsOf(comparison: Comparison | null): string {
  const counts = ({ events, total, people }: Comparison['trials'][number]['first']) => [events, total, people];
  const trials = comparison?.trials ?? [];
  return JSON.stringify(trials.map(({ study, first, second }) => [study, counts(first), counts(second)]));
}

/** What of a pool's trials makes its numbers. */
const countsOf = ({ trials }: PoolAnalysis) =>
  JSON.stringify(trials.map(({ study, events, total, people }: Trial) => [study, events, total, people]));
