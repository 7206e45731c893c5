/** Columns of a design matrix, each with one entry per study. */
export type Columns = readonly (readonly number[])[];

/**
 * Thin QR factors of a k x p matrix: `q` holds p orthonormal columns of length k, `r` the upper triangle by rows
 * (`r[i][j]` for j >= i, zeros below).
 */
export interface ThinQr {
  readonly q: readonly Float64Array[];
  readonly r: readonly (readonly number[])[];
}

/**
 * Thin QR factorisation of the columns, row i multiplied by `rowScales[i]`, by modified Gram-Schmidt with one
 * re-orthogonalisation of every column, which keeps Q orthonormal to working precision whatever the condition of the
 * matrix ("twice is enough": Giraud, Langou & Rozloznik 2005, doi:10.1016/j.camwa.2005.08.009).
 *
 * @param columns p columns of length k
 * @param rowScales k positive scales (square roots of weights)
 * @param tolerance a column whose part outside the span of those before it is not larger than this share of its length
 *   counts as dependent on them
 * @returns the factors, or `null` when a column depends on those before it
 */
export function thinQr(columns: Columns, rowScales: ArrayLike<number>, tolerance: number): ThinQr | null {
  const q: Float64Array[] = [];
  const r = columns.map(() => columns.map(() => 0));
  for (const [j, column] of columns.entries()) {
    const rest = Float64Array.from(column, (value, i) => value * rowScales[i]!);
    const size = norm(rest);
    for (let pass = 0; pass < 2; pass++) {
      for (const [i, unit] of q.entries()) r[i]![j]! += removeComponent(rest, unit);
    }
    const length = norm(rest);
    if (!(length > tolerance * size)) return null;
    r[j]![j] = length;
    q.push(rest.map((value) => value / length));
  }
  return { q, r };
}

/** Subtracts from `vector`, in place, its component along the unit vector, and returns that component. */
function removeComponent(vector: Float64Array, unit: Float64Array): number {
  const component = dot(vector, unit);
  for (let i = 0; i < vector.length; i++) vector[i]! -= component * unit[i]!;
  return component;
}

/** Inner product of two vectors of one length. */
export function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

/** Euclidean length, scaled so that squares of tiny or huge entries neither vanish nor overflow. */
function norm(vector: Float64Array): number {
  let largest = 0;
  for (const value of vector) largest = Math.max(largest, Math.abs(value));
  if (largest === 0) return 0;
  let sum = 0;
  for (const value of vector) sum += (value / largest) ** 2;
  return largest * Math.sqrt(sum);
}

/** Solves R x = b for an upper triangular R by back substitution. */
export function solveUpper(r: readonly (readonly number[])[], b: ArrayLike<number>): number[] {
  const x = Array.from(b);
  for (let i = x.length - 1; i >= 0; i--) {
    for (let j = i + 1; j < x.length; j++) x[i]! -= r[i]![j]! * x[j]!;
    x[i]! /= r[i]![i]!;
  }
  return x;
}

/** Solves R' x = b for an upper triangular R by forward substitution. */
export function solveUpperTransposed(r: readonly (readonly number[])[], b: ArrayLike<number>): number[] {
  const x = Array.from(b);
  for (let i = 0; i < x.length; i++) {
    for (let j = 0; j < i; j++) x[i]! -= r[j]![i]! * x[j]!;
    x[i]! /= r[i]![i]!;
  }
  return x;
}

/** (R'R)^-1 for an upper triangular R, exactly symmetric: the unscaled covariance of least-squares coefficients. */
export function inverseCrossProduct(r: readonly (readonly number[])[]): number[][] {
  const inverseRows = r.map((_, i) => solveUpperTransposed(r, r.map((__, j) => (i === j ? 1 : 0))));
  return inverseRows.map((a) => inverseRows.map((b) => dot(a, b)));
}
