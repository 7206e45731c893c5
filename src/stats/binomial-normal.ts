import {
  logBinomialCoefficients,
  marginalLikelihood,
  type BinomialStudies,
  type MarginalLikelihood,
} from './binomial-likelihood.js';
import { requireEventsWithinTotals, requireLevel } from './checks.js';
import { normalQuantile } from './distributions.js';
import { gaussHermite, type QuadratureRule } from './gauss-hermite.js';
import { twoSidedP } from './inference.js';
import { noAnswer, type NoAnswer } from './no-answer.js';
import { sinhTrapezoid } from './sinh-trapezoid.js';

/** Settings of the binomial-normal model. */
export const BINOMIAL_NORMAL_SETTINGS = {
  /**
   * Values of tau at which the likelihood is looked at first, so that the maximum climbed is the highest; logit
   * scale.
   */
  scanned: [0.05, 0.1, 0.2, 0.4, 0.8, 1.6, 3.2, 6.4, 12.8, 25.6],
  /** Newton steps on the mean at each of them. */
  scanSteps: 4,
  /** Spacing of the quadrature of the scan: good for four digits. */
  scanSpacing: 0.25,
  /** Nodes of the Gauss-Hermite rules, taken in turn until the maximum stays. */
  nodes: [24, 48, 96],
  /** Spacings of the rule that follows where these do not settle. */
  spacings: [0.08, 0.04, 0.02, 0.01],
  /** Change of mean and tau, relative to 1 + their size, at which the maximum is said to stay. */
  tolerance: 1e-9,
  /** The same for Newton's method with one rule; its last step squares the one before. */
  lastStep: 1e-10,
  /** Gain in log-likelihood still expected below which the slope, not the height, leads to the top. */
  nearTop: 1e-3,
  /** Newton steps with one rule, halvings included; ten are usual. */
  maxIterations: 60,
};

/** Logit-normal model of proportions, fitted by maximum likelihood. */
export interface BinomialNormalFit {
  readonly kind: 'binomial-normal';
  readonly k: number;
  /** Mean logit over studies, with standard error, normal test against 0 and interval. */
  readonly estimate: number;
  readonly se: number;
  readonly statistic: number;
  readonly p: number;
  readonly level: number;
  readonly low: number;
  readonly high: number;
  /** Variance of the logits between studies; exactly 0 at the boundary. */
  readonly tauSquared: number;
  /** Standard error of tau, and of the estimate if tau were known; tau's is null at the boundary. */
  readonly tauSe: number | null;
  readonly seGivenTau: number;
  /** Marginal log-likelihood with the binomial coefficients. */
  readonly logLikelihood: number;
  /** Nodes of the quadrature with which the answer had settled. */
  readonly nodes: number;
  readonly iterations: number;
}

/**
 * Pools proportions without correcting zero cells: events are binomial, their logits normal with a mean and
 * tau-squared, both by maximum likelihood.
 *
 * The likelihood of a study is an integral over its logit, taken by adaptive Gauss-Hermite quadrature; the maximum is
 * climbed by Newton's method with exact derivatives, from the best of a scan over tau, with 24, 48 and 96 nodes until
 * mean and tau stay within 1e-9. Where they do not (studies without events beside studies without non-events, tau in
 * the fives and beyond: a narrow edge and a wide tail in one integrand) a rule made for such integrands follows, see
 * `sinhTrapezoid`. Standard errors come from the full observed information in (mean, tau); at the boundary tau = 0
 * from that of the mean alone.
 *
 * @param events counts from 0 to the total, @param totals counts above 0
 * @returns the fit, or a no-answer: `no-studies`; `too-few-studies` for one; `not-estimable` when no study has both
 *   events and non-events (`found`), where mean or tau-squared is infinite; `did-not-converge`, seen
 *   once in 6,000 random sets of mostly empty and full studies
 * @throws RangeError for counts that are not counts, arrays of unequal length, a level outside 0 to 1
 *
 * Accuracy: about 1e-9 for mean and tau. Source: Stijnen, Hamza and Ozdemir 2010, doi:10.1002/sim.4040; Hamza, van
 * Houwelingen and Stijnen 2008, doi:10.1016/j.jclinepi.2007.03.016.
 *
 * @example
 * fitBinomialNormal([4, 10, 12, 30, 7], [20, 25, 50, 44, 31])   // estimate -0.6603..., tauSquared 0.5588...
 */
