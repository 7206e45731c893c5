const MAX_TERMS = 10_000_000;

/**
 * 1 / (b0 + a1 / (b1 + a2 / (b2 + ...))) by the modified Lentz method (Thompson & Barnett 1986,
 * doi 10.1016/0021-9991(86)90046-X), until a term changes nothing. No denominator may vanish.
 */
export function continuedFraction(
  first: number, numerator: (n: number) => number, denominator: (n: number) => number,
): number {
  let value = first;
  let c = first;
  let d = 0;
  let change = 0;
  for (let n = 1; Math.abs(change - 1) > 2e-16 && n < MAX_TERMS; n += 1) {
    const a = numerator(n);
    const b = denominator(n);
    d = 1 / (b + a * d);
    c = b + a / c;
    change = c * d;
    value *= change;
  }
  return 1 / value;
}
