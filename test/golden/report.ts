import type { GoldenNumber } from './golden-file.js';

/** How close a quantity has to come, two-sided: |actual - expected| <= relative * max(|expected|, floor). */
export interface Tolerance {
  readonly relative: number;
  /** Values smaller than this are compared absolutely, with `relative * floor`. Default 0. */
  readonly floor?: number;
  /** Why it is not less. */
  readonly reason?: string;
}

interface Tally {
  compared: number;
  nulls: number;
  worst: number;
  worstAt: string;
  failures: number;
  /** The widest tolerance used, since special data may have one of their own. */
  tolerance: Tolerance;
}

const NOT_IN_THE_FILE = 'not in the file';

/** At most this many failures are listed one by one. */
const LISTED_FAILURES = 40;

/**
 * Collects comparisons with the oracle and prints the count of values and the worst relative error of each quantity.
 */
export class GoldenReport {
  readonly #tallies = new Map<string, Tally>();
  readonly #notCompared = new Map<string, number>();
  readonly #failures: string[] = [];

  /**
   * Compares one number; `at` names the case, for example `bcg_control/PLO/REML`. A null of the oracle (not defined)
   * must be null or undefined here too: a number where R has none is a failure, and so is the reverse. What the file
   * does not have (undefined) is counted as left out.
   */
  compare(
    quantity: string,
    at: string,
    actual: GoldenNumber | undefined,
    expected: GoldenNumber | undefined,
    tolerance: Tolerance,
  ): void {
    if (expected === undefined) {
      this.leaveOut(`${quantity}: ${NOT_IN_THE_FILE}`);
      return;
    }
    const tally = this.#tally(quantity, tolerance);
    if (expected === null || actual === null || actual === undefined) {
      tally.nulls++;
      if ((actual ?? null) !== expected) this.#fail(tally, `${quantity}: ${actual}, expected ${expected}`, at);
      return;
    }
    tally.compared++;
    const error = relativeError(actual, expected, tolerance.floor ?? 0);
    if (!(error <= tally.worst)) {
      tally.worst = error;
      tally.worstAt = at;
    }
    if (!(error <= tolerance.relative)) {
      this.#fail(tally, `${quantity}: ${actual}, expected ${expected} (error ${error.toExponential(1)})`, at);
    }
  }

  /** Compares two columns entry by entry; unequal lengths are a failure. */
  compareAll(
    quantity: string,
    at: string,
    actual: readonly GoldenNumber[],
    expected: readonly GoldenNumber[] | undefined,
    tolerance: Tolerance,
  ): void {
    if (expected === undefined) {
      this.leaveOut(`${quantity}: ${NOT_IN_THE_FILE}`);
      return;
    }
    if (actual.length !== expected.length) {
      const message = `${quantity}: ${actual.length} values, expected ${expected.length}`;
      this.#fail(this.#tally(quantity, tolerance), message, at);
    }
    expected.forEach((value, i) => this.compare(quantity, `${at}[${i}]`, actual[i], value, tolerance));
  }

  /** A fact that must hold, such as "refused where R stops". */
  check(quantity: string, at: string, holds: boolean): void {
    const tally = this.#tally(quantity, EXACT);
    tally.compared++;
    if (!holds) this.#fail(tally, quantity, at);
  }

  /** A case that could not be compared at all, such as a part of the oracle that no check knows. */
  fail(quantity: string, message: string): void {
    this.#fail(this.#tally(quantity, EXACT), quantity, message);
  }

  /** Numbers of the oracle that are deliberately left out, with the reason, so that nothing is skipped in silence. */
  leaveOut(reason: string, count = 1): void {
    this.#notCompared.set(reason, (this.#notCompared.get(reason) ?? 0) + count);
  }

  get failures(): readonly string[] {
    return this.#failures;
  }

  get comparedValues(): number {
    return sum([...this.#tallies.values()].map((tally) => tally.compared));
  }

  /** The table to print. */
  toString(): string {
    const rows = [...this.#tallies].map(([quantity, tally]) => [
      quantity,
      String(tally.compared),
      String(tally.nulls),
      tally.compared === 0 ? '-' : tally.worst.toExponential(1),
      tally.tolerance.relative.toExponential(0),
      tally.failures === 0 ? '' : `${tally.failures} FAILED`,
      tally.worst > 0 ? tally.worstAt : '',
    ]);
    const lines = table([['quantity', 'values', 'nulls', 'worst', 'allowed', '', 'worst at'], ...rows]);
    for (const [reason, count] of this.#notCompared) lines.push(`not compared: ${count} - ${reason}`);
    lines.push(...this.#failures.slice(0, LISTED_FAILURES).map((failure) => `FAILED ${failure}`));
    const nulls = sum([...this.#tallies.values()].map((tally) => tally.nulls));
    const failed = this.#failures.length;
    lines.push(`${this.comparedValues} values compared, ${nulls} undefined in R met, ${failed} failures`);
    return lines.join('\n');
  }

  #tally(quantity: string, tolerance: Tolerance): Tally {
    let tally = this.#tallies.get(quantity);
    if (tally === undefined) {
      tally = { compared: 0, nulls: 0, worst: 0, worstAt: '', failures: 0, tolerance };
      this.#tallies.set(quantity, tally);
    }
    if (tolerance.relative > tally.tolerance.relative) tally.tolerance = tolerance;
    return tally;
  }

  #fail(tally: Tally, message: string, at: string): void {
    tally.failures++;
    this.#failures.push(`${at}: ${message}`);
  }
}

const EXACT: Tolerance = { relative: 0, floor: 0, reason: 'a fact holds or does not' };

function relativeError(actual: number, expected: number, floor: number): number {
  if (actual === expected) return 0;
  return Math.abs(actual - expected) / Math.max(Math.abs(expected), floor);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function table(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  return rows.map((row) => row.map((cell, column) => cell.padEnd(widths[column]!)).join('  ').trimEnd());
}
