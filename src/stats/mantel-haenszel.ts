import { requireLevel, requireOneOf } from './checks.js';
import { chiSquaredCdf } from './distributions.js';
import type { TwoGroupMeasure } from './effect-sizes.js';
import { noAnswer, type NoAnswer } from './no-answer.js';
import { completeTablePool, type TablePool } from './table-pool.js';
import { requireTwoGroupCounts, twoGroupEffects, type TwoGroupCounts } from './two-group-effects.js';

export interface MantelHaenszelOptions {
  readonly measure: TwoGroupMeasure;
  /** Confidence level between 0 and 1, default 0.95. */
  readonly level?: number;
  /** Subtract 1/2 in the Cochran-Mantel-Haenszel test; default true. */
  readonly continuityCorrection?: boolean;
}

/** A chi-squared test. */
export interface ChiSquaredTest {
  readonly statistic: number;
  readonly df: number;
  readonly p: number;
}

export interface MantelHaenszelPool extends TablePool {
  readonly kind: 'mantel-haenszel';
  readonly measure: TwoGroupMeasure;
  readonly k: number;
  /** Test that the common odds ratio is 1; OR only. */
  readonly cochranMantelHaenszel: ChiSquaredTest | null;
  /** Test that the odds ratio is common to all tables, by Breslow and Day with Tarone's correction; OR only. */
  readonly breslowDayTarone: ChiSquaredTest | null;
}

interface Table {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
  readonly n1: number;
  readonly n2: number;
  readonly total: number;
}

/** Estimate, standard error and the weights behind it. */
interface Common {
  readonly estimate: number;
  readonly se: number;
  readonly weights: readonly number[];
}

const COMMON: Record<TwoGroupMeasure, (tables: readonly Table[]) => Common> = {
  OR: commonOddsRatio,
  RR: commonRiskRatio,
  RD: commonRiskDifference,
};

/**
 * Pools 2x2 tables by Mantel and Haenszel: an equal-effects estimate that needs no correction of zero cells and holds
 * with many small tables. Positive means more events in the first group; OR and RR are logs.
 *
 * With a, b of n1 and c, d of n2, N in all: OR sum(ad/N) / sum(bc/N); RR sum(a n2/N) / sum(c n1/N); RD sum of (a/n1 -
 * c/n2) weighted by n1 n2/N. Heterogeneity: the effects with half an event added where a cell is zero, double-zero
 * tables left out, around the pooled effect.
 *
 * @returns the pool, or a no-answer: `no-studies`; `not-estimable` when a ratio is 0 or infinite (no events in a
 *   group over all tables); `zero-variance` when the standard error is 0 (no events, or no non-events, anywhere)
 * @throws RangeError for counts that are not counts, an unknown measure, a level outside 0 to 1
 *
 * Sources: Mantel and Haenszel 1959, doi:10.1093/jnci/22.4.719; variances: OR Robins, Breslow and Greenland 1986,
 * doi:10.2307/2531052; RR Greenland and Robins 1985, doi:10.2307/2530643; RD Sato, Greenland and Robins 1989,
 * Biometrics 45, 1323-1324; homogeneity test: Tarone 1985, doi:10.1093/biomet/72.1.91.
 *
 * @example mantelHaenszel({ai: [4, 10], n1i: [20, 50], ci: [8, 12], n2i: [20, 50]}, {measure: 'RR'})  // estimate
 *   -0.3567... = log(14/20)
 */
export function mantelHaenszel(
  counts: TwoGroupCounts,
  { measure, level = 0.95, continuityCorrection = true }: MantelHaenszelOptions,
): MantelHaenszelPool | NoAnswer {
  requireOneOf('mantelHaenszel', 'measure', measure, Object.keys(COMMON));
  requireLevel('mantelHaenszel', level);
  requireTwoGroupCounts('mantelHaenszel', counts);
  const tables = counts.ai.map((_, i) => tableAt(counts, i));
  const k = tables.length;
  const about = { method: 'Mantel-Haenszel' };
  if (k === 0) return noAnswer('no-studies', 0, 1, about);
  const { estimate, se, weights } = COMMON[measure](tables);
  const informative = tables.filter(isInformative).length;
  if (!Number.isFinite(estimate)) return noAnswer('not-estimable', informative, 1, about);
  if (!(se > 0)) return noAnswer('zero-variance', informative, 1, about);
  return {
    kind: 'mantel-haenszel',
    measure,
    k,
    ...completeTablePool(estimate, se, level, weights, twoGroupEffects(counts, { measure, dropDoubleZero: true })),
    cochranMantelHaenszel: measure === 'OR' ? cochranMantelHaenszel(tables, continuityCorrection) : null,
    breslowDayTarone: measure === 'OR' ? breslowDayTarone(tables, Math.exp(estimate)) : null,
  };
}

