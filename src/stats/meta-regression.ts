import { requireEqualLength, requireFinite, requireLevel, requireNonNegative, requireOneOf } from './checks.js';
import { chiSquaredCdf, fCdf, normalQuantile, studentTQuantile } from './distributions.js';
import { twoSidedP, type MeanTest } from './inference.js';
import { dot, inverseCrossProduct, thinQr, type Columns } from './linear-algebra.js';
import { POOLING_METHODS } from './mean-model.js';
import { isNoAnswer, noAnswer, type NoAnswer } from './no-answer.js';
import { fitAt, RESIDUAL_TAU_SQUARED_ESTIMATORS, type DesignedStudies } from './residual-tau-squared.js';
import type { PoolingMethod } from './tau-squared.js';
import { traceP, WEIGHTED_RANK_TOLERANCE, type WeightedFit } from './weighted-least-squares.js';

export interface MetaRegressionOptions {
  /** Estimator of the residual variance between studies; default REML. */
  readonly method?: PoolingMethod;
  /** `z` normal (default); `knha` Knapp-Hartung; `adhoc` the latter with its factor not below 1. */
  readonly test?: MeanTest;
  /** Confidence level between 0 and 1, default 0.95. */
  readonly level?: number;
}

/** One coefficient, on the scale of the effects per unit of its moderator. */
export interface Coefficient {
  readonly estimate: number;
  readonly se: number;
  /** Estimate over standard error; null where both are 0. */
  readonly statistic: number | null;
  /** Two-sided. */
  readonly p: number | null;
  readonly low: number;
  readonly high: number;
}

/** Omnibus test that all moderators (the intercept apart) have coefficient 0. */
export interface ModeratorTest {
  /** Chi-squared under `z`, F under `knha` and `adhoc`; null where that is 0/0 (all effects alike under `knha`). */
  readonly statistic: number | null;
  /** The number of moderators. */
  readonly df: number;
  /** k - p for F, null for chi-squared. */
  readonly denominatorDf: number | null;
  readonly p: number | null;
}

/** Fit of effect = intercept + moderators + deviation of the study (variance tau-squared) + sampling error. */
export interface MetaRegression {
  readonly kind: 'meta-regression';
  readonly method: PoolingMethod;
  readonly test: MeanTest;
  readonly level: number;
  readonly k: number;
  /** Degrees of freedom of t for the coefficients; null under `z`. */
  readonly df: number | null;
  /** The intercept first, then the moderators in the order given. */
  readonly coefficients: readonly Coefficient[];
  /** Covariance matrix of the coefficients, by rows. */
  readonly covariance: readonly (readonly number[])[];
  /** null without moderators. */
  readonly moderatorTest: ModeratorTest | null;
  /** Residual variance between studies, and its normal-theory standard error (null for EE). */
  readonly tauSquared: number;
  readonly tauSquaredSe: number | null;
  /** Residual Q under inverse-variance weights, k - p degrees of freedom, upper-tail probability. */
  readonly q: number;
  readonly qDf: number;
  readonly qP: number;
  /** Residual heterogeneity: share of the unexplained variance that is between studies, in per cent. */
  readonly iSquared: number;
  readonly hSquared: number;
  /**
   * Share of the variance between studies that the moderators explain, in per cent, 0 to 100; under EE the adjusted
   * R-squared of weighted least squares. 0 where there is no variance to explain; null without moderators, with as
   * many coefficients as studies, and where the variance without moderators is not known.
   */
  readonly rSquared: number | null;
  readonly iterations: number;
  /** Local maxima of the likelihood; above 1 the estimate is the highest of them. */
  readonly maxima: number;
}

/** A column whose part outside the span of those before it is below this share of its length depends on them. */
const RANK_TOLERANCE = 1e-7;

