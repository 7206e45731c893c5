import { weightedSums, type CentredStudies, type WeightedSums } from './centred-studies.js';
import { solveGeneralisedQ } from './generalised-q.js';
import type { NoAnswer } from './no-answer.js';
import { maximiseVarianceLikelihood, type ScoreTerms } from './variance-likelihood.js';

/** Equal-effects, and the estimators of the variance between studies. */
export type PoolingMethod = 'EE' | 'DL' | 'HE' | 'HS' | 'SJ' | 'ML' | 'REML' | 'EB' | 'PM';

/** An estimate of the variance between studies, at least 0, in the squared unit of the effects. */
export interface TauSquaredEstimate {
  readonly kind: 'tau-squared';
  readonly tauSquared: number;
  /** Normal-theory standard error at the estimate; null where there is no estimate (EE). */
  readonly se: number | null;
  /** Evaluations of the iterative methods; 0 for closed forms. */
  readonly iterations: number;
  /** Local maxima of the likelihood (ML, REML), the boundary included; 1 for the other methods. */
  readonly maxima: number;
}

type Estimator = (studies: CentredStudies, inverseVariance: WeightedSums) => TauSquaredEstimate | NoAnswer;

/**
 * The estimators, each from the studies (at least two) and their sums under inverse-variance weights w. All are
 * truncated at 0. Overview of all: Viechtbauer 2005, doi:10.3102/10769986030003261, and Veroniki et al. 2016,
 * doi:10.1002/jrsm.1164.
 *
 * - `DL` DerSimonian and Laird 1986, doi:10.1016/0197-2456(86)90046-2: (Q - (k - 1)) / (sum w - sum w^2 / sum w)
 * - `HE` Hedges and Olkin 1985, Statistical Methods for Meta-Analysis: variance of the effects less the mean sampling
 *   variance
 * - `HS` Hunter and Schmidt 2004, Methods of Meta-Analysis, in the form of Viechtbauer 2005: (Q - k) / sum w
 * - `SJ` Sidik and Jonkman 2005, doi:10.1111/j.1467-9876.2005.00489.x: with the start t = var(y) (k - 1)/k and
 *   weights 1/(v/t + 1), the weighted sum of squares around the weighted mean over k - 1; two steps, no iteration
 * - `ML`, `REML` global maximum of the full or restricted likelihood: see `maximiseVarianceLikelihood`
 * - `EB` Morris 1983, doi:10.1080/01621459.1983.10477920, and `PM` Paule and Mandel 1982, doi:10.6028/jres.087.022:
 *   both solve generalised Q = k - 1, see `solveGeneralisedQ`
 *
 * Standard errors: for DL, HE, HS and SJ that of the quadratic form that each is, for ML and REML from the expected
 * information, for EB and PM that of a variance on k - 1 degrees of freedom with average weights; all at the estimate
 * and for normal effects.
 */
export const TAU_SQUARED_ESTIMATORS: Readonly<Record<PoolingMethod, Estimator>> = {
  EE: () => ({ kind: 'tau-squared', tauSquared: 0, se: null, iterations: 0, maxima: 1 }),
  DL: derSimonianLaird,
  HE: hedgesOlkin,
  HS: hunterSchmidt,
  SJ: sidikJonkman,
  ML: (studies) => likelihoodEstimate(studies, 'ML'),
  REML: (studies) => likelihoodEstimate(studies, 'REML'),
  EB: (studies) => pauleMandel(studies, 'EB'),
  PM: (studies) => pauleMandel(studies, 'PM'),
};

function closedForm(tauSquared: number, se: number): TauSquaredEstimate {
  return { kind: 'tau-squared', tauSquared, se, iterations: 0, maxima: 1 };
}

function derSimonianLaird(studies: CentredStudies, { q, trace }: WeightedSums): TauSquaredEstimate {
  const tauSquared = Math.max(0, (q - (studies.k - 1)) / trace);
  return closedForm(tauSquared, quadraticFormSe(studies, 0, tauSquared) / trace);
}

