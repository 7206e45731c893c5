import type { Tolerance } from './report.js';

/** The tolerances of the oracle's description, each with the reason why it is not tighter. */
export const TOLERANCES = {
  effects: { relative: 1e-12, floor: 1e-3, reason: 'logs of ratios near 1 lose digits; 3e-14 seen' },
  variances: { relative: 1e-12, floor: 0, reason: 'a handful of operations' },
  backTransforms: { relative: 1e-10, floor: 1e-3, reason: 'closed forms; proportions near 0 cancel in R' },
  tauSquared: { relative: 1e-10, floor: 1e-3, reason: 'closed forms; differences of nearly equal sums near 0' },
  tauSquaredPolished: { relative: 1e-9, floor: 1e-6, reason: 'both solve the equation to machine precision' },
  tauSquaredIterated: { relative: 1e-7, floor: 1e-3, reason: "metafor stops at a change of 1e-12" },
  closedForm: { relative: 1e-10, floor: 1e-3, reason: 'sums of a few dozen terms; 2e-14 seen' },
  iterated: { relative: 1e-6, floor: 1e-3, reason: "inherits metafor's stopping rule; 4e-8 seen in weights" },
  tail: { relative: 1e-8, floor: 1e-300, reason: 'a p far out moves by the square of the statistic times its error' },
  tailIterated: { relative: 1e-4, floor: 1e-300, reason: "the same on metafor's stopping rule" },
  iSquared: { relative: 1e-10, floor: 1, reason: 'per cent; closed forms' },
  iSquaredIterated: { relative: 1e-5, floor: 1, reason: 'points of per cent; metafor stops just above 0' },
  qProfile: { relative: 1e-8, floor: 1e-6, reason: "R's uniroot at machine precision; 7e-12 seen" },
  extremeVariances: { relative: 1e-5, floor: 1e-3, reason: 'metafor itself warns of instability there' },
  glmm: { relative: 1e-6, floor: 1e-3, reason: 'quadrature of the oracle is good to about 1e-8 in the hardest data' },
} as const satisfies Record<string, Tolerance>;
