import { noAnswer, type NoAnswer } from './no-answer.js';

/** Iteration settings of the search for the maximum of the (restricted) likelihood in tau-squared. */
export const VARIANCE_LIKELIHOOD_SETTINGS = {
  /**
   * Newton's step, relative to tau-squared plus the smallest variance, after which it ends: the next would be below
   * rounding.
   */
  lastStep: 1e-9,
  /**
   * Intervals narrower than this, on the same scale, are not split any more: two roots so close differ by nothing in
   * likelihood.
   */
  resolution: 1e-9,
  /** Five to eleven evaluations are usual; an answer that takes more than this is reported as not converged. */
  maxEvaluations: 5000,
};

/**
 * The score of the profile log-likelihood at one tau-squared, (observed - expected)/2, with the derivatives of its
 * two parts. Restricted likelihood: y'PP y and trace P. Full likelihood: y'PP y and the sum of the weights.
 */
export interface ScoreTerms {
  readonly tauSquared: number;
  readonly observed: number;
  readonly expected: number;
  /** y'PPP y: half the rate at which `observed` falls. */
  readonly observedSlope: number;
  /** Trace PP, or the sum of squared weights: the rate at which `expected` falls. */
  readonly expectedSlope: number;
}

export interface VarianceLikelihood {
  readonly score: (tauSquared: number) => ScoreTerms;
  /** The log-likelihood up to a constant; called only where several maxima have to be compared. */
  readonly logLikelihood: (tauSquared: number) => number;
  /**
   * The number of terms in `expected`: k for the full likelihood, k less the number of coefficients for the
   * restricted one.
   */
  readonly terms: number;
  readonly smallestVariance: number;
  readonly largestVariance: number;
}

export interface LikelihoodMaximum {
  readonly kind: 'maximum';
  readonly tauSquared: number;
  /** Local maxima found, the boundary at 0 included; more than one is worth a word to the reader. */
  readonly maxima: number;
  readonly evaluations: number;
}

/**
 * The tau-squared of at least 0 at which the (restricted) log-likelihood has its global maximum; exactly 0 when that
 * is at the boundary.
 *
 * The likelihood can have several maxima. Both parts of the score are sums of simple terms, observed = sum
 * c^2/(lambda + t)^2 and expected = sum 1/(lambda + t) with every lambda between the smallest and the largest
 * sampling variance (the canonical form of the restricted likelihood: Rukhin 2014, doi:10.3150/13-BEJ547; with the
 * full likelihood `expected` runs over the variances themselves). So `observed` rises once multiplied by (t + smallest
 * variance) squared and falls multiplied by (t + largest variance) squared, and so does `expected` with these factors
 * not squared. From the values at the two ends of an interval these facts show that it holds no root, or at most one;
 * where they do not, the interval is split. The result is the global maximum by proof rather than by the luck of a
 * starting value, at the price of a few more evaluations than one Newton run.
 *
 * Accuracy: about 1e-15 (tau-squared + smallest variance) / s, where s is the relative curvature at the maximum,
 * mostly near 1.
 *
 * Serves any design matrix: only the callbacks know it.
 */
export function maximiseVarianceLikelihood(
  likelihood: VarianceLikelihood,
  method: string,
): LikelihoodMaximum | NoAnswer {
  const search = new MaximumSearch(likelihood);
  const maxima = search.run();
  const { evaluations } = search;
  if (maxima === null) {
    return noAnswer('did-not-converge', evaluations, evaluations, { method, iterations: evaluations });
  }
  return { kind: 'maximum', tauSquared: highest(maxima, likelihood), maxima: maxima.length, evaluations };
}

function highest(maxima: readonly number[], { logLikelihood }: VarianceLikelihood): number {
  if (maxima.length === 1) return maxima[0]!;
  let [best, bestValue] = [maxima[0]!, -Infinity];
  for (const candidate of maxima) {
    const value = logLikelihood(candidate);
    if (value > bestValue) [best, bestValue] = [candidate, value];
  }
  return best;
}

class MaximumSearch {
  evaluations = 0;
  readonly #maxima: number[] = [];
  readonly #likelihood: VarianceLikelihood;

  constructor(likelihood: VarianceLikelihood) {
    this.#likelihood = likelihood;
  }

