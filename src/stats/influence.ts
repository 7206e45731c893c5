import { requireEqualLength } from './checks.js';
import { fitMeanModel, type MeanModel } from './mean-model.js';
import { isNoAnswer, noAnswer, type NoAnswer } from './no-answer.js';
import { omit } from './pool-and-test.js';
import type { PoolingMethod } from './tau-squared.js';

/** What deleting one study does to the pool. */
export interface StudyInfluence {
  readonly kind: 'study-influence';
  /** Studentised deleted residual: distance from the pool of the others, in standard errors of that distance. */
  readonly rstudent: number;
  /** Change of the study's fitted value, in standard errors from the fit without it. */
  readonly dffits: number;
  /** Squared change of the pooled effect over its variance. */
  readonly cooksDistance: number;
  /** Variance of the pooled effect without the study over that with it; below 1 the pool is more precise without. */
  readonly covarianceRatio: number;
  /** Tau-squared and Q of the pool without the study. */
  readonly tauSquaredDeleted: number;
  readonly qDeleted: number;
  /** Diagonal of the hat matrix: the study's share of the weight, 0 to 1; `weight` is the same in per cent. */
  readonly hat: number;
  readonly weight: number;
  /** Change of the pooled effect, in standard errors with the tau-squared of the fit without the study. */
  readonly dfbetas: number;
}

/** Influence of each study, in the order of the studies. */
export interface InfluenceDiagnostics {
  readonly kind: 'influence';
  readonly fit: MeanModel;
  /** Entry i belongs to study i; a no-answer where the pool without it has none. */
  readonly studies: readonly (StudyInfluence | NoAnswer)[];
}

/**
 * Outlier and influence diagnostics: which studies lie far from the others, and which move the result.
 *
 * @param yi effects, finite, one a study
 * @param vi their sampling variances, at least 0
 * @param options `method` of tau-squared, estimated anew without each study
 * @returns the diagnostics, or a no-answer: `too-few-studies` for fewer than two (three, where the method needs two
 *   studies to estimate tau-squared, are better: of two, each remaining one has tau-squared 0), or that of the fit
 * @throws RangeError as `fitMeanModel` does
 *
 * Accuracy: that of the fits; differences of two pools lose as many digits as those have in common. Cost: one fit for
 * each study, so quadratic in their number. Source: Viechtbauer and Cheung 2010, doi:10.1002/jrsm.11, section 3.
 *
 * @example
 * influence([0, 1, 5], [1, 1, 1], { method: 'EE' })   // third study: rstudent 3.674 = 4.5 / sqrt(1 + 1/2), hat 1/3
 */
export function influence(
  yi: readonly number[],
  vi: readonly number[],
  { method }: { readonly method: PoolingMethod },
): InfluenceDiagnostics | NoAnswer {
  requireEqualLength('influence', 'yi', yi, 'vi', vi);
  if (yi.length < 2) return noAnswer('too-few-studies', yi.length, 2, { method });
  const fit = fitMeanModel(yi, vi, { method });
  if (isNoAnswer(fit)) return fit;
  const studies = yi.map((_, i) => {
    const without = fitMeanModel(omit(yi, i), omit(vi, i), { method, oneStudy: 'equal-effects' });
    return isNoAnswer(without) ? without : compareFits(fit, without, yi[i]!, vi[i]!, fit.weights[i]!);
  });
  return { kind: 'influence', fit, studies };
}

function compareFits(fit: MeanModel, without: MeanModel, yi: number, vi: number, weight: number): StudyInfluence {
  const change = fit.estimate - without.estimate;
  const total = vi + without.tauSquared;
  // The pool's variance with all studies, but the tau-squared of the fit without this one.
  const variance = 1 / (1 / without.se ** 2 + 1 / total);
  return {
    kind: 'study-influence',
    rstudent: (yi - without.estimate) / Math.sqrt(total + without.se ** 2),
    dffits: change / Math.sqrt((weight / 100) * total),
    cooksDistance: (change / fit.se) ** 2,
    covarianceRatio: (without.se / fit.se) ** 2,
    tauSquaredDeleted: without.tauSquared,
    qDeleted: without.q,
    hat: weight / 100,
    weight,
    dfbetas: change / Math.sqrt(variance),
  };
}