export function fitBinomialNormal(
  events: readonly number[],
  totals: readonly number[],
  { level = 0.95 }: { readonly level?: number } = {},
): BinomialNormalFit | NoAnswer {
  requireLevel('fitBinomialNormal', level);
  requireEventsWithinTotals('fitBinomialNormal', 'events', events, 'totals', totals);
  const about = { method: 'binomial-normal' };
  const k = events.length;
  if (k === 0) return noAnswer('no-studies', 0, 2, about);
  const mixed = events.filter((x, i) => x > 0 && x < totals[i]!).length;
  if (mixed === 0) return noAnswer('not-estimable', 0, 1, about);
  if (k === 1) return noAnswer('too-few-studies', 1, 2, about);
  const studies = { events, totals };
  const climb = settle(studies);
  if (climb === null) {
    const iterations = BINOMIAL_NORMAL_SETTINGS.maxIterations;
    return noAnswer('did-not-converge', iterations, iterations, { ...about, iterations });
  }
  return describe(studies, climb, level);
}

interface Climb {
  readonly top: MarginalLikelihood;
  readonly iterations: number;
  readonly nodes: number;
}

/** The quadratures in the order in which they are tried. */
function* rules(): Generator<QuadratureRule> {
  for (const size of BINOMIAL_NORMAL_SETTINGS.nodes) yield gaussHermite(size);
  for (const spacing of BINOMIAL_NORMAL_SETTINGS.spacings) yield sinhTrapezoid(spacing);
}

/**
 * Climbs with finer and finer rules until the maximum stays; null when it never does. Too coarse a rule shows in a
 * likelihood that disagrees with its own derivatives, so that no step satisfies: then, too, the next one is taken.
 */
function settle(studies: BinomialStudies): Climb | null {
  const { tolerance, maxIterations } = BINOMIAL_NORMAL_SETTINGS;
  let start = bestOfScan(studies);
  let { iterations } = start;
  let top: MarginalLikelihood | null = null;
  for (const rule of rules()) {
    const nodes = rule.nodes.length;
    const point: Point | null =
      start.tau === 0 ? climbMean(studies, start.mean, 0, rule, maxIterations) : climb(studies, start, rule);
    iterations += point?.iterations ?? maxIterations;
    if (point === null) continue;
    const stays = point.tau === 0 || (top !== null && distance(point, top) <= tolerance);
    if (stays) return { top: point, iterations, nodes };
    top = point;
    start = point;
  }
  return null;
}

type Point = MarginalLikelihood & { readonly iterations: number };

/** The highest point of a coarse scan over tau; tau 0 only where the likelihood falls from there. */
function bestOfScan(studies: BinomialStudies): Point {
  const { scanned, scanSteps, scanSpacing } = BINOMIAL_NORMAL_SETTINGS;
  const rule = sinhTrapezoid(scanSpacing);
  const atZero = climbMean(studies, pooledLogit(studies), 0, rule, BINOMIAL_NORMAL_SETTINGS.maxIterations);
  let best = atZero;
  let mean = atZero.mean;
  for (const tau of scanned) {
    const point = climbMean(studies, mean, tau, rule, scanSteps);
    mean = point.mean;
    if (point.value > best.value) best = point;
  }
  // At tau = 0 the slope in tau vanishes and its second derivative is twice the slope in tau-squared.
  const rises = best === atZero && atZero.hessian[2] > 0;
  return rises ? climbMean(studies, atZero.mean, scanned[0]! / 2, rule, scanSteps) : best;
}

function pooledLogit({ events, totals }: BinomialStudies): number {
  const x = events.reduce((sum, value) => sum + value, 0);
  const n = totals.reduce((sum, value) => sum + value, 0);
  return Math.log(x / (n - x));
}

