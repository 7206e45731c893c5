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

/** Settings of the binomial-normal model. */
export const BINOMIAL_NORMAL_SETTINGS = {
  /**
   * Values of tau at which the likelihood is looked at first, so that the maximum climbed is the highest; logit
   * scale.
   */
  scanned: [0.05, 0.1, 0.2, 0.4, 0.8, 1.6, 3.2, 6.4],
  /** Newton steps on the mean at each of them. */
  scanSteps: 4,
  /** Nodes for the first maximum; doubled until the maximum stays. */
  firstNodes: 24,
  maxNodes: 384,
  /** Change of mean and tau, relative to 1 + their size, at which Newton's method and the doubling end. */
  tolerance: 1e-9,
  /** Newton steps with one set of nodes, halvings included; ten are usual. */
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
  /** Quadrature nodes a study at which the answer had settled. */
  readonly nodes: number;
  readonly iterations: number;
}

/**
 * Pools proportions without correcting zero cells: events are binomial, their logits normal with a mean and
 * tau-squared, both by maximum likelihood.
 *
 * The likelihood of a study is an integral over its logit, taken by adaptive Gauss-Hermite quadrature; the maximum is
 * climbed by Newton's method with exact derivatives, from the best of a scan over tau, and the nodes are doubled (24
 * to 384) until mean and tau stay within 1e-9. Standard errors come from the full observed information in (mean,
 * tau); at the boundary tau = 0 from that of the mean alone.
 *
 * @param events counts from 0 to the total, @param totals counts above 0
 * @returns the fit, or a no-answer: `no-studies`; `too-few-studies` for one; `not-estimable` without any event or any
 *   non-event, where the estimate is infinite (`found` studies have both); `did-not-converge`
 * @throws RangeError for counts that are not counts, arrays of unequal length, a level outside 0 to 1
 *
 * Accuracy: about 1e-9 for mean and tau, 1e-8 where studies without events or without non-events meet tau above 4.
 * Source: Stijnen, Hamza and Ozdemir 2010, doi:10.1002/sim.4040; Hamza, van Houwelingen and Stijnen 2008,
 * doi:10.1016/j.jclinepi.2007.03.016.
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
  const allAlike = events.every((x) => x === 0) || events.every((x, i) => x === totals[i]);
  if (allAlike) return noAnswer('not-estimable', 0, 1, about);
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

/**
 * Climbs with more and more nodes until the maximum stays; null when Newton's method does not end even with all of
 * them. Too few nodes for the data show in a likelihood that disagrees with its own derivatives, so that no step
 * satisfies: then, too, more are taken.
 */
function settle(studies: BinomialStudies): Climb | null {
  const { firstNodes, maxNodes, tolerance } = BINOMIAL_NORMAL_SETTINGS;
  let nodes = firstNodes;
  let rule = gaussHermite(nodes);
  let start = bestOfScan(studies, rule);
  if (start.tau === 0) return { top: start, iterations: start.iterations, nodes };
  let top: MarginalLikelihood | null = null;
  let iterations = 0;
  for (; nodes <= maxNodes; nodes *= 2, rule = gaussHermite(nodes)) {
    const point = climb(studies, start, rule);
    iterations += point?.iterations ?? BINOMIAL_NORMAL_SETTINGS.maxIterations;
    if (point === null) continue;
    const settled = top !== null && distance(point, top) <= tolerance;
    top = point;
    start = point;
    if (settled) break;
  }
  return top === null ? null : { top, iterations, nodes: Math.min(nodes, maxNodes) };
}

type Point = MarginalLikelihood & { readonly iterations: number };

/** The highest point of a coarse scan over tau; tau 0 only where the likelihood falls from there. */
function bestOfScan(studies: BinomialStudies, rule: QuadratureRule): Point {
  const { scanned, scanSteps } = BINOMIAL_NORMAL_SETTINGS;
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
    if (Math.abs(step) <= BINOMIAL_NORMAL_SETTINGS.tolerance * 1e-3) break;
  }
  return { ...point, iterations };
}

/** Newton's method in (mean, tau) with steps halved until the likelihood rises; null when it does not end. */
function climb(studies: BinomialStudies, start: MarginalLikelihood, rule: QuadratureRule): Point | null {
  const { maxIterations, tolerance } = BINOMIAL_NORMAL_SETTINGS;
  let point = marginalLikelihood(studies, start.mean, start.tau, rule);
  let factor = 1;
  for (let iterations = 1; iterations <= maxIterations; iterations++) {
    const [meanStep, tauStep] = ascentStep(point);
    // The likelihood is even in tau: beyond 0 it climbs the mirror image.
    const tau = Math.abs(point.tau + factor * tauStep);
    const next = marginalLikelihood(studies, point.mean + factor * meanStep, tau, rule);
    const change = distance(next, point);
    if (change <= tolerance * 1e-3) return { ...next, iterations };
    if (next.value >= point.value - 1e-12 * Math.abs(point.value)) {
      point = next;
      factor = Math.min(1, 2 * factor);
    } else {
      factor /= 2;
    }
  }
  return null;
}

/** The Newton step where the likelihood is concave, else a step along the gradient scaled by the curvature's size. */
function ascentStep({ gradient, hessian }: MarginalLikelihood): [number, number] {
  const [a, b, c] = hessian;
  const determinant = a * c - b * b;
  if (a < 0 && determinant > 0) {
    return [(b * gradient[1] - c * gradient[0]) / determinant, (b * gradient[0] - a * gradient[1]) / determinant];
  }
  return [gradient[0] / Math.abs(a), gradient[1] / (Math.abs(c) + Math.abs(b))];
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
