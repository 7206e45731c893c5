/**
 * The distributions that the engine needs, with both tails in full: distribution functions and quantiles of the normal,
 * Student t, chi-squared, F and beta distribution, and the log-gamma and log-beta functions.
 *
 * Built on jStat where it holds (its log-gamma from 2.5 on, its inverse error function as a start); what replaces the
 * rest says so, with the measured error, and comes from the papers it cites. Held against R's values and against
 * 40-digit arithmetic in the tests.
 */
export type { Tail } from './distributions/tail.js';
export { logBeta, logGamma } from './distributions/gamma-function.js';
export { normalCdf, normalDensity, normalQuantile } from './distributions/normal.js';
export { studentTCdf, studentTQuantile } from './distributions/student-t.js';
export { chiSquaredCdf, chiSquaredQuantile } from './distributions/chi-squared.js';
export { fCdf, fQuantile } from './distributions/f.js';
export { betaCdf, betaQuantile } from './distributions/beta.js';
