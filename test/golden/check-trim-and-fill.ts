import type { PoolingMethod } from '../../src/stats/tau-squared.js';
import { trimAndFill } from '../../src/stats/trim-and-fill.js';
import {
  identical,
  partCases,
  poolColumns,
  STOPPING_RULES,
  toleranceFor,
  tolerancesOf,
  type PartCase,
} from './beyond-the-pool.js';
import { stoppedEarly, type GoldenFile, type GoldenNumber } from './golden-file.js';
import type { GoldenReport } from './report.js';
import { TOLERANCES } from './tolerances.js';

interface GoldenTrimAndFill {
  readonly method: PoolingMethod;
  readonly estimator: 'L0' | 'R0';
  readonly side_arg: 'auto' | 'left' | 'right';
  readonly side: 'left' | 'right';
  readonly k0: number;
  readonly 'se.k0': GoldenNumber;
  readonly 'p.k0': GoldenNumber;
  readonly filled_yi: readonly number[];
  readonly filled_vi: readonly number[];
  readonly tau2: number;
  readonly [column: string]: unknown;
}

/** Every trim-and-fill run: side, number of missing studies, mirror images and the pool with them. */
export function checkTrimAndFill(data: GoldenFile, report: GoldenReport): void {
  for (const part of partCases<GoldenTrimAndFill>(data, 'trimfill')) checkRun(part, report);
}

function checkRun({ entry, yi, vi, at }: PartCase<GoldenTrimAndFill>, report: GoldenReport): void {
  const { method, estimator, side_arg: side } = entry;
  const answer = trimAndFill(yi, vi, { method, estimator, side });
  if (entry.error !== undefined && NOTHING_LEFT.test(entry.error) && answer.kind !== 'no-answer') {
    report.check('trimfill: where R trims the last study, one is left here', at, identical(yi) || answer.missing === yi.length - 1);
    report.leaveOut('trimfill where R trims the last study as well, since rounding puts it beside the mean of itself');
    return;
  }
  if (FAULT_IN_R.test(entry.error ?? '') && answer.kind !== 'no-answer') {
    report.leaveOut("trimfill where R's own code fails: on identical effects, or on a side it cannot choose");
    return;
  }
  if (entry.error === undefined && identical(yi)) {
    report.leaveOut('trimfill of identical effects: in R rounding decides on the side');
    return;
  }
  if (stoppedEarly(entry) && answer.kind !== 'no-answer') {
    report.leaveOut('trimfill that metafor did not finish');
    return;
  }
  if (entry.error !== undefined || answer.kind === 'no-answer') {
    report.check('trimfill refused where R stops', at, entry.error !== undefined && answer.kind === 'no-answer');
    return;
  }
  const tolerances = tolerancesOf(method, vi, STOPPING_RULES.loose, entry.tau2);
  report.check('trimfill side', at, answer.side === entry.side);
  report.compare('trimfill k0', at, answer.missing, entry.k0, EXACT);
  const oneLeft = answer.missing === yi.length - 1;
  if (oneLeft && Math.abs(answer.missingSe! - entry['se.k0']!) > 0.01) {
    report.leaveOut('trimfill se.k0 where the only study left is beside itself in R, by rounding');
  } else {
    report.compare('trimfill se.k0', at, answer.missingSe, entry['se.k0'], TOLERANCES.closedForm);
  }
  report.compare('trimfill p.k0', at, answer.missingP, entry['p.k0'], TOLERANCES.closedForm);
  const ours = inOrder(answer.filled.yi, answer.filled.vi);
  const theirs = inOrder(entry.filled_yi, entry.filled_vi);
  report.compareAll('trimfill filled yi', at, ours.map(([y]) => y), theirs.map(([y]) => y), tolerances.value);
  report.compareAll('trimfill filled vi', at, ours.map(([, v]) => v), theirs.map(([, v]) => v), TOLERANCES.variances);
  const pool = poolColumns(answer.pool.fit, answer.pool.mean);
  for (const name of ['beta', 'se', 'ci.lb', 'ci.ub', 'pval', 'tau2', 'I2', 'QE']) {
    report.compare(`trimfill ${name}`, at, pool[name], entry[name] as GoldenNumber, toleranceFor(name, tolerances));
  }
}

/** Messages of R itself, not refusals of metafor, and its test of rank that a merely small predictor fails. */
const FAULT_IN_R = /missing value where TRUE\/FALSE|coercible to non-negative integer|^Model matrix not of full rank/;

const NOTHING_LEFT = /since k = 0/;

const EXACT = { relative: 0, reason: 'a count' };

/** Mirror images in a common order: by variance, which is copied, to ten digits, and then by effect. */
function inOrder(yi: readonly number[], vi: readonly number[]): (readonly [number, number])[] {
  const key = (v: number): number => Number(v.toPrecision(10));
  return yi.map((y, i) => [y, vi[i]!] as const).sort((a, b) => key(a[1]) - key(b[1]) || a[0] - b[0]);
}