/**
 * Mixed-effects meta-regression: how effects vary with properties of the studies, allowing for variance between
 * studies that those leave unexplained. For the association across studies, which is not that within them.
 *
 * Coefficients are weighted least squares with weights 1/(vi + tau-squared), fitted by QR. `knha` multiplies their
 * covariance by s = sum w r^2 / (k - p) and refers to t and F on k - p degrees of freedom; `adhoc` keeps s at least 1.
 *
 * @param yi effects on any scale, finite, one a study
 * @param vi their sampling variances, at least 0
 * @param moderators columns without the intercept, each with one finite value a study; for factors see
 *   `treatmentContrasts`. Several columns are fitted together; none gives the mean model.
 * @returns the fit, or a no-answer: `no-studies`; `too-few-studies` unless there is one more study than coefficients
 *   (as many suffice for EE with `z`); `zero-variance`; `collinear-moderators` when a column depends on those before it
 *   (a constant one on the intercept); `did-not-converge` with method and iterations
 * @throws RangeError for columns of unequal length, values that are not finite, negative variances, unknown options
 *
 * Accuracy: about 1e-13 relative for coefficients unless the columns are close to dependence. Cost: linear in studies.
 * Sources: Berkey et al. 1995, doi:10.1002/sim.4780140406; tests: Knapp and Hartung 2003, doi:10.1002/sim.1482;
 * R-squared: Raudenbush 2009 and Lopez-Lopez et al. 2014, doi:10.1111/bmsp.12002; I-squared as in
 * Higgins and Thompson 2002, doi:10.1002/sim.1186, with (k - p)/trace P for the typical variance.
 *
 * @example
 * metaRegression([0, 1, 2.5, 3], [0.1, 0.1, 0.1, 0.1], [[0, 1, 2, 3]], { method: 'EE' })
 * // coefficients [0.05 (se 0.2646), 1.05 (se 0.1414)], moderatorTest.statistic 55.125, q 1.75
 */
export function metaRegression(
  yi: readonly number[],
  vi: readonly number[],
  moderators: Columns,
  { method = 'REML', test = 'z', level = 0.95 }: MetaRegressionOptions = {},
): MetaRegression | NoAnswer {
  requireArguments(yi, vi, moderators, { method, test, level });
  const k = yi.length;
  const columns = [new Array<number>(k).fill(1), ...moderators];
  const problem = unanswerable(vi, columns, method, test);
  if (problem !== null) return problem;
  const studies: DesignedStudies = { yi, vi, columns };
  const residual = RESIDUAL_TAU_SQUARED_ESTIMATORS[method](studies);
  if (isNoAnswer(residual)) return residual;
  const { tauSquared, se, iterations, maxima } = residual;
  const fit = fitAt(studies, tauSquared);
  const inverseVariance = tauSquared === 0 ? fit : fitAt(studies, 0);
  return {
    kind: 'meta-regression',
    method,
    test,
    level,
    k,
    ...inferCoefficients(fit, test, level),
    tauSquared,
    tauSquaredSe: se,
    ...heterogeneity(inverseVariance, method, tauSquared),
    rSquared: explained(studies, inverseVariance, method, tauSquared),
    iterations,
    maxima,
  };
}

function requireArguments(
  yi: readonly number[],
  vi: readonly number[],
  moderators: Columns,
  { method, test, level }: Required<MetaRegressionOptions>,
): void {
  const where = 'metaRegression';
  requireOneOf(where, 'method', method, POOLING_METHODS);
  requireOneOf(where, 'test', test, ['z', 'knha', 'adhoc']);
  requireLevel(where, level);
  requireEqualLength(where, 'yi', yi, 'vi', vi);
  requireFinite(where, 'yi', yi);
  requireNonNegative(where, 'vi', vi);
  for (const [j, column] of moderators.entries()) {
    requireEqualLength(where, 'yi', yi, `moderators[${j}]`, column);
    requireFinite(where, `moderators[${j}]`, column);
  }
}

