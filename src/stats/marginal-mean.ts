import { logistic } from './back-transform.js';
import { gaussHermite, type QuadratureRule } from './gauss-hermite.js';
import type { MeanTestResult } from './inference.js';
import { noAnswer, type NoAnswer } from './no-answer.js';

/** Settings of the quadrature over the distribution of studies. */
export const MARGINAL_MEAN_SETTINGS = {
  /** First number of nodes; doubled until two results agree. */
  firstNodes: 32,
  /**
   * Enough for 1e-12 up to tau = 5 and 1e-8 at tau = 8 on the logit scale, where most studies lie below 1 or above 99
   * %.
   */
  maxNodes: 512,
  /** Two successive results that differ by no more are taken as settled. */
  tolerance: 1e-13,
  /**
   * Results that still differ by more with all the nodes are no answer; the error is then far smaller than the
   * difference.
   */
  acceptable: 1e-5,
};

/** The mean proportion over studies, with the limits that follow from the interval of the median study. */
export interface MarginalMean {
  readonly kind: 'marginal-mean';
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
}

/**
 * Mean proportion over studies of a pool on the logit scale: the mean of logistic(estimate + tau Z), Z standard
 * normal.
 *
 * The back-transformed pool, logistic(estimate), is the proportion of the median study; the mean over studies lies
 * between it and 1/2. The limits are the same mean at the limits of the estimate, with tau-squared as estimated: its
 * own uncertainty is left out.
 *
 * @param test the pooled logit with its interval, from `testMean`
 * @param tauSquared at least 0, on the logit scale
 * @returns proportions, or a no-answer `did-not-converge` for a spread far beyond any use (tau above about 10)
 * @throws RangeError for a negative tau-squared or one that is not finite
 *
 * Accuracy: 1e-12 up to tau = 5, 1e-8 at 8 (Gauss-Hermite, nodes doubled from 32 to at most 512 until two results
 * agree). Source: Zeger, Liang and Albert 1988, doi:10.2307/2531734; quadrature: Crouch and Spiegelman
 * 1990, doi:10.1080/01621459.1990.10476222.
 *
 * @example
 * marginalMean({estimate: 1, low: 0, high: 2}, 1)   // {estimate: 0.6967..., low: 0.5, high: 0.8445...}
 */
export function marginalMean(
  { estimate, low, high }: Pick<MeanTestResult, 'estimate' | 'low' | 'high'>,
  tauSquared: number,
): MarginalMean | NoAnswer {
  if (!(tauSquared >= 0 && tauSquared < Infinity)) {
    throw new RangeError(`marginalMean: tauSquared must be a finite number of at least 0, but is ${tauSquared}`);
  }
  const means = settledMeans([estimate, low, high], Math.sqrt(tauSquared));
  if ('kind' in means) return means;
  return { kind: 'marginal-mean', estimate: means[0]!, low: means[1]!, high: means[2]! };
}

/** Means of logistic(centre + tau Z) for each centre, with as many nodes as it takes for all to settle. */
function settledMeans(centres: readonly number[], tau: number): readonly number[] | NoAnswer {
  const { firstNodes, maxNodes, tolerance, acceptable } = MARGINAL_MEAN_SETTINGS;
  let means = meansWith(firstNodes, centres, tau);
  let change = Infinity;
  for (let nodes = 2 * firstNodes; nodes <= maxNodes && change > tolerance; nodes *= 2) {
    const finer = meansWith(nodes, centres, tau);
    const coarser = means;
    change = Math.max(...finer.map((mean, i) => Math.abs(mean - coarser[i]!)));
    means = finer;
  }
  if (change <= acceptable) return means;
  return noAnswer('did-not-converge', maxNodes, maxNodes, { method: 'Gauss-Hermite', iterations: maxNodes });
}

function meansWith(size: number, centres: readonly number[], tau: number): readonly number[] {
  const { nodes, weights } = quadratureRule(size);
  return centres.map((centre) => {
    let sum = 0;
    for (let j = 0; j < size; j++) {
      const x = nodes[j]!;
      sum += weights[j]! * Math.exp(-x * x) * logistic(centre + Math.SQRT2 * tau * x);
    }
    return sum / Math.sqrt(Math.PI);
  });
}

const rules = new Map<number, QuadratureRule>();

/** Nodes take longer to find than to use, and every pool asks for the same few. */
function quadratureRule(size: number): QuadratureRule {
  const rule = rules.get(size) ?? gaussHermite(size);
  rules.set(size, rule);
  return rule;
}
