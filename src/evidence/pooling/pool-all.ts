import type { CountRow } from '../../schema/index.js';
import type { PooledStratum } from '../core.js';
import { INPUTS } from '../inputs.js';
import { DEFAULT_METHOD, type Method } from './method.js';
import { poolStratum } from './pooled-stratum.js';

export const POOLED_TREATMENTS = ['tci', 'tci-phototherapy', 'phototherapy'] as const;

/** Every pool that the counts give, for all treatments, age groups and sites; groups without an answer are left out. */
export function poolAll(rows: readonly CountRow[], method: Method = DEFAULT_METHOD): PooledStratum[] {
  const groups = POOLED_TREATMENTS.flatMap((treatment) =>
    INPUTS.ageGroup.flatMap((ageGroup) => INPUTS.site.map((site) => ({ treatment, ageGroup, site }))),
  );
  return groups.map((group) => poolStratum(rows, group, method)).filter(({ responses }) => responses.length > 0);
}
