/** How far `actual` is from `expected`, relative to it; 0 when equal, zeros and infinities included. */
export function relativeError(actual: number, expected: number): number {
  if (actual === expected) return 0;
  return Math.abs(actual - expected) / Math.abs(expected);
}
