import type fc from 'fast-check';
import { someEffects, type Effects } from './studies.js';

/** Effects to three decimals, not all alike: the rounding errors of an exact fit follow no law. */
export const tidyEffects = (): fc.Arbitrary<Effects> =>
  someEffects()
    .map(({ yi, vi }) => ({ yi: yi.map((y) => Math.round(y * 1000) / 1000 + 0), vi }))
    .filter(({ yi }) => Math.max(...yi) - Math.min(...yi) > 0.01);
