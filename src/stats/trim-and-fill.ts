import { requireEqualLength, requireOneOf } from './checks.js';
import { fillSide, type TrimAndFill } from './fill-side.js';
import { metaRegression } from './meta-regression.js';
import { isNoAnswer, type NoAnswer } from './no-answer.js';
import type { PoolAndTestOptions } from './pool-and-test.js';
import type { PoolingMethod } from './tau-squared.js';

export type { TrimAndFill } from './fill-side.js';

export interface TrimAndFillOptions extends PoolAndTestOptions {
  /** Estimator of the number of missing studies, default `L0`. */
  readonly estimator?: 'L0' | 'R0';
  /** Where studies are thought missing; `auto` (default): opposite to where small studies lie (`funnelRegression`). */
  readonly side?: 'auto' | 'left' | 'right';
}

/**
 * Trim and fill: how many studies a symmetrical funnel would need on one side, and what the pool would be with them. A
 * sensitivity analysis; it assumes that asymmetry comes from missing studies alone, and it is poor under strong
 * heterogeneity.
 *
 * The studies furthest out on the full side are trimmed, the rest pooled, and their number estimated from the signed
 * ranks of all distances from that pool, until it stays the same; then the trimmed studies' mirror images are added.
 * With T the sum of the ranks of distances to the full side: L0 = (4T - k(k + 1)) / (2k - 1), rounded; R0 = the number
 * of top ranks on the full side less 1. Neither below 0.
 *
 * @param yi effects, finite, one a study
 * @param vi their sampling variances, at least 0
 * @returns the filled pool, or a no-answer: `no-studies`, `zero-variance`, `did-not-converge`; for `auto` also
 *   `too-few-studies` for fewer than three and `collinear-moderators` when all variances are equal
 * @throws RangeError for arrays of unequal length, unknown options
 *
 * Accuracy: counts are exact; ties in distance are ranked in the order of the effects. Sources: Duval and Tweedie 2000,
 * doi:10.1111/j.0006-341X.2000.00455.x and doi:10.1080/01621459.2000.10473905 (variances of both estimators).
 *
 * @example
 * trimAndFill([0, 1, 2, 3, 9], [1, 1, 1, 1, 1], { method: 'EE', side: 'left' })   // missing 1
 */
export function trimAndFill(
  yi: readonly number[],
  vi: readonly number[],
  { estimator = 'L0', side = 'auto', ...options }: TrimAndFillOptions,
): TrimAndFill | NoAnswer {
  requireOneOf('trimAndFill', 'estimator', estimator, ['L0', 'R0']);
  requireOneOf('trimAndFill', 'side', side, ['auto', 'left', 'right']);
  requireEqualLength('trimAndFill', 'yi', yi, 'vi', vi);
  const missingSide = side === 'auto' ? sideOfSlope(yi, vi, options.method) : { kind: 'side' as const, side };
  return isNoAnswer(missingSide) ? missingSide : fillSide(yi, vi, missingSide.side, { estimator, ...options });
}

/** Left when effects grow with their standard errors, which is where the small studies are missing then. */
function sideOfSlope(
  yi: readonly number[],
  vi: readonly number[],
  method: PoolingMethod,
): { readonly kind: 'side'; readonly side: 'left' | 'right' } | NoAnswer {
  const fit = metaRegression(yi, vi, [vi.map(Math.sqrt)], { method });
  if (isNoAnswer(fit)) return fit;
  return { kind: 'side', side: fit.coefficients[1]!.estimate < 0 ? 'right' : 'left' };
}
