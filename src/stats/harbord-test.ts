import { requireEqualLength, requireEventsWithinTotals, requireLevel } from './checks.js';
import { isNoAnswer, type NoAnswer } from './no-answer.js';
import type { AsymmetryTest } from './peters-test.js';
import type { TwoGroupCounts } from './two-group-effects.js';
import { weightedLine } from './weighted-line.js';

/**
 * Harbord's test for small-study effects in odds ratios: Egger's regression with the efficient score Z of the log odds
 * ratio and its variance V under no effect, Z/V on 1/sqrt(V) with weights V. The slope is the bias.
 *
 * With a of n1 and c of n2 events, N = n1 + n2: Z = a - n1 (a + c)/N, V = n1 n2 (a + c)(N - a - c) / (N^2 (N - 1)).
 *
 * @param counts events and totals of two groups
 * @param level confidence level between 0 and 1
 * @returns the test, or a no-answer: `too-few-studies` unless three have both events and others (the rest, whose V is
 *   0, are left out), `collinear-moderators` when all have the same V
 * @throws RangeError for arrays of unequal length, more events than patients
 *
 * Source: Harbord, Egger and Sterne 2006, doi:10.1002/sim.2380.
 *
 * @example
 * harbordTest({ ai: [1, 4, 9, 20], n1i: [10, 20, 50, 100], ci: [4, 6, 10, 21], n2i: [10, 20, 50, 100] })
 * // slope -1.846, df 2, p 0.0693
 */
export function harbordTest({ ai, n1i, ci, n2i }: TwoGroupCounts, level = 0.95): AsymmetryTest | NoAnswer {
  requireEventsWithinTotals('harbordTest', 'ai', ai, 'n1i', n1i);
  requireEventsWithinTotals('harbordTest', 'ci', ci, 'n2i', n2i);
  requireEqualLength('harbordTest', 'ai', ai, 'ci', ci);
  requireLevel('harbordTest', level);
  const scores = ai.map((a, i) => score(a, n1i[i]!, ci[i]!, n2i[i]!)).filter(({ v }) => v > 0);
  const line = weightedLine(
    scores.map(({ z, v }) => z / v),
    scores.map(({ v }) => 1 / Math.sqrt(v)),
    scores.map(({ v }) => v),
    level,
  );
  return isNoAnswer(line) ? line : { ...line, kind: 'asymmetry-test', k: scores.length };
}

function score(a: number, n1: number, c: number, n2: number): { readonly z: number; readonly v: number } {
  const n = n1 + n2;
  const events = a + c;
  return { z: a - (n1 * events) / n, v: ((n1 / n) * (n2 / n) * events * (n - events)) / (n - 1) };
}
