import { requireEqualLength } from './checks.js';
import { fitMeanModel } from './mean-model.js';
import { isNoAnswer, noAnswer, type NoAnswer } from './no-answer.js';
import { omit } from './pool-and-test.js';
import type { PoolingMethod } from './tau-squared.js';

/** A study's place in Baujat's plot. */
export interface BaujatPoint {
  readonly kind: 'baujat-point';
  /** Horizontal: the study's term of the generalised Q, its squared distance from the pool over its total variance. */
  readonly heterogeneity: number;
  /** Vertical: squared change of the pool when the study is left out, over the variance of the pool without it. */
  readonly influence: number;
}

/**
 * Coordinates of Baujat's plot: studies to the right drive the heterogeneity, studies at the top the result.
 *
 * @param yi effects, finite, one a study
 * @param vi their sampling variances, at least 0
 * @param options `method`: `EE` gives Baujat's own coordinates; a random-effects method puts vi + tau-squared for vi
 *   and estimates tau-squared anew without each study
 * @returns a point for each study in their order (a no-answer where the pool without it has none), or a no-answer:
 *   `too-few-studies` for fewer than two, or that of the fit
 * @throws RangeError as `fitMeanModel` does
 *
 * Cost: one fit for each study. Source: Baujat et al. 2002, doi:10.1002/sim.1221, section 3.
 *
 * @example
 * baujat([0, 1, 5], [1, 1, 1], { method: 'EE' })   // third study: heterogeneity 9, influence (2 - 0.5)^2 / 0.5 = 4.5
 */
export function baujat(
  yi: readonly number[],
  vi: readonly number[],
  { method }: { readonly method: PoolingMethod },
): { readonly kind: 'baujat'; readonly points: readonly (BaujatPoint | NoAnswer)[] } | NoAnswer {
  requireEqualLength('baujat', 'yi', yi, 'vi', vi);
  if (yi.length < 2) return noAnswer('too-few-studies', yi.length, 2, { method });
  const fit = fitMeanModel(yi, vi, { method });
  if (isNoAnswer(fit)) return fit;
  const points = yi.map((y, i): BaujatPoint | NoAnswer => {
    const without = fitMeanModel(omit(yi, i), omit(vi, i), { method, oneStudy: 'equal-effects' });
    if (isNoAnswer(without)) return without;
    return {
      kind: 'baujat-point',
      heterogeneity: (y - fit.estimate) ** 2 / (vi[i]! + fit.tauSquared),
      influence: ((fit.estimate - without.estimate) / without.se) ** 2,
    };
  });
  return { kind: 'baujat', points };
}
