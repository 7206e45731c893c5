import { requireEventsWithinTotals } from './checks.js';
import { noAnswer, type NoAnswer } from './no-answer.js';

/** Risk ratio of two treatments given to the same patients, when only the totals of each are known. */
export interface WithinPatientRiskRatio {
  readonly kind: 'within-patient-risk-ratio';
  readonly logRiskRatio: number;
  /** Sampling variance of the log risk ratio as if the two treatments had been given to different patients. */
  readonly variance: number;
  /** The variance if responses agreed as much, or as little, as the totals allow. */
  readonly smallestVariance: number;
  readonly largestVariance: number;
  /** The numbers of patients with events on both sides that the totals allow. */
  readonly overlap: { readonly min: number; readonly max: number };
}

/**
 * Log risk ratio within patients from margins only: each patient had both treatments (left and right side, say), and
 * the report gives the events of each but not how many patients had both.
 *
 * With x1 and x2 events among n patients, m of them with both, the variance of log(x1/x2) is (x1 + x2 - 2m) / (x1 x2).
 * m lies between max(0, x1 + x2 - n) and min(x1, x2). As if independent m is x1 x2 / n, and the variance the usual
 * 1/x1 + 1/x2 - 2/n: cautious where responses of a patient's sides agree, which they mostly do.
 *
 * Where one of the margins is 0 or n, half an event is added to events and non-events of both, as `twoGroupEffects`
 * does.
 *
 * @param events1 patients with an event under the first treatment, 0 to `patients`; fractions allowed
 * @param events2 the same under the second
 * @param patients patients who had both treatments, above 0
 * @returns the log risk ratio with its variance and bounds, or a no-answer `not-estimable` without any event
 * @throws RangeError outside these domains
 *
 * Accuracy: a few units in the last place. Source: the delta method on a paired table, as in Elbourne et al. 2002,
 * doi:10.1093/ije/31.1.140, on margins of paired trials.
 *
 * @example
 * withinPatientRiskRatio(12, 6, 20)
 * // logRiskRatio 0.6931 = log 2, variance 0.15, smallestVariance 6/72 = 0.0833, largestVariance 18/72 = 0.25
 */
export function withinPatientRiskRatio(
  events1: number,
  events2: number,
  patients: number,
): WithinPatientRiskRatio | NoAnswer {
  const where = 'withinPatientRiskRatio';
  requireEventsWithinTotals(where, 'events', [events1, events2], 'patients', [patients, patients]);
  if (events1 === 0 && events2 === 0) return noAnswer('not-estimable', 0, 1);
  const atMargin = [events1, events2].some((x) => x === 0 || x === patients);
  const [x1, x2, n] = atMargin ? [events1 + 0.5, events2 + 0.5, patients + 1] : [events1, events2, patients];
  const overlap = { min: Math.max(0, x1 + x2 - n), max: Math.min(x1, x2) };
  const varianceAt = (both: number): number => (x1 + x2 - 2 * both) / (x1 * x2);
  return {
    kind: 'within-patient-risk-ratio',
    logRiskRatio: Math.log(x1 / x2),
    variance: varianceAt((x1 * x2) / n),
    smallestVariance: varianceAt(overlap.max),
    largestVariance: varianceAt(overlap.min),
    overlap,
  };
}