function hedgesOlkin(studies: CentredStudies): TauSquaredEstimate {
  const { k, vi } = studies;
  let sumOfVariances = 0;
  for (let i = 0; i < k; i++) sumOfVariances += vi[i]!;
  const tauSquared = Math.max(0, sumOfSquares(studies) / (k - 1) - sumOfVariances / k);
  return closedForm(tauSquared, quadraticFormSe(studies, null, tauSquared) / (k - 1));
}

function hunterSchmidt(studies: CentredStudies, { q, sumOfWeights }: WeightedSums): TauSquaredEstimate {
  const tauSquared = Math.max(0, (q - studies.k) / sumOfWeights);
  return closedForm(tauSquared, quadraticFormSe(studies, 0, tauSquared) / sumOfWeights);
}

function sidikJonkman(studies: CentredStudies): TauSquaredEstimate {
  const { k } = studies;
  const start = sumOfSquares(studies) / k;
  const tauSquared = (start * weightedSums(studies, start).q) / (k - 1);
  return closedForm(tauSquared, (start * quadraticFormSe(studies, start, tauSquared)) / (k - 1));
}

function pauleMandel(studies: CentredStudies, method: 'EB' | 'PM'): TauSquaredEstimate | NoAnswer {
  const { k } = studies;
  const df = k - 1;
  const root = solveGeneralisedQ((t) => generalisedQ(studies, t), df, studies.smallestVariance, method);
  if (root.kind === 'no-answer') return root;
  const { tauSquared, iterations } = root;
  // The standard error of a variance on k - 1 degrees of freedom in which every study has the average weight.
  const se = (k * Math.sqrt(2 / df)) / weightedSums(studies, tauSquared).sumOfWeights;
  return { kind: 'tau-squared', tauSquared, se, iterations, maxima: 1 };
}

/** Generalised Q and its slope at one tau-squared. */
export function generalisedQ(studies: CentredStudies, tauSquared: number): { q: number; slope: number } {
  const { mean, q } = weightedSums(studies, tauSquared);
  const { k, yi, vi, origin } = studies;
  let slope = 0;
  for (let i = 0; i < k; i++) slope += ((yi[i]! - origin - mean) / (vi[i]! + tauSquared)) ** 2;
  return { q, slope };
}

function likelihoodEstimate(studies: CentredStudies, method: 'ML' | 'REML'): TauSquaredEstimate | NoAnswer {
  const restricted = method === 'REML';
  const { k } = studies;
  const maximum = maximiseVarianceLikelihood(
    {
      score: (tauSquared) => scoreTerms(studies, tauSquared, restricted),
      logLikelihood: (tauSquared) => logLikelihood(studies, weightedSums(studies, tauSquared), method),
      terms: restricted ? k - 1 : k,
      smallestVariance: studies.smallestVariance,
      largestVariance: studies.largestVariance,
    },
    method,
  );
  if (maximum.kind === 'no-answer') return maximum;
  const { tauSquared, maxima, evaluations } = maximum;
  // Expected information of tau-squared: half the trace of PP, or half the sum of squared weights.
  const se = restricted ? restrictedInformationSe(studies, tauSquared) : fullInformationSe(studies, tauSquared);
  return { kind: 'tau-squared', tauSquared, se, iterations: evaluations, maxima };
}

/**
 * Log-likelihood of the mean model at one tau-squared, with its constants; the mean is at its weighted estimate.
 * `sums` are those at that tau-squared. Viechtbauer 2005, doi:10.3102/10769986030003261; the restricted
 * one with the term log(k)/2 of Harville 1974, doi:10.1093/biomet/61.2.383.
 */
export function logLikelihood(
  { k, vi }: CentredStudies,
  { tauSquared, sumOfWeights, q }: WeightedSums,
  method: 'ML' | 'REML',
): number {
  let logVariances = 0;
  for (let i = 0; i < k; i++) logVariances += Math.log(vi[i]! + tauSquared);
  const full = -(k * Math.log(2 * Math.PI) + logVariances + q) / 2;
  return method === 'ML' ? full : full + Math.log((2 * Math.PI * k) / sumOfWeights) / 2;
}

