import { cumulativePool } from '../../src/stats/cumulative.js';
import { influence } from '../../src/stats/influence.js';
import { leaveOneOut } from '../../src/stats/leave-one-out.js';
import type { NoAnswer } from '../../src/stats/no-answer.js';
import type { PooledMean } from '../../src/stats/pool-and-test.js';
import type { PoolingMethod } from '../../src/stats/tau-squared.js';
import { partCases, poolColumns, toleranceFor, tolerancesOf, type PartCase } from './beyond-the-pool.js';
import { stoppedEarly, type GoldenFile, type GoldenNumber } from './golden-file.js';
import type { GoldenReport, Tolerance } from './report.js';

type Column = readonly GoldenNumber[];

interface GoldenRefits {
  readonly method: PoolingMethod;
  /** 1-based; cumulative pools only. */
  readonly order?: readonly number[];
  readonly [column: string]: unknown;
}

/** Every leave-one-out, cumulative and influence run. */
export function checkRefits(data: GoldenFile, report: GoldenReport): void {
  for (const part of partCases<GoldenRefits>(data, 'leave1out')) checkLeaveOneOut(part, report);
  for (const part of partCases<GoldenRefits>(data, 'cumul')) checkCumulative(part, report);
  for (const part of partCases<GoldenRefits>(data, 'influence')) checkInfluence(part, report);
}

function checkLeaveOneOut(part: PartCase<GoldenRefits>, report: GoldenReport): void {
  const answer = leaveOneOut(part.yi, part.vi, { method: part.entry.method });
  checkRows('leave1out', part, answer.kind === 'no-answer' ? null : answer.without, report);
}

function checkCumulative(part: PartCase<GoldenRefits>, report: GoldenReport): void {
  const { entry, studies, yi, vi } = part;
  const order = entry.order!.map((study) => studies.indexOf(study - 1));
  const answer = cumulativePool(yi, vi, { method: entry.method, order });
  checkRows('cumul', part, answer.kind === 'no-answer' ? null : answer.steps, report);
}

const POOL_COLUMNS = ['beta', 'se', 'stat', 'pval', 'ci.lb', 'ci.ub', 'QE', 'QEp', 'tau2', 'I2', 'H2'];

function checkRows(
  name: string,
  { entry, vi, at }: PartCase<GoldenRefits>,
  rows: readonly (PooledMean | NoAnswer)[] | null,
  report: GoldenReport,
): void {
  if (stoppedEarly(entry) && rows !== null) {
    report.leaveOut(`${name}: metafor did not finish`);
    return;
  }
  if (entry.error !== undefined || rows === null) {
    report.check(`${name} refused where R stops`, at, entry.error !== undefined && rows === null);
    return;
  }
  const columns = rows.map((row) => (row.kind === 'no-answer' ? null : poolColumns(row.fit, row.mean)));
  const estimates = (entry['beta'] ?? []) as Column;
  for (const column of POOL_COLUMNS) {
    const expected = entry[column] as Column | undefined;
    if (expected === undefined) continue;
    // Columns that the oracle's function does not return are empty; rows in which metafor did not converge are null.
    if (expected.length === 0) report.leaveOut(`${name} ${column}: R returns no such column`, estimates.length);
    for (const [i, value] of expected.entries()) {
      if (estimates[i] === null) report.leaveOut(`${name}: metafor did not converge in this row`);
      else {
        const tolerance = toleranceFor(column, tolerancesOf(entry.method, vi));
        report.compare(`${name} ${column}`, `${at}[${i}]`, columns[i]?.[column], value, tolerance);
      }
    }
  }
}

const INFLUENCE_COLUMNS = {
  rstudent: 'rstudent',
  dffits: 'dffits',
  'cook.d': 'cooksDistance',
  'cov.r': 'covarianceRatio',
  'tau2.del': 'tauSquaredDeleted',
  'QE.del': 'qDeleted',
  hat: 'hat',
  weight: 'weight',
  dfbs: 'dfbetas',
} as const;

function checkInfluence({ entry, yi, vi, at }: PartCase<GoldenRefits>, report: GoldenReport): void {
  const answer = influence(yi, vi, { method: entry.method });
  if (stoppedEarly(entry) && answer.kind !== 'no-answer') {
    report.leaveOut('influence: metafor did not finish');
    return;
  }
  if (entry.error !== undefined || answer.kind === 'no-answer') {
    report.check('influence refused where R stops', at, entry.error !== undefined && answer.kind === 'no-answer');
    return;
  }
  const tolerances = tolerancesOf(entry.method, vi);
  // Differences of two pools have an error of the size of the pools.
  const offset = Math.max(1, ...yi.map(Math.abs));
  const tolerance = (name: string): Tolerance => {
    const usual = toleranceFor(name, tolerances);
    return /^(rstudent|dffits|cook.d|dfbs)$/.test(name) ? { ...usual, floor: offset * (usual.floor ?? 0) } : usual;
  };
  for (const [golden, ours] of Object.entries(INFLUENCE_COLUMNS)) {
    const actual = answer.studies.map((study) => (study.kind === 'no-answer' ? null : study[ours]));
    report.compareAll(`influence ${golden}`, at, actual, entry[golden] as Column | undefined, tolerance(golden));
  }
}
