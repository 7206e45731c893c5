/** The fractions in use need about as many terms as the square root of their parameters, so this many at 10^13. */
const MAX_TERMS = 1e7;

/**
 * 1 / (b0 + a1 / (b1 + a2 / (b2 + ...))), until a further term changes nothing. No denominator may vanish.
 *
 * @param first b0
 * @param numerator a_n, n = 1, 2, ...
 * @param denominator b_n, n = 1, 2, ...
 * @see Lentz's method as modified by Thompson & Barnett 1986, doi:10.1016/0021-9991(86)90046-X
 */
export function continuedFraction(
  first: number,
  numerator: (n: number) => number,
  denominator: (n: number) => number,
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
