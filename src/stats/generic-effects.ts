import { requireEqualLength, requireFinite, requireLevel, requireNonNegative, requireOneOf } from './checks.js';
import { normalQuantile } from './distributions.js';
import { collectEffects, type EffectSizes } from './effect-sizes.js';

/**
 * Effects that bring their own sampling variances, checked and in the common form.
 *
 * @throws RangeError for arrays of unequal length, effects that are not finite, negative variances
 * @returns studies with variance 0 are dropped and listed
 *
 * @example
 * genericEffects([0.2, 0.5], [0.01, 0.04])   // yi [0.2, 0.5], vi [0.01, 0.04]
 */
export function genericEffects(yi: readonly number[], vi: readonly number[]): EffectSizes<'GEN'> {
  const where = 'genericEffects';
  requireEqualLength(where, 'yi', yi, 'vi', vi);
  requireFinite(where, 'yi', yi);
  requireNonNegative(where, 'vi', vi);
  return collectEffects('GEN', yi.length, (i) => ({ yi: yi[i]!, vi: vi[i]! }));
}

/**
 * The scale on which a printed interval is symmetric: `log` for ratios, `logit` for proportions, `identity` for
 * differences.
 */
export type IntervalScale = 'identity' | 'log' | 'logit';

export interface PrintedIntervals {
  readonly estimates: readonly number[];
  readonly lows: readonly number[];
  readonly highs: readonly number[];
}

const SCALES: Record<IntervalScale, (value: number) => number> = {
  identity: (value) => value,
  log: Math.log,
  logit: (value) => Math.log(value / (1 - value)),
};

/**
 * Effects from printed estimates with their Wald intervals, so that results without counts can be pooled: the
 * estimate on the scale given, its standard error the width of the interval there over twice the normal quantile
 * (Cochrane Handbook for Systematic Reviews of Interventions, chapter 6).
 *
 * @param printed estimates with limits in the unit printed: ratios above 0 for `log`, proportions inside 0 to 1 for
 *   `logit`
 * @param options `scale` as above; `level` of the printed intervals, default 0.95
 * @throws RangeError for arrays of unequal length, values outside the domain of the scale, limits that do not enclose
 *   the estimate
 *
 * Accuracy: that of the printed digits; a limit rounded to two decimals moves the variance by some per cent where the
 * interval is narrow.
 *
 * @example
 * effectsFromIntervals({estimates: [2], lows: [1], highs: [4]}, {scale: 'log'})  // yi [0.6931...], vi [0.12507...]
 */
export function effectsFromIntervals(
  { estimates, lows, highs }: PrintedIntervals,
  { scale, level = 0.95 }: { readonly scale: IntervalScale; readonly level?: number },
): EffectSizes<'GEN'> {
  const where = 'effectsFromIntervals';
  requireOneOf(where, 'scale', scale, Object.keys(SCALES));
  requireLevel(where, level);
  requireEqualLength(where, 'estimates', estimates, 'lows', lows);
  requireEqualLength(where, 'estimates', estimates, 'highs', highs);
  const transform = SCALES[scale];
  const width = 2 * normalQuantile((1 - level) / 2, 'upper');
  return collectEffects('GEN', estimates.length, (i) => {
    const [low, yi, high] = [lows[i]!, estimates[i]!, highs[i]!].map(transform) as [number, number, number];
    if (!(low <= yi && yi <= high && Number.isFinite(high - low))) {
      throw new RangeError(
        `${where}: study ${i} must have low <= estimate <= high within the ${scale} scale, but has ` +
          `${lows[i]}, ${estimates[i]}, ${highs[i]}`,
      );
    }
    return { yi, vi: ((high - low) / width) ** 2 };
  });
}
