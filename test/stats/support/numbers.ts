import fc from 'fast-check';

/**
 * Numbers between two ends: three of four spread evenly, the others as fast-check's `double` draws them, by their bit
 * pattern (nearly all that it draws between -3 and 3 is smaller than 1e-9).
 */
export function numbersBetween(min: number, max: number): fc.Arbitrary<number> {
  const steps = 2 ** 30;
  return fc.oneof(
    { weight: 3, arbitrary: fc.integer({ min: 0, max: steps }).map((i) => min + (max - min) * (i / steps)) },
    { weight: 1, arbitrary: fc.double({ min, max, noNaN: true }) },
  );
}

/** Powers of ten between two exponents, drawn like that. */
export function powersOfTen(from: number, to: number): fc.Arbitrary<number> {
  return numbersBetween(from, to).map((exponent) => 10 ** exponent);
}
