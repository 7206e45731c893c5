import { centreStudies, weightedSums } from './centred-studies.js';
import { requireEqualLength, requireFinite, requireLevel, requireNonNegative } from './checks.js';
import { chiSquaredQuantile } from './distributions.js';
import { solveGeneralisedQ } from './generalised-q.js';
import { noAnswer, type NoAnswer } from './no-answer.js';
import { generalisedQ } from './tau-squared.js';

/** Two limits, the lower first. */
export interface Limits {
  readonly low: number;
  readonly high: number;
}

/** Confidence limits of the variance between studies and of what follows from it. */
export interface HeterogeneityInterval {
  readonly kind: 'heterogeneity-interval';
  readonly level: number;
  readonly tauSquared: Limits;
  readonly tau: Limits;
  /** In per cent. */
  readonly iSquared: Limits;
  readonly hSquared: Limits;
  /**
   * Effects agree better than chance allows: no tau-squared of at least 0 is compatible with the data, and all limits
   * stand at 0 (H-squared at 1).
   */
  readonly empty: boolean;
}

/**
 * Q-profile interval: all values of tau-squared whose generalised Q lies between the chi-squared quantiles on k - 1
 * degrees of freedom, and the limits of I-squared and H-squared that they imply. It rests on no estimator, and is
 * exact when effects are normal and their variances known.
 *
 * @param yi effects, @param vi their sampling variances, as for `fitMeanModel`
 * @returns the interval, or a no-answer: `no-studies`, `too-few-studies` for one, `zero-variance` when a variance is
 *   0, `did-not-converge`
 * @throws RangeError as `fitMeanModel`, and for a level outside 0 to 1
 *
 * Accuracy: about 1e-14 relative to limit plus smallest variance. Source: Viechtbauer 2007, doi:10.1002/sim.2514;
 * I-squared with the typical variance of Higgins and Thompson 2002, doi:10.1002/sim.1186, eq. 9.
 *
 * @example
 * qProfileInterval([0.1, 0.3, 0.8], [0.02, 0.03, 0.05])   // tauSquared {low: 0, high: 5.0958...}
 */
export function qProfileInterval(
  yi: readonly number[],
  vi: readonly number[],
  { level = 0.95 }: { readonly level?: number } = {},
): HeterogeneityInterval | NoAnswer {
  const where = 'qProfileInterval';
  requireLevel(where, level);
  requireEqualLength(where, 'yi', yi, 'vi', vi);
  requireFinite(where, 'yi', yi);
  requireNonNegative(where, 'vi', vi);
  const k = yi.length;
  if (k === 0) return noAnswer('no-studies', 0, 2, { method: 'Q-profile' });
  if (k === 1) return noAnswer('too-few-studies', 1, 2, { method: 'Q-profile' });
  if (vi.includes(0)) return noAnswer('zero-variance', vi.filter((v) => v > 0).length, k, { method: 'Q-profile' });

  const studies = centreStudies(yi, vi);
  const { q, trace } = weightedSums(studies, 0);
  const tail = (1 - level) / 2;
  const leastQ = chiSquaredQuantile(tail, k - 1);
  const limit = (target: number) =>
    solveGeneralisedQ((t) => generalisedQ(studies, t), target, studies.smallestVariance, 'Q-profile');
  const low = limit(chiSquaredQuantile(tail, k - 1, 'upper'));
  const high = limit(leastQ);
  if (low.kind === 'no-answer') return low;
  if (high.kind === 'no-answer') return high;
  return {
    kind: 'heterogeneity-interval',
    level,
    ...impliedLimits(low.tauSquared, high.tauSquared, (k - 1) / trace),
    empty: q < leastQ,
  };
}

function impliedLimits(
  low: number,
  high: number,
  typicalVariance: number,
): Pick<HeterogeneityInterval, 'tauSquared' | 'tau' | 'iSquared' | 'hSquared'> {
  const share = (tauSquared: number): number => (100 * tauSquared) / (tauSquared + typicalVariance);
  const ratio = (tauSquared: number): number => tauSquared / typicalVariance + 1;
  return {
    tauSquared: { low, high },
    tau: { low: Math.sqrt(low), high: Math.sqrt(high) },
    iSquared: { low: share(low), high: share(high) },
    hSquared: { low: ratio(low), high: ratio(high) },
  };
}
