/**
 * Studies prepared for repeated weighted sums over the deviations of the effects from that of the most precise study,
 * so that sums of squares keep their digits when effects are large against their spread.
 */
export interface CentredStudies {
  readonly k: number;
  readonly yi: readonly number[];
  readonly vi: readonly number[];
  /** The effect subtracted from all; add it to a weighted mean of the deviations. */
  readonly origin: number;
  /** Position of the smallest variance. */
  readonly mostPrecise: number;
  readonly smallestVariance: number;
  readonly largestVariance: number;
}

/** Prepares studies (at least one, every variance above 0). */
export function centreStudies(yi: readonly number[], vi: readonly number[]): CentredStudies {
  const k = yi.length;
  let mostPrecise = 0;
  let largestVariance = vi[0]!;
  for (let i = 1; i < k; i++) {
    const v = vi[i]!;
    if (v < vi[mostPrecise]!) mostPrecise = i;
    if (v > largestVariance) largestVariance = v;
  }
  const smallestVariance = vi[mostPrecise]!;
  return { k, yi, vi, origin: yi[mostPrecise]!, mostPrecise, smallestVariance, largestVariance };
}

/** Weighted sums at one value of tau-squared, with weights w = 1/(v + tau-squared). */
export interface WeightedSums {
  readonly tauSquared: number;
  readonly sumOfWeights: number;
  /** Weighted mean of the deviations from the origin. */
  readonly mean: number;
  /** Generalised Q: the weighted sum of squared deviations from the weighted mean. */
  readonly q: number;
  /**
   * Trace of P, the weight matrix without its component along the mean: the sum of w less the sum of w squared over
   * the sum of w. Summed over pairs, 2 w_i w_j / sum(w), because the difference loses every digit when one study
   * carries almost all the weight.
   */
  readonly trace: number;
}

/** Evaluates the weighted sums in two passes. */
export function weightedSums({ k, yi, vi, origin }: CentredStudies, tauSquared: number): WeightedSums {
  let sum = 0;
  let sumOfProducts = 0;
  let pairs = 0;
  for (let i = 0; i < k; i++) {
    const w = 1 / (vi[i]! + tauSquared);
    pairs += w * sum;
    sum += w;
    sumOfProducts += w * (yi[i]! - origin);
  }
  const mean = sumOfProducts / sum;
  let q = 0;
  for (let i = 0; i < k; i++) {
    const residual = yi[i]! - origin - mean;
    q += (residual * residual) / (vi[i]! + tauSquared);
  }
  return { tauSquared, sumOfWeights: sum, mean, q, trace: (2 * pairs) / sum };
}
