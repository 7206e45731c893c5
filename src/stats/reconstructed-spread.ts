import { requireLevel } from './checks.js';
import { betaQuantile, normalQuantile, studentTQuantile } from './distributions.js';
import { solveGeneralisedQ } from './generalised-q.js';
import { isNoAnswer, noAnswer, type NoAnswer } from './no-answer.js';

/** A pooled proportion as printed, and what is known of the studies behind it. */
export interface PrintedPool {
  /** Pooled proportion and the limits of its confidence interval, in 0..1. */
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
  /** Level of that interval and of the prediction interval, default 0.95. */
  readonly level?: number;
  /** Relative sizes of the studies, one each, above 0; they are scaled to `participants`. */
  readonly sizes: readonly number[];
  /** Patients in the pool; default the sum of the sizes. */
  readonly participants?: number;
}

/** The variance between studies that a printed interval implies. Approximate: to be marked as reconstructed. */
export interface ReconstructedSpread {
  readonly kind: 'reconstructed-spread';
  /** Variance of the studies' true proportions. */
  readonly tauSquared: number;
  /** Standard error behind the printed interval. */
  readonly se: number;
  /** Where the proportion of a new study is expected: 0 to 1 when the spread allows anything. */
  readonly prediction: SpreadPrediction | NoAnswer;
}

export interface SpreadPrediction {
  readonly kind: 'spread-prediction';
  readonly low: number;
  readonly high: number;
}

/** What separates an answer from a refusal. */
export const RECONSTRUCTION_LIMITS = {
  /** Above this share of the participants the interval is explained by sampling alone, and the spread is rounding. */
  mostOfParticipants: 0.95,
  /** Fewer studies than this do not support a prediction interval. */
  fewestForPrediction: 5,
  /** From this share of the largest variance of a proportion, p(1 - p), on the beta distribution says nothing. */
  widestVariance: 0.98,
};

/**
 * The spread between studies behind a printed pool of raw proportions that came without it: the tau-squared with which
 * inverse-variance pooling of studies of these sizes would have given the printed interval.
 *
 * SE = (high - low) / (2z). With mean p, a study of n patients varies by tau^2 + (p(1 - p) - tau^2)/n, the second term
 * the mean of its binomial variance when true proportions have variance tau^2; tau^2 solves sum of the inverse
 * variances = 1/SE^2. The prediction interval takes the middle of a beta distribution with mean p and variance
 * (tau^2 + SE^2)(t/z)^2, t on k - 1 degrees of freedom.
 *
 * @returns the spread, or a no-answer, never 0: `limit-cut-off` when a limit lies at or beyond 0 or 1, so that the
 *   width is not that of the standard error; `interval-too-narrow` when p(1 - p)/SE^2, the number of independent
 *   patients that would give it, exceeds 95 % of the participants; `interval-too-wide` when no variance of proportions
 *   is as large; `too-few-studies` for fewer than two; `not-estimable` when scaling leaves a study with less than one
 *   patient. `prediction` is itself a no-answer below five studies.
 * @throws RangeError for an estimate outside the interval or not inside 0 to 1, sizes or participants not above 0
 *
 * Accuracy, as measured by a test (`reconstructed-spread.accuracy.json`): from limits printed to 0.1 % tau is mostly
 * within 5 % of that of the studies' own raw DerSimonian-Laird pool. That pool itself can miss the true spread by half,
 * more so near 0 and 1: of new studies 74 to 99 % lay inside the prediction interval, by number of studies, mean and
 * spread.
 * Source: the moment equation of DerSimonian and Laird 1986, doi:10.1016/0197-2456(86)90046-2, read backwards from its
 * standard error; variance of a beta-binomial proportion: Kleinman 1973, doi:10.1080/01621459.1973.10481332.
 *
 * @example
 * reconstructSpread({ estimate: 0.5, low: 0.402, high: 0.598, sizes: [50, 50, 50, 50, 50, 50] })
 * // se 0.0500, tauSquared 0.0102 = (6 se^2 - 0.25/50) / (1 - 1/50), prediction 0.217 to 0.783
 */
export function reconstructSpread(pool: PrintedPool): ReconstructedSpread | NoAnswer {
  const { estimate, low, high, level = 0.95, sizes } = pool;
  requirePool(pool, level);
  const k = sizes.length;
  if (k < 2) return noAnswer('too-few-studies', k, 2);
  const wholeLimits = (low > 0 ? 1 : 0) + (high < 1 ? 1 : 0);
  if (wholeLimits < 2) return noAnswer('limit-cut-off', wholeLimits, 2);
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const participants = pool.participants ?? total;
  const scaled = sizes.map((size) => (size / total) * participants);
  if (Math.min(...scaled) < 1) return noAnswer('not-estimable', Math.min(...scaled), 1);
  const z = normalQuantile((1 - level) / 2, 'upper');
  const se = (high - low) / (2 * z);
  const largest = estimate * (1 - estimate);
  const independent = largest / se ** 2;
  const most = RECONSTRUCTION_LIMITS.mostOfParticipants * participants;
  if (independent > most) return noAnswer('interval-too-narrow', independent, most);
  if (independent < k) return noAnswer('interval-too-wide', independent, k);
  const root = solveGeneralisedQ(precisionOf(scaled, largest), 1 / se ** 2, largest / Math.max(...scaled), 'spread');
  if (isNoAnswer(root)) return root;
  const { tauSquared } = root;
  const t = studentTQuantile((1 - level) / 2, k - 1, 'upper');
  const prediction = predict(estimate, (tauSquared + se ** 2) * (t / z) ** 2, k, level);
  return { kind: 'reconstructed-spread', tauSquared, se, prediction };
}

/**
 * The sum of inverse variances at one tau-squared and how fast it falls: each term is c/(lambda + tau-squared), as in a
 * generalised Q.
 */
function precisionOf(sizes: readonly number[], largest: number): (t: number) => { q: number; slope: number } {
  return (tauSquared) => {
    let q = 0;
    let slope = 0;
    for (const size of sizes) {
      const weight = 1 / (tauSquared + (largest - tauSquared) / size);
      q += weight;
      slope += weight ** 2 * (1 - 1 / size);
    }
    return { q, slope };
  };
}

function predict(mean: number, variance: number, k: number, level: number): SpreadPrediction | NoAnswer {
  const { fewestForPrediction, widestVariance } = RECONSTRUCTION_LIMITS;
  if (k < fewestForPrediction) return noAnswer('too-few-studies', k, fewestForPrediction);
  const largest = mean * (1 - mean);
  if (variance >= widestVariance * largest) return { kind: 'spread-prediction', low: 0, high: 1 };
  const size = largest / variance - 1;
  const tail = (1 - level) / 2;
  const [a, b] = [mean * size, (1 - mean) * size];
  return { kind: 'spread-prediction', low: betaQuantile(tail, a, b), high: betaQuantile(tail, a, b, 'upper') };
}

function requirePool({ estimate, low, high, sizes, participants = 1 }: PrintedPool, level: number): void {
  requireLevel('reconstructSpread', level);
  if (!(estimate > 0 && estimate < 1)) {
    throw new RangeError(`reconstructSpread: estimate must lie between 0 and 1, but is ${estimate}`);
  }
  if (!(low <= estimate && estimate <= high && low < high)) {
    throw new RangeError(`reconstructSpread: ${estimate} must lie within ${low} to ${high}`);
  }
  const wrong = [...sizes, participants].find((size) => !(size > 0 && size < Infinity));
  if (wrong !== undefined) throw new RangeError(`reconstructSpread: sizes must be finite and above 0, but one is ${wrong}`);
}
