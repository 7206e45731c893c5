import {
  metaRegression,
  predictFromRegression,
  type MetaRegression,
} from '../../src/stats/meta-regression.js';
import type { PoolingMethod } from '../../src/stats/tau-squared.js';
import { treatmentContrasts } from '../../src/stats/treatment-contrasts.js';
import {
  nothingToExplain,
  partCases,
  R2_OF_NOTHING,
  toleranceFor,
  tolerancesOf,
  type PartCase,
  type PartTolerances,
} from './beyond-the-pool.js';
import { stoppedEarly, type GoldenFile, type GoldenNumber, type Remarks } from './golden-file.js';
import type { GoldenReport, Tolerance } from './report.js';

type Column = readonly GoldenNumber[];

interface GoldenRegression {
  readonly moderators: readonly string[];
  readonly method: PoolingMethod;
  readonly test: 'z' | 'knha';
  /** 1-based rows of the data set that have all moderators; absent: all. */
  readonly rows?: readonly number[];
  readonly k: number;
  readonly coef: Column;
  readonly se: Column;
  readonly stat: Column;
  readonly pval: Column;
  readonly 'ci.lb': Column;
  readonly 'ci.ub': Column;
  readonly vcov: Column;
  readonly QM: number;
  readonly QMdf: Column;
  readonly QMp: number;
  readonly QE: number;
  readonly QEdf: number;
  readonly QEp: number;
  readonly tau2: number;
  readonly 'se.tau2': GoldenNumber;
  readonly I2: number;
  readonly H2: number;
  readonly R2: GoldenNumber;
  readonly predict?: {
    readonly newmods: readonly (readonly number[])[];
    readonly pred: Column;
    readonly se: Column;
    readonly 'ci.lb': Column;
    readonly 'ci.ub': Column;
    readonly 'pi.lb': Column | null;
    readonly 'pi.ub': Column | null;
  };
}

/** Every meta-regression: coefficients, tests, residual heterogeneity and predictions. */
export function checkMetaRegression(data: GoldenFile, report: GoldenReport): void {
  for (const part of partCases<GoldenRegression>(data, 'metareg')) checkOne(part, report);
}

function checkOne(part: PartCase<GoldenRegression>, report: GoldenReport): void {
  const { entry, studies, at } = part;
  const rows = studies.flatMap((study, i) => ((entry.rows ?? [study + 1]).includes(study + 1) ? [i] : []));
  const vi = rows.map((i) => part.vi[i]!);
  const columns = entry.moderators.flatMap((name) => moderatorColumns(part, name, rows.map((i) => studies[i]!)));
  const yi = rows.map((i) => part.yi[i]!);
  const { method, test } = entry;
  const fit = metaRegression(yi, vi, columns, { method, test });
  if (stoppedEarly(entry) && fit.kind !== 'no-answer') {
    report.leaveOut('meta-regressions that metafor did not finish');
    return;
  }
  if (fit.kind === 'no-answer' && fit.reason === 'collinear-moderators' && droppedModerators(entry)) {
    report.leaveOut('meta-regressions in which metafor drops a moderator: refused as collinear');
    return;
  }
  if (entry.error !== undefined || fit.kind === 'no-answer') {
    report.check('metareg refused where R stops', at, entry.error !== undefined && fit.kind === 'no-answer');
    return;
  }
  // Q, and with it the closed forms of tau-squared, rest on the regression under inverse-variance weights.
  const fits = [method, 'EE' as const].map(
    (m) => metaRegression(yi, vi, columns, { method: m, test: 'z' }) as MetaRegression,
  );
  const tolerances = withNormalEquations(tolerancesOf(method, vi), fits, vi);
  checkModel(fit, nothingToExplain(yi, vi, method), entry, tolerances, at, report);
  checkCoefficients(fit, entry, tolerances, at, report);
  checkPredictions(fit, entry, tolerances, at, report);
}

/**
 * R solves the normal equations, which costs digits where a moderator is large against its spread, such as a year: by
 * how much the variance of the intercept is inflated. Against exact rational arithmetic, on a moderator of 2000 with
 * standard deviation 5, R is off by 15 times epsilon times that factor, and by 180 times where one trial has most of
 * the weight; the engine by 2e-13 and less. A thousand times is accepted where that is more than the usual tolerance. A
 * p far out moves by the size of its statistic times that.
 */
function withNormalEquations(
  { value, tauSquared, tail, iSquared }: PartTolerances, fits: readonly MetaRegression[], vi: readonly number[],
): PartTolerances {
  const inflations = fits.map(({ tauSquared: t, covariance }) =>
    vi.reduce((sum, v) => sum + 1 / (v + t), 0) * covariance[0]![0]!);
  const relative = 1000 * Number.EPSILON * Math.max(...inflations);
  const widen = (tolerance: Tolerance, by: number): Tolerance =>
    by > tolerance.relative ? { ...tolerance, relative: by } : tolerance;
  return {
    value: widen(value, relative),
    tauSquared: widen(tauSquared, relative),
    tail: widen(tail, relative * Math.max(1, fits[0]!.q)),
    iSquared: widen(iSquared, relative),
  };
}

