import {
  betaCdf, betaQuantile, chiSquaredCdf, chiSquaredQuantile, fCdf, normalCdf, normalQuantile, studentTCdf,
  studentTQuantile,
} from '../../src/stats/distributions.js';
import type { GoldenReport } from './report.js';

/** Parallel columns; every column but `value` is an argument, in the order of the file. */
type Grid = Readonly<Record<string, readonly (number | string)[]>>;

interface Check {
  /** R's own worst relative error against 40-digit arithmetic, on the grid at hand or on a second one. */
  readonly error: number;
  readonly evaluate: (x: number, a: number, b: number) => number;
}

/** Ten times R's own error is accepted. */
const FACTOR = 10;

/** Below this R's own values lose their digits. */
const SMALLEST = 1e-300;

/** R's lower chi-squared quantile is off by this much where hardly any upper tail is left (p = 1 - 1.1e-12, df 6). */
const NEAR_ONE = { from: 1 - 1e-11, error: 1.8e-11 };

const CHECKS: Readonly<Record<string, Check>> = {
  pnorm_lower: { error: 4.3e-16, evaluate: (x) => normalCdf(x) },
  pnorm_upper: { error: 4.3e-16, evaluate: (x) => normalCdf(x, 'upper') },
  qnorm_lower: { error: 5.4e-16, evaluate: (p) => normalQuantile(p) },
  pt_lower: { error: 7.4e-14, evaluate: (x, df) => studentTCdf(x, df) },
  pt_upper: { error: 1.0e-13, evaluate: (x, df) => studentTCdf(x, df, 'upper') },
  qt_lower: { error: 1.0e-14, evaluate: (p, df) => studentTQuantile(p, df) },
  pchisq_lower: { error: 4.0e-14, evaluate: (x, df) => chiSquaredCdf(x, df) },
  pchisq_upper: { error: 5.2e-14, evaluate: (x, df) => chiSquaredCdf(x, df, 'upper') },
  qchisq_lower: { error: 2.3e-14, evaluate: (p, df) => chiSquaredQuantile(p, df) },
  qchisq_upper: { error: 3.0e-13, evaluate: (p, df) => chiSquaredQuantile(p, df, 'upper') },
  pbeta_lower: { error: 4.2e-13, evaluate: (x, a, b) => betaCdf(x, a, b) },
  pbeta_upper: { error: 1.7e-13, evaluate: (x, a, b) => betaCdf(x, a, b, 'upper') },
  qbeta_lower: { error: 6.8e-15, evaluate: (p, a, b) => betaQuantile(p, a, b) },
  pf_upper: { error: 6.0e-14, evaluate: (x, df1, df2) => fCdf(x, df1, df2, 'upper') },
};

function checkGrid(name: string, grid: Grid, report: GoldenReport): void {
  const check = CHECKS[name];
  if (!check) return report.fail(name, `no function is known for the grid ${name}`);
  const columns = Object.keys(grid).filter((column) => column !== 'value');
  grid['value']?.forEach((value, row) => {
    const expected = Number(value);
    if (Math.abs(expected) < SMALLEST) {
      report.leaveOut('distribution values below 1e-300, where R loses its digits');
      return;
    }
    const args = columns.map((column) => Number(grid[column]?.[row])) as [number, number, number];
    const nearOne = name === 'qchisq_lower' && args[0] > NEAR_ONE.from;
    const relative = FACTOR * (nearOne ? NEAR_ONE.error : check.error);
    report.compare(name, `${name}(${args.join(', ')})`, check.evaluate(...args), expected, { relative });
  });
}

/** Compares every grid of distribution functions with R. */
export function checkDistributions(
  data: { readonly distributions?: Readonly<Record<string, Grid>> }, report: GoldenReport,
): void {
  for (const [name, grid] of Object.entries(data.distributions ?? {})) checkGrid(name, grid, report);
}
