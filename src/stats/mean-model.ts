import { centreStudies, weightedSums, type CentredStudies, type WeightedSums } from './centred-studies.js';
import { requireEqualLength, requireFinite, requireNonNegative, requireOneOf } from './checks.js';
import { chiSquaredCdf } from './distributions.js';
import { noAnswer, type NoAnswer } from './no-answer.js';
import { logLikelihood, TAU_SQUARED_ESTIMATORS, type PoolingMethod, type TauSquaredEstimate } from './tau-squared.js';

export interface MeanModelOptions {
  readonly method: PoolingMethod;
  /**
   * What a random-effects method answers to a single study, which says nothing about the variance between studies:
   * `no-answer`, or `equal-effects`: that study with tau-squared 0, for procedures that delete or add studies. EE
   * always answers.
   */
  readonly oneStudy?: 'no-answer' | 'equal-effects';
}

/** Fit of the model effect = mean + deviation of the study (variance tau-squared) + sampling error (variance vi). */
export interface MeanModel {
  readonly kind: 'mean-model';
  readonly method: PoolingMethod;
  readonly k: number;
  /** The pooled effect, on the scale of the effects, and its standard error under the normal test. */
  readonly estimate: number;
  readonly se: number;
  readonly tauSquared: number;
  /** Normal-theory standard error of tau-squared; null for EE and for one study. */
  readonly tauSquaredSe: number | null;
  /** Weights 1/(vi + tau-squared), as per cent of their sum. */
  readonly weights: readonly number[];
  /** Cochran's Q under inverse-variance weights, its degrees of freedom and its upper-tail probability. */
  readonly q: number;
  readonly qDf: number;
  readonly qP: number;
  /** Generalised Q: as Q, but with the weights of the model. Hartung-Knapp inference rests on it. */
  readonly generalisedQ: number;
  /** The "typical" sampling variance of Higgins and Thompson; 0 for one study. */
  readonly typicalVariance: number;
  /** Share of the variance that is between studies, in per cent, 0 to 100. */
  readonly iSquared: number;
  /** Total over sampling variance; at least 1 except under EE, where it is Q/(k - 1). */
  readonly hSquared: number;
  /** ML and REML only. */
  readonly fitStatistics: FitStatistics | null;
  /** Evaluations of an iterative method; 0 for closed forms. */
  readonly iterations: number;
  /**
   * Local maxima of the likelihood; above 1 the estimate is the highest of them, and the data are worth a second
   * look.
   */
  readonly maxima: number;
}

export interface FitStatistics {
  readonly logLikelihood: number;
  /** ML: twice the distance to the saturated model; REML: minus twice the log-likelihood. */
  readonly deviance: number;
  readonly aic: number;
  readonly bic: number;
  readonly aicc: number;
}

/**
 * Pools effects with known sampling variances: the weighted mean with weights 1/(vi + tau-squared), tau-squared by
 * the method named.
 *
 * @param yi effects on any scale, finite
 * @param vi their sampling variances, at least 0, one for each effect
 * @returns the fit, or a no-answer: `no-studies`; `too-few-studies` for one study under a random-effects method
 *   (unless `oneStudy` says otherwise); `zero-variance` when a variance is 0, since its inverse weight is infinite
 *   (`found` counts the usable ones); `did-not-converge` with the method and the iterations
 * @throws RangeError for arrays of unequal length, effects that are not finite, negative variances, an unknown method
 *
 * I-squared is tau-squared/(tau-squared + typical variance) and H-squared the same sum over the typical variance, in
 * which tau-squared is that of the method; under EE, which has none, they come from Q: Higgins and Thompson 2002,
 * doi:10.1002/sim.1186 (typical variance: eq. 9). Estimators: see `TAU_SQUARED_ESTIMATORS`.
 *
 * Accuracy: about 1e-14 relative for closed forms and iterative methods alike; ML and REML give the global maximum
 * and exactly 0 at the boundary. Cost: linear in the number of studies.
 *
 * @example
 * fitMeanModel([0.1, 0.3, 0.8], [0.02, 0.03, 0.05], {method: 'DL'})  // q 7, tauSquared 0.0775, estimate 0.3682...
 */
