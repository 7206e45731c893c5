/** A printed percentage as the proportion with the same digits: 57.5 -> 0.575, where a division may be one bit off. */
export function fromPercent(pct: number): number {
  return Number(`${pct}e-2`);
}

/** A computed number to so many significant digits, so that every machine writes the same bytes. */
export function roundTo(value: number, digits: number): number {
  return Number(value.toPrecision(digits));
}
