import {
  agrestiCoull, clopperPearson, jeffreys, type ProportionInterval, unmodifiedJeffreys,
  wilson,
} from '../../src/stats/single-proportion.js';
import type { GoldenReport } from './report.js';

type Bounds = readonly [number, number];

interface IntervalCase {
  readonly x: number;
  readonly n: number;
  readonly level: number;
  readonly wilson: Bounds;
  readonly clopper_pearson: Bounds;
  readonly jeffreys: Bounds;
  readonly jeffreys_unmodified: Bounds;
  readonly agresti_coull_unclipped: Bounds;
}

const METHODS = {
  wilson: wilson,
  clopper_pearson: clopperPearson,
  jeffreys: jeffreys,
  jeffreys_unmodified: unmodifiedJeffreys,
  agresti_coull_unclipped: agrestiCoull,
} satisfies Partial<Record<keyof IntervalCase, (x: number, n: number, level: number) => ProportionInterval>>;

/** The oracle's bounds come from R's own quantiles; Wilson's lower bounds near 0 lose digits there to cancellation. */
const TOLERANCE = { relative: 1e-10 };

/** Compares every single-proportion interval with R. */
export function checkIntervals(data: { readonly intervals?: readonly IntervalCase[] }, report: GoldenReport): void {
  for (const entry of data.intervals ?? []) {
    for (const [name, method] of Object.entries(METHODS) as [keyof typeof METHODS, typeof wilson][]) {
      const where = `${entry.x}/${entry.n} at ${entry.level}`;
      const { low, high } = method(entry.x, entry.n, entry.level);
      report.compare(`interval ${name}`, `${where}, low`, low, entry[name][0], TOLERANCE);
      report.compare(`interval ${name}`, `${where}, high`, high, entry[name][1], TOLERANCE);
    }
  }
}
