import { logistic } from './back-transform.js';
import { logGamma } from './distributions.js';
import type { QuadratureRule } from './gauss-hermite.js';

/** Iteration settings of the mode of one study's integrand. */
const MODE_SETTINGS = {
  /** The mode only centres the quadrature; this is far closer than it needs. */
  tolerance: 1e-8,
  /** Newton's method on a concave function; halving keeps it safe for tau in the tens. */
  maxIterations: 100,
};

/** Counts that share a logit-normal distribution of proportions. */
export interface BinomialStudies {
  readonly events: readonly number[];
  readonly totals: readonly number[];
}

/** Marginal log-likelihood at (mean, tau) with its gradient and second derivatives in both. */
export interface MarginalLikelihood {
  readonly mean: number;
  readonly tau: number;
  readonly value: number;
  readonly gradient: readonly [mean: number, tau: number];
  readonly hessian: readonly [meanMean: number, meanTau: number, tauTau: number];
}

/** The sum over studies of the log binomial coefficients, the constant of the likelihood. */
export function logBinomialCoefficients({ events, totals }: BinomialStudies): number {
  let sum = 0;
  for (let i = 0; i < events.length; i++) {
    const [x, n] = [events[i]!, totals[i]!];
    sum += logGamma(n + 1) - logGamma(x + 1) - logGamma(n - x + 1);
  }
  return sum;
}

/**
 * Marginal log-likelihood of a logit-normal binomial model, without the binomial coefficients: for each study the log
 * of the integral over Z of exp(x eta - n log(1 + exp(eta))) times the normal density, eta = mean + tau Z. The
 * quadrature is adaptive: centred at the mode of the integrand and scaled by its curvature (Liu and Pierce 1994,
 * doi:10.1093/biomet/81.3.624). Derivatives are those of the integral, from moments under the same weights (Louis
 * 1982, doi:10.1111/j.2517-6161.1982.tb01203.x), so gradient and observed information are as exact as the value.
 */
export function marginalLikelihood(
  { events, totals }: BinomialStudies,
  mean: number,
  tau: number,
  rule: QuadratureRule,
): MarginalLikelihood {
  let value = 0;
  const gradient: [number, number] = [0, 0];
  const hessian: [number, number, number] = [0, 0, 0];
  for (let i = 0; i < events.length; i++) {
    const study = studyLikelihood(events[i]!, totals[i]!, mean, tau, rule);
    value += study.value;
    gradient[0] += study.gradient[0];
    gradient[1] += study.gradient[1];
    hessian[0] += study.hessian[0];
    hessian[1] += study.hessian[1];
    hessian[2] += study.hessian[2];
  }
  return { mean, tau, value, gradient, hessian };
}

function studyLikelihood(x: number, n: number, mean: number, tau: number, rule: QuadratureRule): MarginalLikelihood {
  const { mode, scale } = integrandShape(x, n, mean, tau);
  const peak = logIntegrand(x, n, mean, tau, mode);
  let total = 0;
  let [s1, sz, s2, s2z, s2zz] = [0, 0, 0, 0, 0];
  for (let j = 0; j < rule.nodes.length; j++) {
    const z = mode + scale * rule.nodes[j]!;
    const weight = rule.weights[j]! * Math.exp(logIntegrand(x, n, mean, tau, z) - peak);
    const p = logistic(mean + tau * z);
    const score = x - n * p;
    // Second derivative of the log-likelihood at this Z, plus the square of the first.
    const second = score * score - n * p * (1 - p);
    total += weight;
    s1 += weight * score;
    sz += weight * score * z;
    s2 += weight * second;
    s2z += weight * second * z;
    s2zz += weight * second * z * z;
  }
  const [a, b] = [s1 / total, sz / total];
  return {
    mean,
    tau,
    value: peak + Math.log((total * scale) / Math.sqrt(2 * Math.PI)),
    gradient: [a, b],
    hessian: [s2 / total - a * a, s2z / total - a * b, s2zz / total - b * b],
  };
}

/** x eta - n log(1 + exp(eta)) - z^2/2. */
function logIntegrand(x: number, n: number, mean: number, tau: number, z: number): number {
  const eta = mean + tau * z;
  const softplus = eta > 0 ? eta + Math.log1p(Math.exp(-eta)) : Math.log1p(Math.exp(eta));
  return x * eta - n * softplus - (z * z) / 2;
}

/** Mode of the log-integrand, which is concave, and sqrt(2) over the root of minus its curvature there. */
function integrandShape(x: number, n: number, mean: number, tau: number): { mode: number; scale: number } {
  let mode = 0;
  let curvature = 1;
  for (let i = 0; i < MODE_SETTINGS.maxIterations; i++) {
    const p = logistic(mean + tau * mode);
    curvature = 1 + tau * tau * n * p * (1 - p);
    const step = (tau * (x - n * p) - mode) / curvature;
    // A step across more than two logits leaves the region that the curvature describes.
    const limit = 2 / Math.max(tau, 1);
    mode += Math.max(-limit, Math.min(limit, step));
    if (Math.abs(step) <= MODE_SETTINGS.tolerance) break;
  }
  return { mode, scale: Math.SQRT2 / Math.sqrt(curvature) };
}
