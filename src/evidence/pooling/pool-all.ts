import type { CountRow } from '../../schema/index.js';
import type { PooledStratum } from '../core.js';
import { atOnce, type Steps } from '../in-steps.js';
import { INPUTS } from '../inputs.js';
import { DEFAULT_METHOD, type Method } from './method.js';
import { poolingStratum } from './pooled-stratum.js';

export const POOLED_TREATMENTS = ['tci', 'tci-phototherapy', 'phototherapy'] as const;

const GROUPS = POOLED_TREATMENTS.flatMap((treatment) =>
  INPUTS.ageGroup.flatMap((ageGroup) => INPUTS.site.map((site) => ({ treatment, ageGroup, site }))),
);

/** Every pool that the counts give, for all treatments, age groups and sites; groups without an answer are left out. */
export function poolAll(rows: readonly CountRow[], method: Method = DEFAULT_METHOD): PooledStratum[] {
  return atOnce(poolEach(rows, method));
}

/** The same in steps, so that a page can stop after some milliseconds and go on later. */
export function* poolEach(rows: readonly CountRow[], method: Method): Steps<PooledStratum[]> {
  const pools: PooledStratum[] = [];
  for (const group of GROUPS) {
    const pool = yield* poolingStratum(rows, group, method);
    if (pool.responses.length) pools.push(pool);
    yield;
  }
  return pools;
}