export function fitMeanModel(
  yi: readonly number[],
  vi: readonly number[],
  { method, oneStudy = 'no-answer' }: MeanModelOptions,
): MeanModel | NoAnswer {
  const where = 'fitMeanModel';
  requireOneOf(where, 'method', method, POOLING_METHODS);
  requireEqualLength(where, 'yi', yi, 'vi', vi);
  requireFinite(where, 'yi', yi);
  requireNonNegative(where, 'vi', vi);
  const k = yi.length;
  const equalEffects = method === 'EE' || (k === 1 && oneStudy === 'equal-effects');
  if (k === 0) return noAnswer('no-studies', 0, equalEffects ? 1 : 2, { method });
  if (k === 1 && !equalEffects) return noAnswer('too-few-studies', 1, 2, { method });
  if (vi.includes(0)) return noAnswer('zero-variance', vi.filter((v) => v > 0).length, k, { method });

  const studies = centreStudies(yi, vi);
  const inverseVariance = weightedSums(studies, 0);
  const estimator = TAU_SQUARED_ESTIMATORS[equalEffects ? 'EE' : method];
  const tauSquared = estimator(studies, inverseVariance);
  return tauSquared.kind === 'no-answer' ? tauSquared : assemble(method, studies, inverseVariance, tauSquared);
}

/** The methods in the order in which they are usually listed. */
export const POOLING_METHODS = Object.keys(TAU_SQUARED_ESTIMATORS) as readonly PoolingMethod[];

function assemble(
  method: PoolingMethod,
  studies: CentredStudies,
  inverseVariance: WeightedSums,
  { tauSquared, se, iterations, maxima }: TauSquaredEstimate,
): MeanModel {
  const { k, origin } = studies;
  const sums = weightedSums(studies, tauSquared);
  const { q, trace } = inverseVariance;
  const qDf = k - 1;
  const typicalVariance = k === 1 ? 0 : qDf / trace;
  return {
    kind: 'mean-model',
    method,
    k,
    estimate: origin + sums.mean,
    se: Math.sqrt(1 / sums.sumOfWeights),
    tauSquared,
    tauSquaredSe: se,
    weights: percentages(studies, sums),
    q,
    qDf,
    qP: k === 1 ? 1 : chiSquaredCdf(q, qDf, 'upper'),
    generalisedQ: sums.q,
    typicalVariance,
    ...(method === 'EE' ? heterogeneityFromQ(q, qDf) : heterogeneityFromTauSquared(tauSquared, typicalVariance)),
    fitStatistics: method === 'ML' || method === 'REML' ? fitStatistics(method, studies, sums) : null,
    iterations,
    maxima,
  };
}

function percentages({ k, vi }: CentredStudies, { tauSquared, sumOfWeights }: WeightedSums): number[] {
  // Grown entry by entry: an array made with its final length becomes a slow dictionary when that is large.
  const percent: number[] = [];
  for (let i = 0; i < k; i++) percent.push(100 / (vi[i]! + tauSquared) / sumOfWeights);
  return percent;
}

function heterogeneityFromQ(q: number, df: number): { iSquared: number; hSquared: number } {
  if (df === 0) return { iSquared: 0, hSquared: 1 };
  return { iSquared: q > df ? (100 * (q - df)) / q : 0, hSquared: q / df };
}

function heterogeneityFromTauSquared(tauSquared: number, typical: number): { iSquared: number; hSquared: number } {
  if (typical === 0) return { iSquared: 0, hSquared: 1 };
  return { iSquared: (100 * tauSquared) / (tauSquared + typical), hSquared: tauSquared / typical + 1 };
}

/**
 * Log-likelihood, deviance and information criteria with two parameters (mean, tau-squared). The sample size is k for
 * ML and k - 1 for REML, and at least 4 in the small-sample criterion: Hurvich and Tsai 1989,
 * doi:10.1093/biomet/76.2.297.
 */
function fitStatistics(method: 'ML' | 'REML', studies: CentredStudies, sums: WeightedSums): FitStatistics {
  const parameters = 2;
  const value = logLikelihood(studies, sums, method);
  const sampleSize = method === 'ML' ? studies.k : studies.k - 1;
  const n = Math.max(sampleSize, parameters + 2);
  return {
    logLikelihood: value,
    deviance: method === 'ML' ? saturatedDeviance(studies, sums) : -2 * value,
    aic: -2 * value + 2 * parameters,
    bic: -2 * value + parameters * Math.log(sampleSize),
    aicc: -2 * value + (2 * parameters * n) / (n - parameters - 1),
  };
}

/** The saturated model has every effect as its own mean and no variance between studies. */
function saturatedDeviance({ k, vi }: CentredStudies, { tauSquared, q }: WeightedSums): number {
  let deviance = q;
  for (let i = 0; i < k; i++) deviance += Math.log1p(tauSquared / vi[i]!);
  return deviance;
}
