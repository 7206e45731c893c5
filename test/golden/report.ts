/** How close a value must come: |actual - expected| <= relative * max(|expected|, floor). */
export interface Tolerance {
  readonly relative: number;
  /** Values smaller than this are compared absolutely, with `relative * floor`. Default 0. */
  readonly floor?: number;
}

export interface QuantityReport {
  readonly quantity: string;
  compared: number;
  worstError: number;
  /** Where the worst error occurred, with both values. */
  worstAt: string;
  readonly failures: string[];
}

/** The error of one value on the tolerance's scale; 0 for equal values, infinities included; infinite for NaN. */
function relativeError(actual: number, expected: number, floor: number): number {
  if (actual === expected) return 0;
  const error = Math.abs(actual - expected) / Math.max(Math.abs(expected), floor);
  return Number.isNaN(error) ? Infinity : error;
}

/** Counts comparisons against the oracle, by quantity, and keeps the worst error and every failure. */
export class GoldenReport {
  private readonly byQuantity = new Map<string, QuantityReport>();

  /** `where` names the case, for example `bcg_control/PLO/REML`. */
  compare(quantity: string, where: string, actual: number, expected: number, tolerance: Tolerance): void {
    const entry = this.entry(quantity);
    const error = relativeError(actual, expected, tolerance.floor ?? 0);
    const place = `${where}: ${actual}, expected ${expected}`;
    entry.compared += 1;
    if (error > entry.worstError) {
      entry.worstError = error;
      entry.worstAt = place;
    }
    if (error > tolerance.relative) entry.failures.push(`${place}, off by ${error.toExponential(1)}`);
  }

  /** A case that could not be compared at all, such as an unexpected exception or a missing result. */
  fail(quantity: string, message: string): void {
    this.entry(quantity).failures.push(message);
  }

  quantities(): readonly QuantityReport[] {
    return [...this.byQuantity.values()];
  }

  private entry(quantity: string): QuantityReport {
    let entry = this.byQuantity.get(quantity);
    if (!entry) {
      entry = { quantity, compared: 0, worstError: 0, worstAt: '', failures: [] };
      this.byQuantity.set(quantity, entry);
    }
    return entry;
  }
}