/** Terms of the score of either likelihood at one tau-squared, in two passes: see `ScoreTerms`. */
function scoreTerms(studies: CentredStudies, tauSquared: number, restricted: boolean): ScoreTerms {
  const { k, yi, vi, origin } = studies;
  let sum = 0;
  let products = 0;
  let pairs = 0;
  let squares = 0;
  let cubes = 0;
  for (let i = 0; i < k; i++) {
    const w = 1 / (vi[i]! + tauSquared);
    pairs += w * sum;
    sum += w;
    products += w * (yi[i]! - origin);
    squares += w * w;
    cubes += w * w * w;
  }
  const mean = products / sum;
  let observed = 0;
  let observedCubes = 0;
  let weightedResiduals = 0;
  for (let i = 0; i < k; i++) {
    const w = 1 / (vi[i]! + tauSquared);
    const residual = w * (yi[i]! - origin - mean);
    observed += residual * residual;
    observedCubes += w * residual * residual;
    weightedResiduals += w * residual;
  }
  const share = squares / sum;
  return {
    tauSquared,
    observed,
    observedSlope: observedCubes - (weightedResiduals * weightedResiduals) / sum,
    // Trace P over pairs, as in `WeightedSums`.
    expected: restricted ? (2 * pairs) / sum : sum,
    expectedSlope: restricted ? squares - (2 * cubes) / sum + share * share : squares,
  };
}

/** Sum of squared deviations from the unweighted mean. */
function sumOfSquares({ k, yi, origin }: CentredStudies): number {
  let mean = 0;
  for (let i = 0; i < k; i++) mean += (yi[i]! - origin) / k;
  let squares = 0;
  for (let i = 0; i < k; i++) squares += (yi[i]! - origin - mean) ** 2;
  return squares;
}

function fullInformationSe({ k, vi }: CentredStudies, tauSquared: number): number {
  let squares = 0;
  for (let i = 0; i < k; i++) squares += 1 / (vi[i]! + tauSquared) ** 2;
  return Math.sqrt(2 / squares);
}

function restrictedInformationSe(studies: CentredStudies, tauSquared: number): number {
  const { vi } = studies;
  return Math.sqrt(2 / traceOfSquare(studies, (i) => 1 / (vi[i]! + tauSquared), () => 1));
}

/**
 * Standard deviation of the quadratic form y'P y, P with weights 1/(v + weightsAt) (all 1 when null), when the
 * effects vary with v + tauSquared: the square root of 2 trace (P S P S), S the diagonal matrix of those variances.
 */
function quadraticFormSe(studies: CentredStudies, weightsAt: number | null, tauSquared: number): number {
  const { vi } = studies;
  const weight = weightsAt === null ? () => 1 : (i: number) => 1 / (vi[i]! + weightsAt);
  return Math.sqrt(2 * traceOfSquare(studies, weight, (i) => vi[i]! + tauSquared));
}

/**
 * Trace of (P S)^2 for given weights and a diagonal S, summed from terms that are all positive: on the diagonal (w s
 * (1 - w/sum))^2, off it w_i^2 w_j^2 s_i s_j / sum^2. The share 1 - w/sum of the most precise study is summed from
 * the others, since the difference would lose its digits when that study carries almost all the weight.
 */
function traceOfSquare(
  { k, mostPrecise }: CentredStudies,
  weight: (study: number) => number,
  variance: (study: number) => number,
): number {
  let others = 0;
  for (let i = 0; i < k; i++) if (i !== mostPrecise) others += weight(i);
  const sum = others + weight(mostPrecise);
  let diagonal = 0;
  let offDiagonal = 0;
  let running = 0;
  for (let i = 0; i < k; i++) {
    const w = weight(i);
    const s = variance(i);
    diagonal += (w * s * ((i === mostPrecise ? others : sum - w) / sum)) ** 2;
    const cross = (w * w * s) / sum;
    offDiagonal += cross * running;
    running += cross;
  }
  return diagonal + 2 * offDiagonal;
}
