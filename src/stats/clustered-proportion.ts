import { designEffect } from './design-effect.js';
import { clopperPearson, type ProportionInterval } from './single-proportion.js';

/** How alike the lesions of one person are, and the coverage of the interval. */
export interface ClusteredIntervalOptions {
  /** Intraclass correlation, 0 to 1; default 1, all lesions of a person alike. */
  readonly intraclassCorrelation?: number;
  /** Confidence level between 0 and 1, default 0.95. */
  readonly level?: number;
}

/**
 * Exact interval for a proportion of lesions of fewer people: Clopper and Pearson's for the counts divided by the
 * design effect, so that with intraclass correlation 1 it is the interval of as many observations as there are people.
 *
 * The counts are fractional then, for which the beta form of that interval stands in; coverage is no longer guaranteed,
 * only roughly kept.
 *
 * @param events lesions with the event, 0 to `lesions`
 * @param lesions lesions observed, at least as many as people
 * @param people people who have them, above 0
 * @returns proportions of lesions, `low` and `high` in 0..1
 * @throws RangeError outside these domains
 *
 * Source: effective sample size, Korn and Graubard 1998 (Survey Methodology 24, 193-201); see `designEffect`.
 *
 * @example
 * clusteredInterval(31, 46, 23)   // as clopperPearson(15.5, 23): low 0.449, high 0.852
 */
export function clusteredInterval(
  events: number,
  lesions: number,
  people: number,
  { intraclassCorrelation = 1, level = 0.95 }: ClusteredIntervalOptions = {},
): ProportionInterval {
  const effect = designEffect(lesions, people, intraclassCorrelation);
  return clopperPearson(events / effect, lesions / effect, level);
}