function unanswerable(
  vi: readonly number[],
  columns: Columns,
  method: PoolingMethod,
  test: MeanTest,
): NoAnswer | null {
  const k = vi.length;
  const needed = columns.length + (method === 'EE' && test === 'z' ? 0 : 1);
  if (k === 0) return noAnswer('no-studies', 0, needed, { method });
  if (k < needed) return noAnswer('too-few-studies', k, needed, { method });
  if (vi.includes(0)) return noAnswer('zero-variance', vi.filter((v) => v > 0).length, k, { method });
  const ones = new Array<number>(k).fill(1);
  const rootWeights = vi.map((v) => 1 / Math.sqrt(v));
  const dependent = dependentColumn(columns, ones, RANK_TOLERANCE) ??
    dependentColumn(columns, rootWeights, WEIGHTED_RANK_TOLERANCE);
  return dependent === null ? null : noAnswer('collinear-moderators', dependent, columns.length, { method });
}

/** The number of leading columns that are independent when the next is not; null when all are. */
function dependentColumn(columns: Columns, rowScales: readonly number[], tolerance: number): number | null {
  const independent = columns.findIndex((_, j) => thinQr(columns.slice(0, j + 1), rowScales, tolerance) === null);
  return independent === -1 ? null : independent;
}

function inferCoefficients(
  fit: WeightedFit,
  test: MeanTest,
  level: number,
): Pick<MetaRegression, 'df' | 'coefficients' | 'covariance' | 'moderatorTest'> {
  const k = fit.weights.length;
  const p = fit.coefficients.length;
  const df = test === 'z' ? null : k - p;
  const factor = dispersion(fit, test, k - p);
  const covariance = inverseCrossProduct(fit.qr.r).map((row) => row.map((value) => value * factor));
  const quantile = criticalValue(level, df);
  const coefficients = fit.coefficients.map((estimate, j) => {
    const se = Math.sqrt(covariance[j]![j]!);
    const statistic = se === 0 && estimate === 0 ? null : estimate / se;
    const p = statistic === null ? null : twoSidedP(statistic, df);
    return { estimate, se, statistic, p, low: estimate - quantile * se, high: estimate + quantile * se };
  });
  return { df, coefficients, covariance, moderatorTest: p === 1 ? null : testModerators(fit, factor, df) };
}

/** What the covariance of known weights is multiplied by. */
function dispersion({ weightedSquares }: WeightedFit, test: MeanTest, df: number): number {
  if (test === 'z') return 1;
  return test === 'adhoc' ? Math.max(1, weightedSquares / df) : weightedSquares / df;
}

function criticalValue(level: number, df: number | null): number {
  const tail = (1 - level) / 2;
  return df === null ? normalQuantile(tail, 'upper') : studentTQuantile(tail, df, 'upper');
}

/**
 * The quadratic form of the moderators' coefficients in the inverse of their covariance. The intercept is the first
 * column, so that inverse is R'R of the later columns alone, and the form the squared length of their part of R b.
 */
function testModerators({ qr, coefficients }: WeightedFit, factor: number, df: number | null): ModeratorTest {
  const m = coefficients.length - 1;
  const parts = qr.r.slice(1).map((row) => dot(row, coefficients));
  const squaredLength = dot(parts, parts);
  if (squaredLength === 0 && factor === 0) return { statistic: null, df: m, denominatorDf: df, p: null };
  const chiSquared = squaredLength / factor;
  if (df === null) {
    return { statistic: chiSquared, df: m, denominatorDf: null, p: chiSquaredCdf(chiSquared, m, 'upper') };
  }
  return { statistic: chiSquared / m, df: m, denominatorDf: df, p: fCdf(chiSquared / m, m, df, 'upper') };
}

