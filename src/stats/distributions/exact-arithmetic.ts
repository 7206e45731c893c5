/** 2^27 + 1: splits a double into two halves whose products are exact. */
const SPLITTER = 134217729;

/** What rounding took from `sum`, the computed a + b (Knuth's two-sum). */
export function sumError(a: number, b: number, sum: number): number {
  const rest = sum - a;
  return a - (sum - rest) + (b - rest);
}

function leadingHalf(a: number): number {
  const scaled = SPLITTER * a;
  return scaled - (scaled - a);
}

/**
 * What rounding took from `product`, the computed a b, for factors below 1e290.
 *
 * @see Dekker 1971, doi:10.1007/BF01397083
 */
export function productError(a: number, b: number, product: number): number {
  const a1 = leadingHalf(a);
  const b1 = leadingHalf(b);
  const a2 = a - a1;
  const b2 = b - b1;
  return a2 * b2 - (product - a1 * b1 - a2 * b1 - a1 * b2);
}