function tableAt({ ai, n1i, ci, n2i }: TwoGroupCounts, i: number): Table {
  const [a, n1, c, n2] = [ai[i]!, n1i[i]!, ci[i]!, n2i[i]!];
  return { a, b: n1 - a, c, d: n2 - c, n1, n2, total: n1 + n2 };
}

/** Events and non-events both occur, so that the table can differ from its expectation. */
function isInformative({ a, b, c, d }: Table): boolean {
  return a + c > 0 && b + d > 0;
}

function sumOf(tables: readonly Table[], term: (table: Table) => number): number {
  let sum = 0;
  for (const table of tables) sum += term(table);
  return sum;
}

function commonOddsRatio(tables: readonly Table[]): Common {
  const concordant = ({ a, d, total }: Table): number => (a * d) / total;
  const discordant = ({ b, c, total }: Table): number => (b * c) / total;
  const shareConcordant = ({ a, d, total }: Table): number => (a + d) / total;
  const shareDiscordant = ({ b, c, total }: Table): number => (b + c) / total;
  const r = sumOf(tables, concordant);
  const s = sumOf(tables, discordant);
  const mixed = sumOf(
    tables,
    (t) => shareConcordant(t) * discordant(t) + shareDiscordant(t) * concordant(t),
  );
  const variance =
    sumOf(tables, (t) => shareConcordant(t) * concordant(t)) / (2 * r * r) +
    mixed / (2 * r * s) +
    sumOf(tables, (t) => shareDiscordant(t) * discordant(t)) / (2 * s * s);
  return { estimate: Math.log(r / s), se: Math.sqrt(variance), weights: tables.map(discordant) };
}

function commonRiskRatio(tables: readonly Table[]): Common {
  const first = sumOf(tables, ({ a, n2, total }) => (a * n2) / total);
  const weights = tables.map(({ c, n1, total }) => (c * n1) / total);
  const second = weights.reduce((sum, weight) => sum + weight, 0);
  const spread = sumOf(tables, ({ a, c, n1, n2, total }) => ((a + c) * n1 * n2 - a * c * total) / total ** 2);
  return { estimate: Math.log(first / second), se: Math.sqrt(spread / (first * second)), weights };
}

function commonRiskDifference(tables: readonly Table[]): Common {
  const weights = tables.map(({ n1, n2, total }) => (n1 * n2) / total);
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const estimate = sumOf(tables, ({ a, c, n1, n2, total }) => (a * n2 - c * n1) / total) / sum;
  const linear = sumOf(
    tables,
    ({ a, c, n1, n2, total }) => (n1 * n1 * c - n2 * n2 * a + (n1 * n2 * (n2 - n1)) / 2) / total ** 2,
  );
  const constant = sumOf(tables, ({ a, b, c, d, total }) => (a * d + b * c) / (2 * total));
  return { estimate, se: Math.sqrt(estimate * linear + constant) / sum, weights };
}

function cochranMantelHaenszel(tables: readonly Table[], corrected: boolean): ChiSquaredTest {
  const difference = sumOf(tables, ({ a, c, n1, total }) => a - (n1 * (a + c)) / total);
  const variance = sumOf(
    tables,
    ({ a, b, c, d, n1, n2, total }) => (((n1 * n2) / total) * ((a + c) * (b + d))) / (total * (total - 1)),
  );
  const statistic = (Math.abs(difference) - (corrected ? 0.5 : 0)) ** 2 / variance;
  return { statistic, df: 1, p: chiSquaredCdf(statistic, 1, 'upper') };
}

/** Null with fewer than two tables that have a variance. */
function breslowDayTarone(tables: readonly Table[], oddsRatio: number): ChiSquaredTest | null {
  let statistic = 0;
  let differences = 0;
  let variances = 0;
  let df = -1;
  for (const table of tables.filter(isInformative)) {
    const fitted = fittedCell(table, oddsRatio);
    const { a, c, n1, n2 } = table;
    const others = [fitted, n1 - fitted, a + c - fitted, n2 - (a + c) + fitted];
    const variance = 1 / others.reduce((sum, cell) => sum + 1 / cell, 0);
    statistic += (a - fitted) ** 2 / variance;
    differences += a - fitted;
    variances += variance;
    df++;
  }
  if (df < 1) return null;
  statistic -= differences ** 2 / variances;
  return { statistic, df, p: chiSquaredCdf(statistic, df, 'upper') };
}

/**
 * The number of events in the first group under the odds ratio given and the margins of the table: the root of a
 * quadratic that lies within the table, taken in the form that does not cancel.
 */
function fittedCell({ a, c, n1, n2 }: Table, oddsRatio: number): number {
  const events = a + c;
  const quadratic = 1 - oddsRatio;
  const linear = n2 - events + oddsRatio * (events + n1);
  const constant = -oddsRatio * events * n1;
  return (-2 * constant) / (linear + Math.sqrt(linear * linear - 4 * quadratic * constant));
}
