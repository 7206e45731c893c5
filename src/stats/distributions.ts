export type { Tail } from './distributions/tail.js';
export { logBeta, logGamma } from './distributions/gamma-function.js';
export { normalCdf, normalDensity, normalQuantile } from './distributions/normal.js';
export { studentTCdf, studentTQuantile } from './distributions/student-t.js';
export { chiSquaredCdf, chiSquaredQuantile } from './distributions/chi-squared.js';
export { fCdf, fQuantile } from './distributions/f.js';
export { betaCdf, betaQuantile } from './distributions/beta.js';
