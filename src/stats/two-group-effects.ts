import { requireEqualLength, requireEventsWithinTotals, requireOneOf } from './checks.js';
import {
  additions,
  collectEffects,
  HALF_WHERE_ZERO,
  requireCorrection,
  type ContinuityCorrection,
  type EffectSizes,
  type TwoGroupMeasure,
} from './effect-sizes.js';

/** Events and totals of two groups, one entry a study: ai of n1i in the first, ci of n2i in the second. */
export interface TwoGroupCounts {
  readonly ai: readonly number[];
  readonly n1i: readonly number[];
  readonly ci: readonly number[];
  readonly n2i: readonly number[];
}

export interface TwoGroupOptions {
  readonly measure: TwoGroupMeasure;
  /** Default: half an event in every cell of a table that has a zero cell. */
  readonly continuity?: ContinuityCorrection;
  /**
   * Drop studies without events, or without non-events, in both groups: they say nothing about a ratio. Default
   * false.
   */
  readonly dropDoubleZero?: boolean;
}

type EffectFormula = (a: number, n1: number, c: number, n2: number) => { yi: number; vi: number };

/** Effect and sampling variance of a table, with cells already corrected: a of n1, c of n2. */
const FORMULAS: Record<TwoGroupMeasure, EffectFormula> = {
  RR: (a, n1, c, n2) => ({ yi: Math.log(a / n1 / (c / n2)), vi: 1 / a - 1 / n1 + 1 / c - 1 / n2 }),
  OR: (a, n1, c, n2) => ({
    yi: Math.log((a / (n1 - a)) * ((n2 - c) / c)),
    vi: 1 / a + 1 / (n1 - a) + 1 / c + 1 / (n2 - c),
  }),
  RD: (a, n1, c, n2) => ({ yi: a / n1 - c / n2, vi: (a * (n1 - a)) / n1 ** 3 + (c * (n2 - c)) / n2 ** 3 }),
};

/**
 * Effects that compare two groups, with their sampling variances, for pooling: `RR` the log risk ratio, `OR` the log
 * odds ratio, `RD` the risk difference. Positive means more events in the first group.
 *
 * With a of n1 and c of n2 (b, d the non-events): RR log(a/n1) - log(c/n2) with 1/a - 1/n1 + 1/c - 1/n2; OR
 * log(ad/(bc)) with 1/a + 1/b + 1/c + 1/d; RD a/n1 - c/n2 with ab/n1^3 + cd/n2^3.
 *
 * @returns effects of the studies kept; `dropped` lists the others (double-zero when asked, infinite under `none`)
 * @throws RangeError for arrays of unequal length, negative or not finite counts, more events than patients
 *
 * Source: Fleiss and Berlin 2009, The Handbook of Research Synthesis, 2nd ed.; half an event as in Gart
 * and Zweifel 1967, doi:10.1093/biomet/54.1-2.181.
 *
 * @example
 * twoGroupEffects({ai: [10], n1i: [20], ci: [5], n2i: [20]}, {measure: 'RR'})  // yi [0.6931...] = log 2, vi [0.2]
 */
export function twoGroupEffects<M extends TwoGroupMeasure>(
  counts: TwoGroupCounts,
  { measure, continuity = HALF_WHERE_ZERO, dropDoubleZero = false }: TwoGroupOptions & { readonly measure: M },
): EffectSizes<M> {
  const where = 'twoGroupEffects';
  requireOneOf(where, 'measure', measure, Object.keys(FORMULAS));
  requireTwoGroupCounts(where, counts);
  requireCorrection(where, continuity);
  const { ai, n1i, ci, n2i } = counts;
  const usable = (i: number): boolean => !dropDoubleZero || !isDoubleZero(counts, i);
  const added = additions(continuity, ai.length, (i) => usable(i) && hasZeroCell(counts, i));
  return collectEffects(measure, ai.length, (i) => {
    const add = added[i]!;
    if (!usable(i)) return 'double-zero';
    return FORMULAS[measure](ai[i]! + add, n1i[i]! + 2 * add, ci[i]! + add, n2i[i]! + 2 * add);
  });
}

/** Throws a RangeError unless all four arrays are counts of the same studies. */
export function requireTwoGroupCounts(where: string, { ai, n1i, ci, n2i }: TwoGroupCounts): void {
  requireEventsWithinTotals(where, 'ai', ai, 'n1i', n1i);
  requireEventsWithinTotals(where, 'ci', ci, 'n2i', n2i);
  requireEqualLength(where, 'ai', ai, 'ci', ci);
}

/** No events in either group, or no non-events in either. */
export function isDoubleZero({ ai, n1i, ci, n2i }: TwoGroupCounts, i: number): boolean {
  return (ai[i] === 0 && ci[i] === 0) || (ai[i] === n1i[i] && ci[i] === n2i[i]);
}

function hasZeroCell({ ai, n1i, ci, n2i }: TwoGroupCounts, i: number): boolean {
  return ai[i] === 0 || ci[i] === 0 || ai[i] === n1i[i] || ci[i] === n2i[i];
}
