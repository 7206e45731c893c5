import { requireLevel } from './checks.js';
import { noAnswer, type NoAnswer } from './no-answer.js';
import { completeTablePool, type TablePool } from './table-pool.js';
import { requireTwoGroupCounts, type TwoGroupCounts } from './two-group-effects.js';

export interface PetoPool extends TablePool {
  readonly kind: 'peto';
  readonly k: number;
}

/**
 * Pools 2x2 tables by Peto's one-step method: the log odds ratio as observed minus expected events of the first group
 * over their hypergeometric variance. Made for rare events, small effects and groups of similar size; biased when
 * groups differ much in size or effects are large.
 *
 * With a of n1, c of n2, m events among N: O - E = a - n1 m/N, V = n1 n2 m (N - m) / (N^2 (N - 1)); estimate sum(O -
 * E)/sum V, standard error 1/sqrt(sum V). Tables without events or without non-events contribute nothing and are not
 * counted in Q.
 *
 * @returns the pool (log odds ratio), or a no-answer: `no-studies`; `not-estimable` when no table has both events and
 *   non-events
 * @throws RangeError for counts that are not counts, or a level outside 0 to 1
 *
 * Source: Yusuf et al. 1985, doi:10.1016/S0033-0620(85)80003-7.
 *
 * @example
 * peto({ai: [1], n1i: [10], ci: [3], n2i: [10]})   // estimate -1.1875 = (1 - 2)/V, V = 100 * 4 * 16/(400 * 19)
 */
export function peto(
  counts: TwoGroupCounts,
  { level = 0.95 }: { readonly level?: number } = {},
): PetoPool | NoAnswer {
  requireLevel('peto', level);
  requireTwoGroupCounts('peto', counts);
  const { ai, n1i, ci, n2i } = counts;
  const k = ai.length;
  const variances: number[] = [];
  const yi: number[] = [];
  const vi: number[] = [];
  let difference = 0;
  let variance = 0;
  for (let i = 0; i < k; i++) {
    const table = onePetoTable(ai[i]!, n1i[i]!, ci[i]!, n2i[i]!);
    variances.push(table.variance);
    difference += table.difference;
    variance += table.variance;
    if (table.variance > 0) {
      yi.push(table.difference / table.variance);
      vi.push(1 / table.variance);
    }
  }
  if (k === 0) return noAnswer('no-studies', 0, 1, { method: 'Peto' });
  if (variance === 0) return noAnswer('not-estimable', 0, 1, { method: 'Peto' });
  const pool = completeTablePool(difference / variance, 1 / Math.sqrt(variance), level, variances, { yi, vi });
  return { kind: 'peto', k, ...pool };
}

function onePetoTable(a: number, n1: number, c: number, n2: number): { difference: number; variance: number } {
  const total = n1 + n2;
  const events = a + c;
  const variance = (((n1 * n2) / total) * (events * (total - events))) / (total * (total - 1));
  return { difference: a - (n1 * events) / total, variance };
}
