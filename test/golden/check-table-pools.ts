import { mantelHaenszel } from '../../src/stats/mantel-haenszel.js';
import { peto } from '../../src/stats/peto.js';
import type { TablePool } from '../../src/stats/table-pool.js';
import type { GoldenDataset, GoldenFile, GoldenNumber, GoldenTablePool } from './golden-file.js';
import type { GoldenReport } from './report.js';
import { TOLERANCES } from './tolerances.js';

/** Mantel-Haenszel and Peto pools of 2x2 tables. */
export function checkTablePools(data: GoldenFile, report: GoldenReport): void {
  for (const dataset of data.datasets ?? []) {
    for (const golden of dataset.mh ?? []) checkMantelHaenszel(dataset, golden, report);
    if (dataset.peto !== undefined) checkPeto(dataset, dataset.peto, report);
  }
}

function countsOf({ ai, n1i, ci, n2i }: GoldenDataset): Parameters<typeof peto>[0] {
  return { ai: ai!, n1i: n1i!, ci: ci!, n2i: n2i! };
}

function checkMantelHaenszel(dataset: GoldenDataset, golden: GoldenTablePool, report: GoldenReport): void {
  const measure = golden.measure as 'OR' | 'RR' | 'RD';
  const at = `${dataset.id}/MH ${measure}`;
  const pool = mantelHaenszel(countsOf(dataset), { measure, continuityCorrection: golden.correct });
  if (pool.kind === 'no-answer') {
    checkRefusal(golden, at, report);
    return;
  }
  checkPool('MH', pool, golden, at, report);
  const { cochranMantelHaenszel, breslowDayTarone } = pool;
  const { closedForm, tail } = TOLERANCES;
  report.compare('MH test', at, cochranMantelHaenszel?.statistic, number(golden, 'MH'), closedForm);
  report.compare('MH test p', at, cochranMantelHaenszel?.p, number(golden, 'MHp'), tail);
  if (golden.TA !== null && golden.TAp === null) {
    report.check('Tarone test refused without degrees of freedom', at, breslowDayTarone === null);
  } else {
    report.compare('Tarone test', at, breslowDayTarone?.statistic, number(golden, 'TA'), closedForm);
    report.compare('Tarone test p', at, breslowDayTarone?.p, number(golden, 'TAp'), tail);
  }
}

function checkPeto(dataset: GoldenDataset, golden: GoldenTablePool, report: GoldenReport): void {
  const at = `${dataset.id}/Peto`;
  const pool = peto(countsOf(dataset));
  if (pool.kind === 'no-answer') checkRefusal(golden, at, report);
  else if (golden.error !== undefined) report.check('refused where R has no pool', at, false);
  else checkPool('Peto', pool, golden, at, report);
}

/** R has no estimate, or one without variance: a standard error of 0 or NaN, and no test. */
function checkRefusal(golden: GoldenTablePool, at: string, report: GoldenReport): void {
  const none = golden.error !== undefined || golden.beta === null;
  const withoutVariance = (golden.se === 0 || golden.se === null) && golden.stat === null;
  report.check('refused only where R has no pool or no variance', at, none || withoutVariance);
}

function checkPool(name: string, pool: TablePool, golden: GoldenTablePool, at: string, report: GoldenReport): void {
  const { closedForm, tail } = TOLERANCES;
  report.compare(`${name} beta`, at, pool.estimate, number(golden, 'beta'), closedForm);
  report.compare(`${name} se`, at, pool.se, number(golden, 'se'), closedForm);
  report.compare(`${name} stat`, at, pool.statistic, number(golden, 'stat'), closedForm);
  report.compare(`${name} pval`, at, pool.p, number(golden, 'pval'), tail);
  report.compare(`${name} ci`, at, pool.low, number(golden, 'ci.lb'), closedForm);
  report.compare(`${name} ci`, at, pool.high, number(golden, 'ci.ub'), closedForm);
  report.compare(`${name} Q`, at, pool.q, number(golden, 'QE'), closedForm);
  report.compare(`${name} Q df`, at, pool.qDf, number(golden, 'QEdf'), closedForm);
  report.compare(`${name} Q p`, at, pool.qP, number(golden, 'QEp'), tail);
  report.compare(`${name} I2`, at, pool.iSquared, number(golden, 'I2'), TOLERANCES.iSquared);
  report.compare(`${name} H2`, at, pool.hSquared, number(golden, 'H2'), closedForm);
  report.compareAll(`${name} weights`, at, pool.weights, golden.weights as GoldenNumber[], closedForm);
}

function number(golden: GoldenTablePool, name: string): GoldenNumber {
  return golden[name] as GoldenNumber;
}
