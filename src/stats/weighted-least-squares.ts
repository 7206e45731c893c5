import { dot, solveUpper, solveUpperTransposed, thinQr, type Columns, type ThinQr } from './linear-algebra.js';

/** Weighted least squares of k outcomes on p columns, and what the variance estimators need of it. */
export interface WeightedFit {
  readonly weights: Float64Array;
  readonly qr: ThinQr;
  readonly coefficients: readonly number[];
  readonly residuals: Float64Array;
  /** Diagonal of the hat matrix, each in 0..1; they sum to p. */
  readonly leverages: Float64Array;
  /** 1 less the leverage, with its digits also where the leverage is almost 1. */
  readonly freedoms: Float64Array;
  /** Sum of weight times squared residual. */
  readonly weightedSquares: number;
}

/** Weights alone may bring independent columns close to dependence; below this no digit of the answer would be left. */
export const WEIGHTED_RANK_TOLERANCE = 1e-13;

/** From this leverage on (at most p studies reach it) 1 - leverage is found from the other studies' fit. */
const HIGH_LEVERAGE = 0.99;

/**
 * Fits outcomes `yi` on the columns of a design matrix with positive `weights`, through a QR factorisation rather than
 * the normal equations, whose condition number is the square.
 *
 * @returns the fit, or `null` when the weighted columns are dependent to working precision
 */
export function weightedLeastSquares(
  yi: ArrayLike<number>,
  columns: Columns,
  weights: Float64Array,
): WeightedFit | null {
  const scales = weights.map(Math.sqrt);
  const qr = thinQr(columns, scales, WEIGHTED_RANK_TOLERANCE);
  if (qr === null) return null;
  const scaledOutcomes = scales.map((scale, i) => scale * yi[i]!);
  const coefficients = solveUpper(qr.r, qr.q.map((unit) => dot(unit, scaledOutcomes)));
  const residuals = scales.map((_, i) => columns.reduce((rest, x, j) => rest - x[i]! * coefficients[j]!, yi[i]!));
  const leverages = scales.map((_, i) => qr.q.reduce((sum, unit) => sum + unit[i]! ** 2, 0));
  const freedoms = leverages.map((h, i) => (h < HIGH_LEVERAGE ? 1 - h : freedomOf(i, columns, scales)));
  const weightedSquares = weights.reduce((sum, w, i) => sum + w * residuals[i]! ** 2, 0);
  return { weights, qr, coefficients, residuals, leverages, freedoms, weightedSquares };
}

/** 1 - leverage as 1/(1 + w x'(X'WX)^-1 x), the inverse from all other studies; 0 when they have none without it. */
function freedomOf(study: number, columns: Columns, scales: Float64Array): number {
  const others = scales.map((scale, i) => (i === study ? 0 : scale));
  const qr = thinQr(columns, others, WEIGHTED_RANK_TOLERANCE);
  if (qr === null) return 0;
  const solved = solveUpperTransposed(qr.r, columns.map((x) => scales[study]! * x[study]!));
  return 1 / (1 + dot(solved, solved));
}

/**
 * Trace of P D for a diagonal D, where P = W - W X (X'WX)^-1 X'W takes outcomes to weighted residuals.
 *
 * @param diagonal k entries of D; ones when omitted
 */
export function traceP({ weights, freedoms }: WeightedFit, diagonal?: ArrayLike<number>): number {
  return weights.reduce((sum, w, i) => sum + w * freedoms[i]! * (diagonal?.[i] ?? 1), 0);
}

/**
 * Trace of (P D)^2 for a diagonal D, in time k p^2. With P = W^1/2 (I - H) W^1/2 and H = QQ' it is the sum over pairs
 * of (I - H)_ij^2 (w d)_i (w d)_j: on the diagonal (w d (1 - h))^2, off it the trace of (Q'WDQ)^2 less its diagonal.
 *
 * @param diagonal k entries of D; ones when omitted
 */
export function tracePP({ weights, freedoms, leverages, qr }: WeightedFit, diagonal?: ArrayLike<number>): number {
  const scaled = weights.map((w, i) => w * (diagonal?.[i] ?? 1));
  const onDiagonal = scaled.reduce((sum, s, i) => sum + (s * freedoms[i]!) ** 2, 0);
  let all = 0;
  for (const a of qr.q) for (const b of qr.q) all += weightedDot(a, b, scaled) ** 2;
  const hatDiagonal = scaled.reduce((sum, s, i) => sum + (s * leverages[i]!) ** 2, 0);
  return onDiagonal + Math.max(0, all - hatDiagonal);
}

/** u'P u for any vector u of k entries. */
export function quadraticP({ weights, qr }: WeightedFit, vector: Float64Array): number {
  const scaled = vector.map((u, i) => u * Math.sqrt(weights[i]!));
  return qr.q.reduce((rest, unit) => rest - dot(unit, scaled) ** 2, dot(scaled, scaled));
}

function weightedDot(a: Float64Array, b: Float64Array, weights: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]! * weights[i]!;
  return sum;
}