  /** All local maxima from left to right, or null when the evaluations ran out. */
  run(): readonly number[] | null {
    const zero = this.#evaluate(0);
    if (!rises(zero)) this.#maxima.push(0);
    let right = zero;
    while (!this.#fallsForever(right) && this.#inBudget()) {
      const next = this.#evaluate(8 * right.tauSquared + this.#likelihood.largestVariance);
      this.#scan(right, next);
      right = next;
    }
    return this.#inBudget() ? this.#maxima : null;
  }

  #evaluate(tauSquared: number): ScoreTerms {
    this.evaluations++;
    return this.#likelihood.score(tauSquared);
  }

  #inBudget(): boolean {
    return this.evaluations < VARIANCE_LIKELIHOOD_SETTINGS.maxEvaluations;
  }

  /** Adds the maxima between two points, in order. */
  #scan(left: ScoreTerms, right: ScoreTerms): void {
    if (!this.#inBudget() || this.#hasNoRoot(left, right)) return;
    const scale = right.tauSquared + this.#likelihood.smallestVariance;
    const narrow = right.tauSquared - left.tauSquared <= VARIANCE_LIKELIHOOD_SETTINGS.resolution * scale;
    if (narrow || this.#scoreFalls(left, right) || scoreRises(left, right)) {
      if (rises(left) && !rises(right)) this.#maxima.push(this.#newton(left, right));
      return;
    }
    const middle = this.#evaluate(this.#middle(left, right));
    this.#scan(left, middle);
    this.#scan(middle, right);
  }

  /** The geometric middle, counted from minus the smallest variance: the score varies on that scale. */
  #middle(left: ScoreTerms, right: ScoreTerms): number {
    const m = this.#likelihood.smallestVariance;
    return Math.sqrt(left.tauSquared + m) * Math.sqrt(right.tauSquared + m) - m;
  }

  /** Bounds of both parts from the ends of the interval show that the score keeps its sign. */
  #hasNoRoot(left: ScoreTerms, right: ScoreTerms): boolean {
    if (rises(left) !== rises(right)) return false;
    const { smallestVariance: m, largestVariance: l } = this.#likelihood;
    const [a, b] = [left.tauSquared + m, right.tauSquared + m];
    const [c, d] = [left.tauSquared + l, right.tauSquared + l];
    if (rises(left)) return right.observed * d > left.expected * c;
    return left.observed * c < right.expected * d || right.observed * b * b < left.expected * a * a;
  }

  /** The score falls throughout the interval, so that it has at most one root there. */
  #scoreFalls(left: ScoreTerms, right: ScoreTerms): boolean {
    const { smallestVariance: m } = this.#likelihood;
    return 2 * left.observedSlope * (left.tauSquared + m) ** 3 > right.expectedSlope * (right.tauSquared + m) ** 3;
  }

  /**
   * Beyond this point the score stays negative: `observed` falls at least, `expected` at most as fast as for the
   * largest variance.
   */
  #fallsForever(point: ScoreTerms): boolean {
    const { largestVariance, terms } = this.#likelihood;
    return !rises(point) && point.observed * (point.tauSquared + largestVariance) < terms;
  }

  /**
   * The root of the score between two points, by Newton's method on expected/observed = 1, which is a straight line in
   * tau-squared when all variances are equal; halving wherever a step leaves the bracket.
   */
  #newton(left: ScoreTerms, right: ScoreTerms): number {
    let [low, high] = [left.tauSquared, right.tauSquared];
    let tauSquared = this.#middle(left, right);
    while (this.#inBudget()) {
      const point = this.#evaluate(tauSquared);
      if (rises(point)) low = tauSquared;
      else high = tauSquared;
      const candidate = tauSquared + newtonStep(point);
      const next = candidate >= low && candidate <= high ? candidate : (low + high) / 2;
      const step = Math.abs(next - tauSquared);
      tauSquared = next;
      const scale = tauSquared + this.#likelihood.smallestVariance;
      if (step <= VARIANCE_LIKELIHOOD_SETTINGS.lastStep * scale) break;
    }
    return tauSquared;
  }
}

function rises({ observed, expected }: ScoreTerms): boolean {
  return observed > expected;
}

/** The score rises throughout the interval. */
function scoreRises(left: ScoreTerms, right: ScoreTerms): boolean {
  return 2 * left.observedSlope < right.expectedSlope;
}

function newtonStep({ observed, expected, observedSlope, expectedSlope }: ScoreTerms): number {
  return (observed * (observed - expected)) / (2 * observedSlope * expected - expectedSlope * observed);
}
