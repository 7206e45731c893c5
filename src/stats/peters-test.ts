import { requireEqualLength, requireEventsWithinTotals, requireLevel } from './checks.js';
import type { Coefficient } from './meta-regression.js';
import { isNoAnswer, type NoAnswer } from './no-answer.js';
import { weightedLine } from './weighted-line.js';

/** Asymmetry test that regresses effects on study size (Peters) or on a score (Harbord). */
export interface AsymmetryTest {
  readonly kind: 'asymmetry-test';
  /** Studies that could be used. */
  readonly k: number;
  /** The test: 0 without small-study effects. t on `df` = k - 2. */
  readonly slope: Coefficient;
  readonly intercept: Coefficient;
  readonly df: number;
}

/**
 * Peters' test for small-study effects in log odds ratios or logits: weighted regression on 1/total with weights
 * events * non-events / total, which, unlike the standard error, hardly depend on the effect.
 *
 * @param yi log odds ratios (half an event added where a cell is 0) or logits of single proportions
 * @param events events in each study; of both groups together for odds ratios
 * @param totals patients in each study; of both groups together for odds ratios
 * @param level confidence level between 0 and 1
 * @returns the test, or a no-answer: `too-few-studies` unless three have both events and others (the rest are left
 *   out), `collinear-moderators` when all have the same size
 * @throws RangeError for arrays of unequal length, more events than patients
 *
 * Source: Peters et al. 2006, doi:10.1001/jama.295.6.676.
 *
 * @example
 * petersTest([-1.10, -0.85, -0.41, 0], [4, 9, 16, 10], [16, 30, 40, 20])   // slope -3.659, df 2, p 0.8657
 */
export function petersTest(
  yi: readonly number[],
  events: readonly number[],
  totals: readonly number[],
  level = 0.95,
): AsymmetryTest | NoAnswer {
  requireEqualLength('petersTest', 'yi', yi, 'events', events);
  requireEventsWithinTotals('petersTest', 'events', events, 'totals', totals);
  requireLevel('petersTest', level);
  const used = events.flatMap((x, i) => (x > 0 && x < totals[i]! ? [i] : []));
  const line = weightedLine(
    used.map((i) => yi[i]!),
    used.map((i) => 1 / totals[i]!),
    used.map((i) => (events[i]! / totals[i]!) * (totals[i]! - events[i]!)),
    level,
  );
  return isNoAnswer(line) ? line : { ...line, kind: 'asymmetry-test', k: used.length };
}
