import { freemanTukey } from './proportion-effects.js';
import type { Measure } from './effect-sizes.js';

/** Logistic function, the inverse of the logit: 1/(1 + exp(-x)), without overflow at either end. */
export function logistic(x: number): number {
  return x < 0 ? Math.exp(x) / (1 + Math.exp(x)) : 1 / (1 + Math.exp(-x));
}

/** The logit log(p/(1 - p)) of a proportion; -Infinity at 0 and Infinity at 1. */
export function logit(p: number): number {
  return Math.log(p / (1 - p));
}

/**
 * From the scale on which a measure is pooled to the scale on which it is read.
 *
 * PR, RD and GEN stay; PLO becomes a proportion (logistic); PAS sin(y)^2, with y clipped to 0 ... pi/2; RR and OR the
 * ratio exp(y); PFT by `inverseFreemanTukey`, which needs a sample size.
 *
 * @param y the effect, or a limit of its interval
 * @param sampleSize for PFT: the study's own size, or for a pool the harmonic mean of the sizes
 * @throws RangeError for PFT without a sample size above 0, and for an unknown measure
 *
 * @example
 * backTransform('PLO', Math.log(4 / 12))   // 0.25
 */
export function backTransform(measure: Measure, y: number, sampleSize?: number): number {
  switch (measure) {
    case 'PR':
    case 'RD':
    case 'GEN':
      return y;
    case 'PLO':
      return logistic(y);
    case 'PAS':
      return Math.sin(Math.min(Math.max(y, 0), Math.PI / 2)) ** 2;
    case 'RR':
    case 'OR':
      return Math.exp(y);
    case 'PFT':
      return inverseFreemanTukey(y, sampleSize);
    default:
      throw new RangeError(`backTransform: unknown measure ${String(measure)}`);
  }
}

/**
 * Inverse of the Freeman-Tukey double arcsine for a sample of n: Miller 1978, doi:10.1080/00031305.1978.10479283.
 * With t = 2y and s = sin t + (sin t - 1/sin t)/n the proportion is (1 - sign(cos t) sqrt(1 - s^2))/2; below the
 * transform of 0 events it is 0, above that of n events 1. Exact: it returns x/n for `freemanTukey(x, n)`. For small
 * proportions (1 - sqrt(1 - s^2))/2 is evaluated as s^2/(1 + sqrt(1 - s^2))/2, which keeps the digits.
 *
 * For a pool n is the harmonic mean of the sizes, a convention that can put the pooled proportion outside the range
 * of the studies (Schwarzer et al. 2019, doi:10.1002/jrsm.1348): the reason why PFT is no default here.
 */
function inverseFreemanTukey(y: number, n: number | undefined): number {
  if (n === undefined || !(n > 0 && n < Infinity)) {
    throw new RangeError(`backTransform: PFT needs a finite sampleSize above 0, but has ${String(n)}`);
  }
  if (y <= freemanTukey(0, n)) return 0;
  if (y >= freemanTukey(n, n)) return 1;
  const sine = Math.sin(2 * y);
  const s = Math.min(1, Math.max(-1, sine + (sine - 1 / sine) / n));
  const root = Math.sqrt(1 - s * s);
  const lower = (s * s) / (1 + root) / 2;
  return Math.cos(2 * y) >= 0 ? lower : 1 - lower;
}

/**
 * Harmonic mean of sample sizes, the size with which a pool of Freeman-Tukey effects is transformed back.
 *
 * @throws RangeError without sizes, or for a size that is not above 0
 */
export function harmonicMean(sizes: readonly number[]): number {
  let reciprocals = 0;
  for (const size of sizes) {
    if (!(size > 0)) throw new RangeError(`harmonicMean: sizes must be above 0, but one is ${String(size)}`);
    reciprocals += 1 / size;
  }
  if (sizes.length === 0) throw new RangeError('harmonicMean requires at least one size');
  return sizes.length / reciprocals;
}
