/** Which tail a probability is: `lower` is P(X <= x), `upper` is P(X > x). */
export type Tail = 'lower' | 'upper';

/** Both tails of a distribution at one point, the smaller one with full relative precision. */
export interface Tails {
  readonly lower: number;
  readonly upper: number;
  /** Density on the working scale (log x, or log-odds of x): the derivative of `lower` on that scale. */
  readonly density: number;
  /** Derivative of the log of `density` on that scale. */
  readonly curvature: number;
}