/** metafor leaves out moderators that depend on the others, and says so. */
function droppedModerators({ warnings = [] }: Remarks): boolean {
  return warnings.some((warning) => /redundant predictors/i.test(warning));
}

/** A continuous moderator is one column, a factor one for each level but the first, in the order of the subgroups. */
function moderatorColumns(
  { dataset, measure }: PartCase<GoldenRegression>, name: string, rows: readonly number[],
): (readonly number[])[] {
  const continuous = dataset.cont?.[name];
  if (continuous !== undefined) return [rows.map((row) => continuous[row]!)];
  const labels = rows.map((row) => dataset.fac![name]![row]!);
  const subgroups = (measure['subgroup'] ?? []) as readonly { factor: string; levels: readonly string[] }[];
  const levels = subgroups.find(({ factor }) => factor === name)?.levels.filter((level) => labels.includes(level));
  return [...treatmentContrasts(labels, levels).columns];
}

function checkModel(
  fit: MetaRegression,
  withoutR2: boolean,
  entry: GoldenRegression,
  tolerances: PartTolerances,
  at: string,
  report: GoldenReport,
): void {
  const test = fit.moderatorTest!;
  const numbers: Readonly<Record<string, GoldenNumber>> = {
    k: fit.k,
    QM: test.statistic,
    QMp: test.p,
    QE: fit.q,
    QEdf: fit.qDf,
    QEp: fit.qP,
    tau2: fit.tauSquared,
    'se.tau2': fit.tauSquaredSe,
    I2: fit.iSquared,
    H2: fit.hSquared,
    R2: fit.rSquared,
  };
  for (const [name, actual] of Object.entries(numbers)) {
    const expected = entry[name as keyof GoldenRegression] as GoldenNumber;
    if (name === 'R2' && withoutR2 && expected !== actual) {
      report.leaveOut(`metareg ${R2_OF_NOTHING}`);
      continue;
    }
    report.compare(`metareg ${name}`, at, actual, expected, toleranceFor(name, tolerances));
  }
  report.compareAll('metareg QMdf', at, [test.df, test.denominatorDf], entry.QMdf, tolerances.value);
}

function checkCoefficients(
  fit: MetaRegression, entry: GoldenRegression, tolerances: PartTolerances, at: string, report: GoldenReport,
): void {
  const names = { coef: 'estimate', se: 'se', stat: 'statistic', pval: 'p', 'ci.lb': 'low', 'ci.ub': 'high' } as const;
  for (const [golden, ours] of Object.entries(names) as [keyof typeof names, (typeof names)[keyof typeof names]][]) {
    const column = fit.coefficients.map((coefficient) => coefficient[ours]);
    const tolerance = toleranceFor(golden, tolerances);
    for (const [j, { estimate }] of fit.coefficients.entries()) {
      // A limit near 0 is the difference of two larger numbers, and as exact as they are.
      const floor = golden.startsWith('ci') ? Math.max(tolerance.floor ?? 0, Math.abs(estimate)) : tolerance.floor ?? 0;
      report.compare(`metareg ${golden}`, `${at}[${j}]`, column[j], entry[golden]?.[j], { ...tolerance, floor });
    }
  }
  report.compareAll('metareg vcov', at, fit.covariance.flat(), entry.vcov, tolerances.value);
}

function checkPredictions(
  fit: MetaRegression, { predict }: GoldenRegression, { value }: PartTolerances, at: string, report: GoldenReport,
): void {
  if (predict === undefined) return;
  const tolerance: Tolerance = value.relative < PREDICTION.relative ? PREDICTION : value;
  const predictions = predict.newmods.map((row) => predictFromRegression(fit, row));
  report.compareAll('metareg predict', at, predictions.map((p) => p.estimate), predict.pred, tolerance);
  report.compareAll('metareg predict se', at, predictions.map((p) => p.se), predict.se, tolerance);
  for (const [j, { low, high, prediction }] of predictions.entries()) {
    const [ci, pi] = [`${at}[${j}]`, prediction ?? { low: null, high: null }];
    // A limit near 0 is the difference of two larger numbers, and as exact as they are.
    const within = (width: number): Tolerance => ({ ...tolerance, floor: Math.max(tolerance.floor ?? 0, width) });
    report.compare('metareg predict ci', ci, low, predict['ci.lb'][j], within(high - low));
    report.compare('metareg predict ci', ci, high, predict['ci.ub'][j], within(high - low));
    const piWidth = pi.low === null ? 0 : pi.high - pi.low;
    report.compare('metareg predict pi', ci, pi.low, predict['pi.lb']?.[j] ?? null, within(piWidth));
    report.compare('metareg predict pi', ci, pi.high, predict['pi.ub']?.[j] ?? null, within(piWidth));
  }
}

/** R solves the normal equations: where a moderator is large against its spread, such as a year, that costs digits. */
const PREDICTION: Tolerance = { relative: 1e-8, floor: 1e-3, reason: 'terms 1e3 times their sum; 2e-9 seen' };
