import { requireLevel } from './checks.js';
import { normalQuantile } from './distributions.js';

/** A pair of straight lines in a funnel plot, from the apex at standard error 0 to the largest one. */
export interface FunnelContour {
  /** Share inside: 0.95 means that an effect on the line has two-sided p = 0.05. */
  readonly level: number;
  /** Where both lines meet, at standard error 0. */
  readonly apex: number;
  /** The lines at the largest standard error. */
  readonly low: number;
  readonly high: number;
}

export interface FunnelContourOptions {
  /** Shares inside, each between 0 and 1; default 0.9, 0.95, 0.99. */
  readonly levels?: readonly number[];
  /** The effect at the apex, default 0. */
  readonly reference?: number;
}

/**
 * Contours of statistical significance for a funnel plot: the effects that differ from `reference` with a given
 * two-sided p. If studies seem to be missing where results are not significant, unpublished results are a likely
 * cause; if they seem missing among significant results too, another cause is.
 *
 * Lines reference +- z * se, z the normal quantile of (1 + level)/2. With the pooled effect for `reference` the same
 * lines are the pseudo-confidence limits, within which studies of one common effect would lie.
 *
 * @param largestSe the largest standard error drawn, at least 0
 * @param options `levels` between 0 and 1, default 0.9, 0.95, 0.99; `reference` on the scale of the effects, default 0,
 *   no effect
 * @throws RangeError outside these domains
 *
 * Source: Peters et al. 2008, doi:10.1016/j.jclinepi.2007.11.010; pseudo-confidence limits: Sterne and Egger 2001,
 * doi:10.1016/S0895-4356(01)00377-8.
 *
 * @example
 * funnelContours(0.5, { levels: [0.95] })   // [{ level: 0.95, apex: 0, low: -0.97998..., high: 0.97998... }]
 */
export function funnelContours(
  largestSe: number,
  { levels = [0.9, 0.95, 0.99], reference = 0 }: FunnelContourOptions = {},
): FunnelContour[] {
  if (!(largestSe >= 0 && largestSe < Infinity)) {
    throw new RangeError(`funnelContours: largestSe must be a finite number of at least 0, but is ${largestSe}`);
  }
  if (!Number.isFinite(reference)) throw new RangeError(`funnelContours: reference must be finite, but is ${reference}`);
  return levels.map((level) => {
    requireLevel('funnelContours', level);
    const margin = normalQuantile((1 - level) / 2, 'upper') * largestSe;
    return { level, apex: reference, low: reference - margin, high: reference + margin };
  });
}
