import { requireLevel } from './checks.js';
import { betaQuantile, normalQuantile } from './distributions.js';

/** Interval for a proportion of 0 to 1. */
export interface ProportionInterval {
  readonly low: number;
  readonly high: number;
}

function requireCounts(where: string, events: number, total: number): void {
  if (!(total > 0 && total < Infinity)) {
    throw new RangeError(`${where}: total must be a finite number above 0, but is ${total}`);
  }
  if (!(events >= 0 && events <= total)) {
    throw new RangeError(`${where}: events must lie between 0 and total, but are ${events} of ${total}`);
  }
}

/** The probability that an interval of this level leaves out on each side. */
function leftOut(where: string, level: number): number {
  requireLevel(where, level);
  return (1 - level) / 2;
}

/**
 * Wilson's score interval for a proportion, without continuity correction.
 *
 * The bounds are the two p that solve |events/total - p| = z sqrt(p (1 - p) / total), z the normal quantile of
 * (1 + level)/2: the roots of (total + z^2) p^2 - (2 events + z^2) p + events^2/total = 0. The lower one is taken from
 * their product, which keeps its digits near 0.
 *
 * @param events number of events, 0 to total; need not be whole
 * @param total number observed, positive; need not be whole
 * @param level coverage aimed at, between 0 and 1
 * @returns proportions; `low` is exactly 0 without events, `high` exactly 1 if all are events
 * @throws RangeError for counts or a level outside these ranges
 * @see Wilson 1927, doi:10.1080/01621459.1927.10502953
 * @example wilson(0, 10) // low 0, high 0.2775
 */
export function wilson(events: number, total: number, level = 0.95): ProportionInterval {
  requireCounts('wilson', events, total);
  const z = normalQuantile(leftOut('wilson', level), 'upper');
  const half = (z * z) / 2;
  const root = events + half + z * Math.sqrt((events / total) * (total - events) + half / 2);
  return {
    low: (events / total) * (events / root),
    high: events === total ? 1 : root / (total + 2 * half),
  };
}

/**
 * Clopper and Pearson's exact interval: the proportions at which no more, or no fewer, events than those seen would
 * have probability (1 - level)/2. It covers at least `level`, usually more.
 *
 * low and high are the beta quantiles B((1 - level)/2; events, total - events + 1) and
 * B((1 + level)/2; events + 1, total - events) (Brown, Cai & DasGupta 2001, sec. 4.2.1). The beta form also holds for
 * counts that are not whole, such as lesions scaled down to the people who carry them.
 *
 * @param events number of events, 0 to total; need not be whole
 * @param total number observed, positive; need not be whole
 * @param level coverage guaranteed, between 0 and 1
 * @returns proportions; `low` is exactly 0 without events, `high` exactly 1 if all are events
 * @throws RangeError for counts or a level outside these ranges
 * @see Clopper & Pearson 1934, doi:10.1093/biomet/26.4.404; Brown, Cai & DasGupta 2001, doi:10.1214/ss/1009213286
 * @example clopperPearson(0, 52) // low 0, high 0.0685
 */
export function clopperPearson(events: number, total: number, level = 0.95): ProportionInterval {
  requireCounts('clopperPearson', events, total);
  const p = leftOut('clopperPearson', level);
  const others = total - events;
  return {
    low: events === 0 ? 0 : betaQuantile(p, events, others + 1),
    high: others === 0 ? 1 : betaQuantile(p, events + 1, others, 'upper'),
  };
}

/**
 * Jeffreys' interval as the posterior gives it: the central part of the beta distribution with parameters events + 1/2
 * and total - events + 1/2. Without events it leaves out 0, with all events it leaves out 1.
 *
 * @param events number of events, 0 to total; need not be whole
 * @param total number observed, positive; need not be whole
 * @param level posterior probability, between 0 and 1
 * @throws RangeError for counts or a level outside these ranges
 * @see Brown, Cai & DasGupta 2001, sec. 4.3, doi:10.1214/ss/1009213286
 * @example unmodifiedJeffreys(0, 10) // low 0.00004789, high 0.2172
 */
export function unmodifiedJeffreys(events: number, total: number, level = 0.95): ProportionInterval {
  requireCounts('unmodifiedJeffreys', events, total);
  const p = leftOut('unmodifiedJeffreys', level);
  const a = events + 0.5;
  const b = total - events + 0.5;
  return { low: betaQuantile(p, a, b), high: betaQuantile(p, a, b, 'upper') };
}

/**
 * Jeffreys' interval with its ends mended, the form in common use: `low` is 0 without events, `high` is 1 if all are
 * events; in between as `unmodifiedJeffreys`.
 *
 * @see Brown, Cai & DasGupta 2001, sec. 4.3, doi:10.1214/ss/1009213286
 * @example jeffreys(0, 10) // low 0, high 0.2172
 */
export function jeffreys(events: number, total: number, level = 0.95): ProportionInterval {
  const { low, high } = unmodifiedJeffreys(events, total, level);
  return { low: events === 0 ? 0 : low, high: events === total ? 1 : high };
}

/**
 * Agresti and Coull's interval: Wald's formula around Wilson's centre. Not cut off, so that it may reach below 0 or
 * above 1.
 *
 * @see Agresti & Coull 1998, doi:10.1080/00031305.1998.10480550
 * @example agrestiCoull(0, 10) // low -0.0434, high 0.3209
 */
export function agrestiCoull(events: number, total: number, level = 0.95): ProportionInterval {
  requireCounts('agrestiCoull', events, total);
  const z = normalQuantile(leftOut('agrestiCoull', level), 'upper');
  const size = total + z * z;
  const centre = (events + (z * z) / 2) / size;
  const halfWidth = z * Math.sqrt((centre * (1 - centre)) / size);
  return { low: centre - halfWidth, high: centre + halfWidth };
}
