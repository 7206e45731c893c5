import { requireEqualLength, requireFinite, requireLevel } from './checks.js';
import { studentTQuantile } from './distributions.js';
import { twoSidedP } from './inference.js';
import type { Coefficient } from './meta-regression.js';
import { noAnswer, type NoAnswer } from './no-answer.js';

/** A straight line fitted by weighted least squares, residual mean square as dispersion, t on k - 2. */
export interface WeightedLine {
  readonly intercept: Coefficient;
  readonly slope: Coefficient;
  readonly df: number;
}

/** Predictors that spread less than this, next to their size, are the same to working precision. */
const SAME = 1e-11;

/**
 * Fits outcome = intercept + slope * predictor with given weights (above 0, up to a common factor), around the weighted
 * means, so that no digits are lost where the predictor is far from 0.
 *
 * @returns the line, or a no-answer: `too-few-studies` for fewer than three, `collinear-moderators` for a constant
 *   predictor
 */
export function weightedLine(
  outcomes: readonly number[],
  predictor: readonly number[],
  weights: readonly number[],
  level: number,
): (WeightedLine & { readonly kind: 'weighted-line' }) | NoAnswer {
  requireLevel('weightedLine', level);
  requireEqualLength('weightedLine', 'outcomes', outcomes, 'predictor', predictor);
  requireEqualLength('weightedLine', 'outcomes', outcomes, 'weights', weights);
  requireFinite('weightedLine', 'outcomes', outcomes);
  requireFinite('weightedLine', 'predictor', predictor);
  const k = outcomes.length;
  if (k < 3) return noAnswer('too-few-studies', k, 3);
  const x = centred(predictor, weights);
  const y = centred(outcomes, weights);
  const spread = weightedSum(weights, x.distances, x.distances);
  if (spread <= SAME ** 2 * weightedSum(weights, predictor, predictor)) return noAnswer('collinear-moderators', 1, 2);
  const slope = weightedSum(weights, x.distances, y.distances) / spread;
  const residuals = y.distances.map((distance, i) => distance - slope * x.distances[i]!);
  const df = k - 2;
  const dispersion = weightedSum(weights, residuals, residuals) / df;
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return {
    kind: 'weighted-line',
    intercept: coefficient(y.mean - slope * x.mean, dispersion * (1 / total + x.mean ** 2 / spread), df, level),
    slope: coefficient(slope, dispersion / spread, df, level),
    df,
  };
}

function centred(values: readonly number[], weights: readonly number[]) {
  const ones = values.map(() => 1);
  const mean = weightedSum(weights, values, ones) / weightedSum(weights, ones, ones);
  return { mean, distances: values.map((value) => value - mean) };
}

function weightedSum(weights: readonly number[], a: readonly number[], b: readonly number[]): number {
  return weights.reduce((sum, weight, i) => sum + weight * a[i]! * b[i]!, 0);
}

function coefficient(estimate: number, variance: number, df: number, level: number): Coefficient {
  const se = Math.sqrt(variance);
  const statistic = se === 0 && estimate === 0 ? null : estimate / se;
  const margin = se * studentTQuantile((1 - level) / 2, df, 'upper');
  const p = statistic === null ? null : twoSidedP(statistic, df);
  return { estimate, se, statistic, p, low: estimate - margin, high: estimate + margin };
}
