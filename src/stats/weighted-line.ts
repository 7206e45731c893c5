import { metaRegression, type Coefficient } from './meta-regression.js';
import { isNoAnswer, type NoAnswer } from './no-answer.js';

/** A straight line fitted by weighted least squares, residual mean square as dispersion, t on k - 2. */
export interface WeightedLine {
  readonly intercept: Coefficient;
  readonly slope: Coefficient;
  readonly df: number;
}

/**
 * Fits outcome = intercept + slope * predictor with given weights (above 0, up to a common factor).
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
  // Under equal effects the weights are the inverse variances, and Knapp and Hartung's factor is the mean square.
  const variances = weights.map((weight) => 1 / weight);
  const fit = metaRegression(outcomes, variances, [predictor], { method: 'EE', test: 'knha', level });
  if (isNoAnswer(fit)) return fit;
  const [intercept, slope] = fit.coefficients as readonly [Coefficient, Coefficient];
  return { kind: 'weighted-line', intercept, slope, df: fit.k - 2 };
}
