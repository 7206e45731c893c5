import { requireEqualLength, requireNonNegative } from './checks.js';

/**
 * How much larger a sampling variance is because observations come in clusters, such as several lesions of one
 * person: 1 + (m - 1) ICC, with m = lesions / people the mean cluster size. With ICC 1 (one person's lesions all
 * alike) it is lesions / people, with 0 it is 1.
 *
 * @param lesions observations, at least as many as people
 * @param people clusters, above 0
 * @param intraclassCorrelation 0 to 1, default 1, the cautious end
 * @throws RangeError outside these domains
 *
 * Source: Donner and Klar 2002, doi:10.1002/sim.1301; equal cluster sizes assumed, which understates the effect where
 * a few people bring many lesions.
 *
 * @example
 * designEffect(46, 23)        // 2: each variance counts double
 * designEffect(46, 23, 0.5)   // 1.5
 */
export function designEffect(lesions: number, people: number, intraclassCorrelation = 1): number {
  if (!(people > 0 && lesions >= people && lesions < Infinity)) {
    throw new RangeError(`designEffect: lesions must be at least people, above 0, but are ${lesions} and ${people}`);
  }
  if (!(intraclassCorrelation >= 0 && intraclassCorrelation <= 1)) {
    throw new RangeError(
      `designEffect: intraclassCorrelation must lie between 0 and 1, but is ${intraclassCorrelation}`,
    );
  }
  return 1 + (lesions / people - 1) * intraclassCorrelation;
}

/**
 * Sampling variances multiplied by a factor each, as from `designEffect`; 1 leaves a study as it is.
 *
 * @throws RangeError for a factor that is negative or not finite, or when their number differs from that of the
 *   variances
 *
 * @example
 * inflateVariances([0.1, 0.2], [1, 2])   // [0.1, 0.4]
 */
export function inflateVariances(vi: readonly number[], factors: readonly number[]): number[] {
  requireEqualLength('inflateVariances', 'vi', vi, 'factors', factors);
  requireNonNegative('inflateVariances', 'factors', factors);
  return vi.map((v, i) => v * factors[i]!);
}
