import { noAnswer, type NoAnswer } from './no-answer.js';

/** Iteration settings of the generalised-Q equation. */
export const GENERALISED_Q_SETTINGS = {
  /**
   * The step, relative to tau-squared plus the smallest variance, from which on no further evaluation follows.
   * Newton's method squares the error, so after a step of 1e-9 nothing is left above rounding.
   */
  lastStep: 1e-9,
  /**
   * Newton from the left never overshoots; a few steps are usual and some dozens the most seen over ten orders of
   * magnitude.
   */
  maxIterations: 500,
};

/** Generalised Q at one tau-squared, y'P y, and how fast it falls there, y'PP y = -dQ/dtau-squared. */
export interface GeneralisedQ {
  readonly q: number;
  readonly slope: number;
}

/** Where the generalised Q takes a value, and in how many evaluations that was found. */
export interface GeneralisedQRoot {
  readonly kind: 'root';
  readonly tauSquared: number;
  readonly iterations: number;
}

/**
 * The tau-squared of at least 0 at which the generalised Q equals `target`; 0 when Q lies below it everywhere. With
 * target k - p it is the Paule-Mandel estimate, with chi-squared quantiles the Q-profile limits.
 *
 * Q falls and 1/Q is increasing and concave in tau-squared (Q is a sum of c^2/(lambda + tau-squared), c and lambda
 * fixed), so Newton's method on 1/Q = 1/target rises from 0 without overshooting. Serves any design matrix: only
 * `evaluate` knows it.
 *
 * @param smallestVariance the smallest sampling variance, the scale below which differences of tau-squared do not
 *   matter
 * @param target above 0
 */
export function solveGeneralisedQ(
  evaluate: (tauSquared: number) => GeneralisedQ,
  target: number,
  smallestVariance: number,
  method: string,
): GeneralisedQRoot | NoAnswer {
  let tauSquared = 0;
  for (let iterations = 1; iterations <= GENERALISED_Q_SETTINGS.maxIterations; iterations++) {
    const { q, slope } = evaluate(tauSquared);
    const step = ((q - target) / target) * (q / slope);
    if (!(step > 0) && tauSquared === 0) return { kind: 'root', tauSquared: 0, iterations };
    tauSquared += step;
    if (Math.abs(step) <= GENERALISED_Q_SETTINGS.lastStep * (tauSquared + smallestVariance)) {
      return { kind: 'root', tauSquared: Math.max(0, tauSquared), iterations };
    }
  }
  const iterations = GENERALISED_Q_SETTINGS.maxIterations;
  return noAnswer('did-not-converge', iterations, iterations, { method, iterations });
}
