import { solveGeneralisedQ } from './generalised-q.js';
import { dot, type Columns } from './linear-algebra.js';
import type { NoAnswer } from './no-answer.js';
import type { PoolingMethod, TauSquaredEstimate } from './tau-squared.js';
import { maximiseVarianceLikelihood, type ScoreTerms } from './variance-likelihood.js';
import { quadraticP, traceP, tracePP, weightedLeastSquares, type WeightedFit } from './weighted-least-squares.js';

/** k studies with the p columns of their design matrix, of full rank, k above p. */
export interface DesignedStudies {
  readonly yi: readonly number[];
  readonly vi: readonly number[];
  readonly columns: Columns;
}

type ResidualEstimator = (studies: DesignedStudies) => TauSquaredEstimate | NoAnswer;

/**
 * Estimators of the variance between studies that moderators leave unexplained, truncated at 0. With the intercept as
 * the only column each is its namesake of the mean model. P = W - W X (X'WX)^-1 X'W, and Q = y'P y.
 *
 * - `DL` Q under inverse-variance weights: (Q - (k - p)) / trace P; DerSimonian and Kacker 2007,
 *   doi:10.1016/j.cct.2006.04.004, extended to X by Raudenbush 2009, The Handbook of Research Synthesis, 2nd ed.,
 *   ch. 16
 * - `HE` the same with equal weights: (Q - trace PV) / (k - p)
 * - `HS` (Q - k) / sum w, Viechtbauer et al. 2015, doi:10.1037/met0000023
 * - `SJ` two steps from var(y)(k - 1)/k, with k - p for k - 1: Sidik and Jonkman 2005,
 *   doi:10.1111/j.1467-9876.2005.00489.x, eq. 9
 * - `ML`, `REML` global maximum of the (restricted) likelihood; Harville 1977, doi:10.1080/01621459.1977.10480998
 * - `EB`, `PM` generalised Q = k - p; Berkey et al. 1995, doi:10.1002/sim.4780140406, DerSimonian and Kacker 2007
 */
