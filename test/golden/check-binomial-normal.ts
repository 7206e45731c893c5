import { fitBinomialNormal } from '../../src/stats/binomial-normal.js';
import type { GoldenFile, GoldenGlmm } from './golden-file.js';
import type { GoldenReport, Tolerance } from './report.js';
import { TOLERANCES } from './tolerances.js';

/** Exact maximum-likelihood fits of the binomial-normal model. */
export function checkBinomialNormal(data: GoldenFile, report: GoldenReport): void {
  for (const { id, xi, ni, glmm } of data.datasets ?? []) {
    const golden = glmm?.exact;
    if (golden === undefined) continue;
    const fit = fitBinomialNormal(xi!, ni!);
    const at = `${id}/GLMM`;
    report.leaveOut('lme4 fits of the GLMM: its optimiser stops at 1e-4; the exact solution is compared instead');
    if (golden.error !== undefined || fit.kind === 'no-answer') {
      const agreed = golden.error !== undefined && fit.kind === 'no-answer';
      report.check('GLMM refused where the oracle has none', at, agreed);
      continue;
    }
    const tolerance = withOracleError(xi!, ni!, golden);
    report.compare('GLMM beta', at, fit.estimate, golden.beta, tolerance);
    report.compare('GLMM tau2', at, fit.tauSquared, golden.tau2, tolerance);
    report.compare('GLMM se', at, fit.se, golden.se, tolerance);
    report.compare('GLMM logLik', at, fit.logLikelihood, golden.logLik, tolerance);
    report.check('GLMM at the boundary', at, golden.boundary === (fit.tauSquared === 0));
    if (golden.boundary) continue;
    report.compare('GLMM se tau', at, fit.tauSe, golden.se_tau, tolerance);
    report.compare('GLMM se beta given tau', at, fit.seGivenTau, golden.se_beta_given_tau, tolerance);
  }
}

/**
 * The oracle's quadrature is good to about 1e-8 in most data, but not where studies without events and studies
 * without non-events meet a large tau. So its point is judged by itself: the slope in tau there, by the trapezoidal
 * rule (which for such integrals is exact to rounding), says how far it is from the maximum. Ten times that distance
 * is allowed where it is more than the usual tolerance.
 */
function withOracleError(events: readonly number[], totals: readonly number[], golden: GoldenGlmm): Tolerance {
  if (golden.boundary) return TOLERANCES.glmm;
  const tau = Math.sqrt(golden.tau2);
  let slope = 0;
  events.forEach((x, i) => (slope += slopeInTau(x, totals[i]!, golden.beta, tau)));
  const distance = Math.abs(slope) * golden.se_tau! ** 2;
  return { ...TOLERANCES.glmm, relative: Math.max(TOLERANCES.glmm.relative, (10 * distance) / tau) };
}

/** Derivative in tau of the marginal log-likelihood of x events among n. */
function slopeInTau(x: number, n: number, mean: number, tau: number): number {
  const step = 0.005;
  let total = 0;
  let slope = 0;
  for (let z = -14; z <= 14; z += step) {
    const eta = mean + tau * z;
    const softplus = Math.max(eta, 0) + Math.log1p(Math.exp(-Math.abs(eta)));
    const weight = Math.exp(x * eta - n * softplus - (z * z) / 2 + peak(x, n));
    total += weight;
    slope += weight * z * (x - n / (1 + Math.exp(-eta)));
  }
  return slope / total;
}

/** Minus the largest binomial log-likelihood, to keep the weights above underflow. */
function peak(x: number, n: number): number {
  const entropy = (count: number): number => (count === 0 ? 0 : count * Math.log(count / n));
  return -(entropy(x) + entropy(n - x));
}