/** Newton steps on the mean alone, at a fixed tau. */
function climbMean(studies: BinomialStudies, start: number, tau: number, rule: QuadratureRule, steps: number): Point {
  let point = marginalLikelihood(studies, start, tau, rule);
  let iterations = 0;
  while (iterations < steps) {
    iterations++;
    const step = Math.max(-1, Math.min(1, -point.gradient[0] / point.hessian[0]));
    point = marginalLikelihood(studies, point.mean + step, tau, rule);
    if (Math.abs(step) <= BINOMIAL_NORMAL_SETTINGS.lastStep) break;
  }
  return { ...point, iterations };
}

/**
 * Newton's method in (mean, tau) with steps halved until the likelihood rises or, near the top, where a coarse rule
 * can make it fall by rounding, the slope shrinks; null when it does not end.
 */
function climb(studies: BinomialStudies, start: MarginalLikelihood, rule: QuadratureRule): Point | null {
  const { maxIterations, lastStep } = BINOMIAL_NORMAL_SETTINGS;
  let point = marginalLikelihood(studies, start.mean, start.tau, rule);
  let factor = 1;
  for (let iterations = 1; iterations <= maxIterations; iterations++) {
    const [meanStep, tauStep] = ascentStep(point);
    // The likelihood is even in tau: beyond 0 it climbs the mirror image.
    const tau = Math.abs(point.tau + factor * tauStep);
    const next = marginalLikelihood(studies, point.mean + factor * meanStep, tau, rule);
    const change = distance(next, point);
    if (change <= lastStep && isTop(next)) return { ...next, iterations };
    if (next.value >= point.value || closesIn(point, next)) {
      point = next;
      factor = Math.min(1, 2 * factor);
    } else {
      factor /= 2;
    }
  }
  return null;
}

/** The Newton step where the likelihood is concave, else a step along the gradient scaled by the curvature's size. */
function ascentStep(point: MarginalLikelihood): [number, number] {
  const { gradient, hessian: [a, b, c] } = point;
  if (isTop(point)) {
    const determinant = a * c - b * b;
    return [(b * gradient[1] - c * gradient[0]) / determinant, (b * gradient[0] - a * gradient[1]) / determinant];
  }
  return [gradient[0] / Math.abs(a), gradient[1] / (Math.abs(c) + Math.abs(b))];
}

/** Both points are so near the top that Newton's method converges, and the second is nearer. */
function closesIn(point: MarginalLikelihood, next: MarginalLikelihood): boolean {
  if (!isTop(point) || !isTop(next)) return false;
  return decrement(point) < BINOMIAL_NORMAL_SETTINGS.nearTop && decrement(next) < decrement(point);
}

/** Twice the height that Newton's method expects to gain. */
function decrement(point: MarginalLikelihood): number {
  const [meanStep, tauStep] = ascentStep(point);
  return point.gradient[0] * meanStep + point.gradient[1] * tauStep;
}

/** The likelihood curves down in every direction. */
function isTop({ hessian: [a, b, c] }: MarginalLikelihood): boolean {
  return a < 0 && a * c - b * b > 0;
}

function distance(a: MarginalLikelihood, b: MarginalLikelihood): number {
  const mean = Math.abs(a.mean - b.mean) / (1 + Math.abs(b.mean));
  return Math.max(mean, Math.abs(a.tau - b.tau) / (1 + b.tau));
}

function describe(studies: BinomialStudies, { top, iterations, nodes }: Climb, level: number): BinomialNormalFit {
  const [meanMean, meanTau, tauTau] = top.hessian;
  const boundary = top.tau === 0;
  const determinant = meanMean * tauTau - meanTau * meanTau;
  const seGivenTau = Math.sqrt(-1 / meanMean);
  const se = boundary ? seGivenTau : Math.sqrt(-tauTau / determinant);
  const margin = se * normalQuantile((1 - level) / 2, 'upper');
  return {
    kind: 'binomial-normal',
    k: studies.events.length,
    estimate: top.mean,
    se,
    statistic: top.mean / se,
    p: twoSidedP(top.mean / se, null),
    level,
    low: top.mean - margin,
    high: top.mean + margin,
    tauSquared: top.tau ** 2,
    tauSe: boundary ? null : Math.sqrt(-meanMean / determinant),
    seGivenTau,
    logLikelihood: top.value + logBinomialCoefficients(studies),
    nodes,
    iterations,
  };
}