export const RESIDUAL_TAU_SQUARED_ESTIMATORS: Readonly<Record<PoolingMethod, ResidualEstimator>> = {
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

/**
 * The fit with weights 1/(v + tau-squared). The caller has made sure that the columns are independent under the weights
 * at 0, the most unequal ones; so they are for every tau-squared.
 */
export function fitAt({ yi, vi, columns }: DesignedStudies, tauSquared: number): WeightedFit {
  return weightedLeastSquares(yi, columns, Float64Array.from(vi, (v) => 1 / (v + tauSquared)))!;
}

function closedForm(tauSquared: number, se: number): TauSquaredEstimate {
  return { kind: 'tau-squared', tauSquared, se, iterations: 0, maxima: 1 };
}

/**
 * Standard deviation of the quadratic form y'P y when the effects vary with v + tauSquared: the square root of twice
 * the trace of (P S)^2, S the diagonal matrix of those variances.
 */
function quadraticFormSe(fit: WeightedFit, vi: readonly number[], tauSquared: number): number {
  return Math.sqrt(2 * tracePP(fit, vi.map((v) => v + tauSquared)));
}

function residualDf({ yi, columns }: DesignedStudies): number {
  return yi.length - columns.length;
}

function derSimonianLaird(studies: DesignedStudies): TauSquaredEstimate {
  const fit = fitAt(studies, 0);
  const trace = traceP(fit);
  const tauSquared = Math.max(0, (fit.weightedSquares - residualDf(studies)) / trace);
  return closedForm(tauSquared, quadraticFormSe(fit, studies.vi, tauSquared) / trace);
}

function hedgesOlkin(studies: DesignedStudies): TauSquaredEstimate {
  const { yi, vi, columns } = studies;
  const fit = weightedLeastSquares(yi, columns, new Float64Array(yi.length).fill(1))!;
  const df = residualDf(studies);
  const tauSquared = Math.max(0, (fit.weightedSquares - traceP(fit, vi)) / df);
  return closedForm(tauSquared, quadraticFormSe(fit, vi, tauSquared) / df);
}

function hunterSchmidt(studies: DesignedStudies): TauSquaredEstimate {
  const fit = fitAt(studies, 0);
  const sumOfWeights = sum(fit.weights);
  const tauSquared = Math.max(0, (fit.weightedSquares - studies.yi.length) / sumOfWeights);
  return closedForm(tauSquared, quadraticFormSe(fit, studies.vi, tauSquared) / sumOfWeights);
}

function sidikJonkman(studies: DesignedStudies): TauSquaredEstimate {
  const { yi, vi } = studies;
  const mean = sum(yi) / yi.length;
  const start = yi.reduce((squares, y) => squares + (y - mean) ** 2, 0) / yi.length;
  const fit = fitAt(studies, start);
  const df = residualDf(studies);
  const tauSquared = (start * fit.weightedSquares) / df;
  return closedForm(tauSquared, (start * quadraticFormSe(fit, vi, tauSquared)) / df);
}

function pauleMandel(studies: DesignedStudies, method: 'EB' | 'PM'): TauSquaredEstimate | NoAnswer {
  const df = residualDf(studies);
  const evaluate = (tauSquared: number): { q: number; slope: number } => {
    const fit = fitAt(studies, tauSquared);
    return { q: fit.weightedSquares, slope: observedTerms(fit).observed };
  };
  const root = solveGeneralisedQ(evaluate, df, smallest(studies.vi), method);
  if (root.kind === 'no-answer') return root;
  const { tauSquared, iterations } = root;
  // The standard error of a variance on k - p degrees of freedom in which every study has the average weight.
  const se = (studies.yi.length * Math.sqrt(2 / df)) / sum(fitAt(studies, tauSquared).weights);
  return { kind: 'tau-squared', tauSquared, se, iterations, maxima: 1 };
}

function likelihoodEstimate(studies: DesignedStudies, method: 'ML' | 'REML'): TauSquaredEstimate | NoAnswer {
  const { vi } = studies;
  const scoreOf = method === 'ML' ? fullScore : restrictedScore;
  const maximum = maximiseVarianceLikelihood(
    {
      score: (tauSquared) => scoreOf(fitAt(studies, tauSquared), tauSquared),
      logLikelihood: (tauSquared) => logLikelihood(fitAt(studies, tauSquared), method),
      terms: method === 'ML' ? studies.yi.length : residualDf(studies),
      smallestVariance: smallest(vi),
      largestVariance: -smallest(vi.map((v) => -v)),
    },
    method,
  );
  if (maximum.kind === 'no-answer') return maximum;
  const { tauSquared, maxima, evaluations } = maximum;
  const information = scoreOf(fitAt(studies, tauSquared), tauSquared).expectedSlope;
  return { kind: 'tau-squared', tauSquared, se: Math.sqrt(2 / information), iterations: evaluations, maxima };
}

function fullScore(fit: WeightedFit, tauSquared: number): ScoreTerms {
  const expectedSlope = fit.weights.reduce((squares, w) => squares + w * w, 0);
  return { tauSquared, ...observedTerms(fit), expected: sum(fit.weights), expectedSlope };
}

function restrictedScore(fit: WeightedFit, tauSquared: number): ScoreTerms {
  return { tauSquared, ...observedTerms(fit), expected: traceP(fit), expectedSlope: tracePP(fit) };
}

/** y'PP y and y'PPP y; P y are the weighted residuals. */
function observedTerms(fit: WeightedFit): { observed: number; observedSlope: number } {
  const weighted = fit.weights.map((w, i) => w * fit.residuals[i]!);
  return { observed: dot(weighted, weighted), observedSlope: quadraticP(fit, weighted) };
}

/** Up to a constant. The determinant of X'WX is the squared product of the diagonal of R. */
function logLikelihood({ weights, weightedSquares, qr }: WeightedFit, method: 'ML' | 'REML'): number {
  const full = (weights.reduce((logs, w) => logs + Math.log(w), 0) - weightedSquares) / 2;
  return method === 'ML' ? full : qr.r.reduce((rest, row, j) => rest - Math.log(row[j]!), full);
}

/** Not Math.min(...values), whose arguments overflow the stack for many studies. */
function smallest(values: readonly number[]): number {
  return values.reduce((least, value) => Math.min(least, value), Infinity);
}

function sum(values: ArrayLike<number>): number {
  let total = 0;
  for (let i = 0; i < values.length; i++) total += values[i]!;
  return total;
}
