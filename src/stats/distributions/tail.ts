/** Which tail a probability belongs to: `lower` is P(X <= x), `upper` is P(X > x). */
export type Tail = 'lower' | 'upper';

/** Both tails of a distribution at one point, each with full relative precision wherever it is the smaller one. */
export interface Tails {
  readonly lower: number;
  readonly upper: number;
  /** Density of log X (gamma) or of the log-odds of X (beta): what `lower` grows by on that scale. */
  readonly density: number;
  /** Derivative of log(density) on the same scale. */
  readonly densitySlope: number;
}

export function otherTail(tail: Tail): Tail {
  return tail === 'lower' ? 'upper' : 'lower';
}

/** Tail probabilities at the ends of the support. */
export const LEFT_END: Readonly<Record<Tail, number>> = { lower: 0, upper: 1 };
export const RIGHT_END: Readonly<Record<Tail, number>> = { lower: 1, upper: 0 };
