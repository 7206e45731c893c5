import { commonSubgroups, separateSubgroups } from '../../src/stats/subgroups.js';
import type { PoolingMethod } from '../../src/stats/tau-squared.js';
import {
  nothingToExplain,
  partCases,
  poolColumns,
  R2_OF_NOTHING,
  toleranceFor,
  tolerancesOf,
  type PartCase,
  type PartTolerances,
} from './beyond-the-pool.js';
import { stoppedEarly, type GoldenFile, type GoldenNumber, type Remarks } from './golden-file.js';
import type { GoldenReport } from './report.js';

type Column = readonly GoldenNumber[];
type Numbers = Readonly<Record<string, GoldenNumber>>;

interface GoldenSubgroups {
  readonly factor: string;
  readonly method: PoolingMethod;
  readonly test: 'z' | 'knha';
  readonly levels: readonly string[];
  readonly common?: Remarks & {
    readonly [name: string]: unknown;
  } & {
    readonly QMdf: Column;
    readonly coef: Column;
    readonly 'coef.se': Column;
    readonly by_level?: Readonly<Record<'beta' | 'se' | 'ci.lb' | 'ci.ub' | 'pval', Column>>;
  };
  readonly separate?: Remarks & {
    readonly by_level?: readonly (Remarks & { readonly level: string; readonly [name: string]: unknown })[];
    readonly Qbetween?: Numbers;
  };
}

/** Every subgroup analysis, with a common and with separate variances between studies. */
export function checkSubgroups(data: GoldenFile, report: GoldenReport): void {
  for (const part of partCases<GoldenSubgroups>(data, 'subgroup')) {
    const { entry, dataset, studies, yi, vi } = part;
    const labels = studies.map((study) => dataset.fac![entry.factor]![study] ?? null);
    const rows = labels.flatMap((label, i) => (label === null ? [] : [i]));
    const complete = {
      ...part,
      yi: rows.map((i) => yi[i]!),
      vi: rows.map((i) => vi[i]!),
      labels: rows.map((i) => labels[i]!),
    };
    const tolerances = tolerancesOf(entry.method, complete.vi);
    checkCommon(complete, tolerances, report);
    checkSeparate(complete, tolerances, report);
  }
}

type SubgroupCase = PartCase<GoldenSubgroups> & { readonly labels: readonly string[] };

function checkCommon(part: SubgroupCase, tolerances: PartTolerances, report: GoldenReport): void {
  const { entry, yi, vi, labels, at } = part;
  const { common, method, test, levels } = entry;
  if (common === undefined) return;
  const answer = commonSubgroups(yi, vi, labels, { method, test, groups: levels });
  if (stoppedEarly(common) && answer.kind !== 'no-answer') {
    report.leaveOut('subgroup analyses that metafor did not finish');
    return;
  }
  if (common.error !== undefined || answer.kind === 'no-answer') {
    report.check('subgroups refused where R stops', at, common.error !== undefined && answer.kind === 'no-answer');
    return;
  }
  const { regression, between, groups } = answer;
  const numbers: Numbers = {
    QM: between.statistic,
    QMp: between.p,
    QE: regression.q,
    QEdf: regression.qDf,
    QEp: regression.qP,
    tau2: regression.tauSquared,
    'se.tau2': regression.tauSquaredSe,
    I2: regression.iSquared,
    H2: regression.hSquared,
    R2: regression.rSquared,
  };
  for (const [name, actual] of Object.entries(numbers)) {
    if (name === 'R2' && common[name] !== actual && nothingToExplain(yi, vi, method)) {
      report.leaveOut(`subgroups ${R2_OF_NOTHING}`);
      continue;
    }
    report.compare(`subgroups ${name}`, at, actual, common[name] as GoldenNumber, toleranceFor(name, tolerances));
  }
  const compare = (name: string, actual: Column, expected: Column | undefined): void =>
    report.compareAll(`subgroups ${name}`, at, actual, expected, toleranceFor(name, tolerances));
  compare('QMdf', [between.df, between.denominatorDf], common.QMdf);
  compare('coef', regression.coefficients.map((c) => c.estimate), common.coef);
  compare('coef.se', regression.coefficients.map((c) => c.se), common['coef.se']);
  compare('beta', groups.map((group) => group.estimate), common.by_level?.beta);
  compare('se', groups.map((group) => group.se), common.by_level?.se);
  compare('ci.lb', groups.map((group) => group.low), common.by_level?.['ci.lb']);
  compare('ci.ub', groups.map((group) => group.high), common.by_level?.['ci.ub']);
  compare('pval', groups.map((group) => group.p), common.by_level?.pval);
}

function checkSeparate(part: SubgroupCase, tolerances: PartTolerances, report: GoldenReport): void {
  const { entry, yi, vi, labels, at } = part;
  const { separate } = entry;
  if (separate === undefined || separate.error !== undefined) return;
  const answer = separateSubgroups(yi, vi, labels, { method: entry.method, test: entry.test, groups: entry.levels });
  if (answer.kind === 'no-answer') {
    report.check('separate subgroups fitted where R fits', at, false);
    return;
  }
  for (const [j, expected] of (separate.by_level ?? []).entries()) {
    if (expected.error !== undefined) {
      report.leaveOut('separate subgroups that R could not fit');
      continue;
    }
    const { group, fit, mean } = answer.groups[j]!;
    report.check('separate subgroups in the order of the levels', at, group === expected.level);
    const columns: Numbers = { ...poolColumns(fit, mean), k: fit.k };
    for (const name of ['k', 'beta', 'se', 'ci.lb', 'ci.ub', 'pval', 'tau2', 'I2', 'QE', 'QEp']) {
      const tolerance = toleranceFor(name, tolerances);
      report.compare(`separate subgroups ${name}`, `${at} ${group}`, columns[name], expected[name] as GoldenNumber, tolerance);
    }
  }
  const { between } = answer;
  const expected: Numbers = separate.Qbetween ?? {};
  const numbers = between.kind === 'no-answer' ? { q: null, df: null, p: null } : between;
  report.compare('separate subgroups QB', at, numbers.q, expected['QB'], tolerances.value);
  report.compare('separate subgroups QB df', at, numbers.df, expected['df'], tolerances.value);
  report.compare('separate subgroups QB p', at, numbers.p, expected['p'], tolerances.tail);
}
