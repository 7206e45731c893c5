import { requireEventsWithinTotals, requireOneOf } from './checks.js';
import {
  additions,
  collectEffects,
  HALF_WHERE_ZERO,
  requireCorrection,
  type ContinuityCorrection,
  type EffectSizes,
  type ProportionMeasure,
} from './effect-sizes.js';

export interface ProportionOptions {
  readonly measure: ProportionMeasure;
  /**
   * For PR and PLO; default half an event where events are 0 or equal the total. PAS and PFT need none and take none.
   */
  readonly continuity?: ContinuityCorrection;
}

/** Effect and sampling variance of x events among n, with counts already corrected. */
const FORMULAS: Record<ProportionMeasure, (x: number, n: number) => { yi: number; vi: number }> = {
  PR: (x, n) => ({ yi: x / n, vi: ((x / n) * ((n - x) / n)) / n }),
  PLO: (x, n) => ({ yi: Math.log(x / (n - x)), vi: 1 / x + 1 / (n - x) }),
  PAS: (x, n) => ({ yi: Math.asin(Math.sqrt(x / n)), vi: 1 / (4 * n) }),
  PFT: (x, n) => ({ yi: freemanTukey(x, n), vi: 1 / (4 * n + 2) }),
};

/**
 * Effects of single proportions with their sampling variances, for pooling.
 *
 * With x events among n: `PR` is x/n with variance p(1 - p)/n; `PLO` the logit log(x/(n - x)) with 1/x + 1/(n - x);
 * `PAS` asin(sqrt(x/n)) in radians with 1/(4n); `PFT` the Freeman-Tukey double arcsine, see `freemanTukey`.
 *
 * @param events counts from 0 to the total; fractions are allowed (lesions scaled to people)
 * @param totals counts above 0, one for each entry of `events`
 * @returns effects in the order given. Under the correction `none` a logit of 0 or 1 and a raw proportion without
 *   variance are dropped and listed; otherwise nothing is.
 * @throws RangeError for arrays of unequal length, negative or not finite counts, more events than patients
 *
 * Accuracy: a few units in the last place. The correction adds `add` to events and to non-events (so twice to n), for
 * PR too. Sources: Freeman and Tukey 1950, doi:10.1214/aoms/1177729756; Gart and Zweifel 1967 for the logit with half
 * an event, doi:10.1093/biomet/54.1-2.181.
 *
 * @example
 * proportionEffects([4], [16], {measure: 'PLO'})   // yi [-1.0986...] = log(4/12), vi [1/3] = 1/4 + 1/12
 */
export function proportionEffects<M extends ProportionMeasure>(
  events: readonly number[],
  totals: readonly number[],
  { measure, continuity = HALF_WHERE_ZERO }: ProportionOptions & { readonly measure: M },
): EffectSizes<M> {
  const where = 'proportionEffects';
  requireOneOf(where, 'measure', measure, Object.keys(FORMULAS));
  requireEventsWithinTotals(where, 'events', events, 'totals', totals);
  requireCorrection(where, continuity);
  const formula = FORMULAS[measure];
  if (measure === 'PAS' || measure === 'PFT') {
    return collectEffects(measure, events.length, (i) => formula(events[i]!, totals[i]!));
  }
  const added = additions(continuity, events.length, (i) => events[i] === 0 || events[i] === totals[i]);
  return collectEffects(measure, events.length, (i) => formula(events[i]! + added[i]!, totals[i]! + 2 * added[i]!));
}

/**
 * Freeman-Tukey double arcsine of x events among n, in radians from about 0 to pi/2: the mean of asin(sqrt(x/(n +
 * 1))) and asin(sqrt((x + 1)/(n + 1))), on the halved scale whose variance is 1/(4n + 2). Freeman and Tukey 1950,
 * doi:10.1214/aoms/1177729756.
 *
 * It is offered, never a default: its back-transform needs one sample size for the whole pool, none is right when
 * sizes differ, and the result can lie outside the range of the studies (Schwarzer et al. 2019,
 * doi:10.1002/jrsm.1348).
 */
export function freemanTukey(x: number, n: number): number {
  return (Math.asin(Math.sqrt(x / (n + 1))) + Math.asin(Math.sqrt((x + 1) / (n + 1)))) / 2;
}