function heterogeneity(
  fit: WeightedFit,
  method: PoolingMethod,
  tauSquared: number,
): Pick<MetaRegression, 'q' | 'qDf' | 'qP' | 'iSquared' | 'hSquared'> {
  const q = fit.weightedSquares;
  const qDf = fit.weights.length - fit.coefficients.length;
  if (qDf === 0) return { q, qDf, qP: 1, iSquared: 0, hSquared: 1 };
  const qP = chiSquaredCdf(q, qDf, 'upper');
  if (method === 'EE') return { q, qDf, qP, iSquared: q > qDf ? (100 * (q - qDf)) / q : 0, hSquared: q / qDf };
  const typical = qDf / traceP(fit);
  return { q, qDf, qP, iSquared: (100 * tauSquared) / (tauSquared + typical), hSquared: tauSquared / typical + 1 };
}

/** How far the variance between studies (under EE: Q per degree of freedom) is below that without moderators. */
function explained(
  { yi, vi, columns }: DesignedStudies,
  fit: WeightedFit,
  method: PoolingMethod,
  tauSquared: number,
): number | null {
  if (columns.length === 1 || columns.length === yi.length) return null;
  const total = { yi, vi, columns: columns.slice(0, 1) };
  const [rest, all] = method === 'EE'
    ? [fit.weightedSquares / (yi.length - columns.length), fitAt(total, 0).weightedSquares / (yi.length - 1)]
    : [tauSquared, totalTauSquared(total, method)];
  if (Number.isNaN(all)) return null;
  return rest < all ? 100 * (1 - rest / all) : 0;
}

function totalTauSquared(total: DesignedStudies, method: PoolingMethod): number {
  const estimate = RESIDUAL_TAU_SQUARED_ESTIMATORS[method](total);
  return isNoAnswer(estimate) ? NaN : estimate.tauSquared;
}

/** What a regression says of studies with given moderators, on the scale of the effects. */
export interface RegressionPrediction {
  readonly kind: 'regression-prediction';
  readonly estimate: number;
  readonly se: number;
  /** Confidence interval for the mean effect of such studies. */
  readonly low: number;
  readonly high: number;
  /** Prediction interval for the effect of one such study; null for EE. */
  readonly prediction: { readonly low: number; readonly high: number } | null;
}

/**
 * The mean effect at given values of the moderators with its confidence interval, and the range in which the effect of
 * a new study with these values is expected: estimate +- quantile times sqrt(se^2 + tau-squared), the quantile that of
 * the fit's test and level.
 *
 * @param values one finite value for each moderator, without the intercept
 * @throws RangeError when their number is not that of the moderators, or one is not finite
 *
 * Source: Raudenbush 2009, The Handbook of Research Synthesis, 2nd ed., ch. 16; Higgins, Thompson and Spiegelhalter
 * 2009, doi:10.1111/j.1467-985X.2008.00552.x, eq. 12, with the degrees of freedom of the fit.
 *
 * @example
 * predictFromRegression(fit, [2])   // fit of the example above: estimate 2.15, se 0.1732
 */
export function predictFromRegression(fit: MetaRegression, values: readonly number[]): RegressionPrediction {
  const needed = fit.coefficients.length - 1;
  if (values.length !== needed) {
    throw new RangeError(`predictFromRegression: values must be one a moderator (${needed}), but are ${values.length}`);
  }
  requireFinite('predictFromRegression', 'values', values);
  const row = [1, ...values];
  const estimate = dot(row, fit.coefficients.map((coefficient) => coefficient.estimate));
  const variance = dot(row, fit.covariance.map((covariances) => dot(covariances, row)));
  const quantile = criticalValue(fit.level, fit.df);
  const margin = quantile * Math.sqrt(variance);
  const spread = quantile * Math.sqrt(variance + fit.tauSquared);
  return {
    kind: 'regression-prediction',
    estimate,
    se: Math.sqrt(variance),
    low: estimate - margin,
    high: estimate + margin,
    prediction: fit.method === 'EE' ? null : { low: estimate - spread, high: estimate + spread },
  };
}
