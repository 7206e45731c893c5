/** Readings of rendered words, for tests that ask whether all of them show the same number. */

/** A proportion as a whole number of 100, half up, worked out in whole numbers on its decimal digits. */
export function wholePercent(proportion: number): number {
  const digits = BigInt(proportion.toFixed(15).replace('.', ''));
  return Number((digits * 100n + 500_000_000_000_000n) / 1_000_000_000_000_000n);
}

/** Every number in a text, with what stands to it as a thousands separator taken out. */
export function numbersIn(text: string): number[] {
  return [...text.replace(/(\d),(?=\d{3})/g, '$1').matchAll(/\d+(\.\d+)?/g)].map(([number]) => Number(number));
}

/** Every string within a value, at any depth. */
export function textsWithin(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsWithin) : [];
}
