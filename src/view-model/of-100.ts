/**
 * A proportion (0..1) as a whole number of 100: the printed decimal percentage rounded half up. `0.575 * 100` is
 * 57.49999... in floating point, so the decimal digits are restored before rounding: 0.575 -> 58.
 */
export function of100(proportion: number): number {
  return Math.round(toPercent(proportion));
}

/** A proportion as the percentage that its decimal digits say: 0.575 -> 57.5. */
export function toPercent(proportion: number): number {
  return Number((proportion * 100).toPrecision(12));
}
