import { INPUTS, type AgeGroup } from '../inputs.js';
import { poolHarms, type HarmPool } from './harms.js';
import type { PoolMaterial } from './material.js';
import { DEFAULT_METHOD, type Method } from './method.js';

/** A pool of adverse events before and after counts were added; `null` where no treatment had a row of its kind. */
export interface ChangedHarm extends Pick<HarmPool, 'treatment' | 'event'> {
  readonly ageGroup: AgeGroup;
  readonly before: HarmPool | null;
  readonly after: HarmPool | null;
}

/** The pools of adverse events whose trials differ between two materials, by treatment, kind and age group. */
export function changedHarms(
  before: Pick<PoolMaterial, 'adverseEvents'>,
  after: Pick<PoolMaterial, 'adverseEvents'>,
  method: Method = DEFAULT_METHOD,
): ChangedHarm[] {
  return INPUTS.ageGroup.flatMap((ageGroup) => {
    const then = byQuestion(poolHarms(before, ageGroup, method));
    const now = byQuestion(poolHarms(after, ageGroup, method));
    return [...new Set([...then.keys(), ...now.keys()])].flatMap((key) => {
      const pools = { before: then.get(key) ?? null, after: now.get(key) ?? null };
      const { treatment, event } = (pools.after ?? pools.before)!;
      return countsOf(pools.before) === countsOf(pools.after) ? [] : { treatment, event, ageGroup, ...pools };
    });
  });
}

const byQuestion = (pools: readonly HarmPool[]) =>
  new Map(pools.map((pool) => [`${pool.treatment} ${pool.event}`, pool] as const));

/** What of a pool's trials makes its numbers. */
const countsOf = (pool: HarmPool | null) =>
  JSON.stringify((pool?.trials ?? []).map(({ study, events, total }) => [study, events, total]));
