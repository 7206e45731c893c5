import { requireEqualLength, requireFinite, requireOneOf } from './checks.js';
import type { MeanTest } from './inference.js';
import { metaRegression, type Coefficient } from './meta-regression.js';
import { isNoAnswer, type NoAnswer } from './no-answer.js';
import type { PoolingMethod } from './tau-squared.js';

/** What the effects are regressed on; `ni` is the size of a study (both groups together). */
export type FunnelPredictor = 'sei' | 'vi' | 'ni' | 'ninv' | 'sqrtni' | 'sqrtninv';

/**
 * How scatter beyond sampling error is allowed for: `multiplicative`, a factor on all variances (Egger's own, weighted
 * least squares); `additive`, a variance between studies (mixed-effects meta-regression).
 */
export type FunnelDispersion = 'multiplicative' | 'additive';

export interface FunnelRegressionOptions {
  /** Default `sei`. */
  readonly predictor?: FunnelPredictor;
  /** Default `multiplicative`. */
  readonly dispersion?: FunnelDispersion;
  /** Sizes of the studies, above 0; needed for the predictors made of them. */
  readonly sizes?: readonly number[];
  /** Estimator of the additive variance, default REML. */
  readonly method?: PoolingMethod;
  /** Test under additive dispersion, default `z`; multiplicative dispersion always has t on k - 2. */
  readonly test?: MeanTest;
  /** Confidence level between 0 and 1, default 0.95. */
  readonly level?: number;
}

/** Regression of effects on their precision. */
export interface FunnelRegression {
  readonly kind: 'funnel-regression';
  readonly predictor: FunnelPredictor;
  readonly dispersion: FunnelDispersion;
  readonly k: number;
  /** The test of asymmetry: 0 in a symmetrical funnel. On `sei` under multiplicative dispersion it is Egger's bias. */
  readonly slope: Coefficient;
  readonly intercept: Coefficient;
  /** Degrees of freedom of t; null for the normal test. */
  readonly df: number | null;
  /**
   * The effect expected of an infinitely large study, with its interval: the intercept, where the predictor is 0 in
   * such a study; null for `ni` and `sqrtni`, which grow instead.
   */
  readonly limit: { readonly estimate: number; readonly low: number; readonly high: number } | null;
  /** Variance between studies; null under multiplicative dispersion. */
  readonly tauSquared: number | null;
}

const PREDICTORS: Readonly<Record<FunnelPredictor, (variance: number, size: number) => number>> = {
  sei: (variance) => Math.sqrt(variance),
  vi: (variance) => variance,
  ni: (_, size) => size,
  ninv: (_, size) => 1 / size,
  sqrtni: (_, size) => Math.sqrt(size),
  sqrtninv: (_, size) => 1 / Math.sqrt(size),
};

/**
 * Regression test for funnel-plot asymmetry: do small studies show other effects than large ones? Egger's test by
 * default. Asymmetry has many causes, of which unpublished studies are one; for proportions and odds ratios effect and
 * variance depend on each other, which alone makes it asymmetrical (see `petersTest`).
 *
 * Multiplicative dispersion is least squares with weights 1/vi, covariances times the residual mean square, t on k - 2.
 * Egger's own form, effect/sei on 1/sei, has the same numbers with slope and intercept exchanged.
 *
 * @param yi effects, finite, one a study
 * @param vi their sampling variances, at least 0
 * @returns slope, intercept and limit, or a no-answer: `too-few-studies` for fewer than three, `zero-variance`,
 *   `collinear-moderators` when the predictor is the same in all studies, `did-not-converge`
 * @throws RangeError for arrays of unequal length, unknown options, sizes that are missing or not above 0
 *
 * Accuracy: that of `metaRegression`. Sources: Egger et al. 1997, doi:10.1136/bmj.315.7109.629; Sterne and Egger 2005
 * in Publication Bias in Meta-Analysis, doi:10.1002/0470870168.ch6; the limit: Moreno et al. 2009,
 * doi:10.1186/1471-2288-9-2.
 *
 * @example
 * funnelRegression([0.1, 0.3, 0.8], [0.01, 0.04, 0.16])   // slope 2.25 (se 0.1637), limit -0.1286
 */
export function funnelRegression(
  yi: readonly number[],
  vi: readonly number[],
  {
    predictor = 'sei',
    dispersion = 'multiplicative',
    sizes,
    method = 'REML',
    test = 'z',
    level = 0.95,
  }: FunnelRegressionOptions = {},
): FunnelRegression | NoAnswer {
  requireOneOf('funnelRegression', 'predictor', predictor, Object.keys(PREDICTORS));
  requireOneOf('funnelRegression', 'dispersion', dispersion, ['multiplicative', 'additive']);
  requireEqualLength('funnelRegression', 'yi', yi, 'vi', vi);
  const bySize = predictor !== 'sei' && predictor !== 'vi';
  if (bySize) requireSizes(vi, sizes);
  const column = vi.map((variance, i) => PREDICTORS[predictor](variance, sizes?.[i] ?? NaN));
  const additive = dispersion === 'additive';
  const model = additive ? { method, test } : ({ method: 'EE', test: 'knha' } as const);
  const fit = metaRegression(yi, vi, [column], { ...model, level });
  if (isNoAnswer(fit)) return fit;
  const [intercept, slope] = fit.coefficients as readonly [Coefficient, Coefficient];
  const { estimate, low, high } = intercept;
  return {
    kind: 'funnel-regression',
    predictor,
    dispersion,
    k: fit.k,
    slope,
    intercept,
    df: fit.df,
    limit: predictor === 'ni' || predictor === 'sqrtni' ? null : { estimate, low, high },
    tauSquared: additive ? fit.tauSquared : null,
  };
}

function requireSizes(vi: readonly number[], sizes: readonly number[] | undefined): void {
  if (sizes === undefined) throw new RangeError('funnelRegression: this predictor needs sizes');
  requireEqualLength('funnelRegression', 'vi', vi, 'sizes', sizes);
  requireFinite('funnelRegression', 'sizes', sizes);
  const small = sizes.find((size) => !(size > 0));
  if (small !== undefined) throw new RangeError(`funnelRegression: sizes must be above 0, but one is ${small}`);
}
