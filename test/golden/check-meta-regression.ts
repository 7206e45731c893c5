import {
  metaRegression,
  predictFromRegression,
  type MetaRegression,
} from '../../src/stats/meta-regression.js';
import type { PoolingMethod } from '../../src/stats/tau-squared.js';
import { treatmentContrasts } from '../../src/stats/treatment-contrasts.js';
import { partCases, toleranceFor, tolerancesOf, type PartCase, type PartTolerances } from './beyond-the-pool.js';
import type { GoldenDataset, GoldenFile, GoldenNumber } from './golden-file.js';
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
  readonly predict: {
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
  const { entry, dataset, studies, at } = part;
  const rows = studies.flatMap((study, i) => ((entry.rows ?? [study + 1]).includes(study + 1) ? [i] : []));
  const vi = rows.map((i) => part.vi[i]!);
  const columns = entry.moderators.flatMap((name) => moderatorColumns(dataset, name, rows.map((i) => studies[i]!)));
  const fit = metaRegression(rows.map((i) => part.yi[i]!), vi, columns, { method: entry.method, test: entry.test });
  if (entry.error !== undefined || fit.kind === 'no-answer') {
    report.check('metareg refused where R stops', at, entry.error !== undefined && fit.kind === 'no-answer');
    return;
  }
  const tolerances = tolerancesOf(entry.method, vi);
  checkModel(fit, entry, tolerances, at, report);
  checkCoefficients(fit, entry, tolerances, at, report);
  checkPredictions(fit, entry, tolerances, at, report);
}

/** A continuous moderator is one column, a factor one for each level but the first. */
function moderatorColumns(dataset: GoldenDataset, name: string, rows: readonly number[]): (readonly number[])[] {
  const continuous = dataset.cont?.[name];
  if (continuous !== undefined) return [rows.map((row) => continuous[row]!)];
  return [...treatmentContrasts(rows.map((row) => dataset.fac![name]![row]!)).columns];
}

function checkModel(
  fit: MetaRegression, entry: GoldenRegression, tolerances: PartTolerances, at: string, report: GoldenReport,
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
    report.compareAll(`metareg ${golden}`, at, column, entry[golden], toleranceFor(golden, tolerances));
  }
  report.compareAll('metareg vcov', at, fit.covariance.flat(), entry.vcov, tolerances.value);
}

function checkPredictions(
  fit: MetaRegression, { predict }: GoldenRegression, { value }: PartTolerances, at: string, report: GoldenReport,
): void {
  const tolerance: Tolerance = value.relative < PREDICTION.relative ? PREDICTION : value;
  const predictions = predict.newmods.map((row) => predictFromRegression(fit, row));
  report.compareAll('metareg predict', at, predictions.map((p) => p.estimate), predict.pred, tolerance);
  report.compareAll('metareg predict se', at, predictions.map((p) => p.se), predict.se, tolerance);
  report.compareAll('metareg predict ci', at, predictions.map((p) => p.low), predict['ci.lb'], tolerance);
  report.compareAll('metareg predict ci', at, predictions.map((p) => p.high), predict['ci.ub'], tolerance);
  const none = predictions.map(() => null);
  const limits = (side: 'low' | 'high'): Column => predictions.map((p) => p.prediction?.[side] ?? null);
  report.compareAll('metareg predict pi', at, limits('low'), predict['pi.lb'] ?? none, tolerance);
  report.compareAll('metareg predict pi', at, limits('high'), predict['pi.ub'] ?? none, tolerance);
}

/** R solves the normal equations: where a moderator is large against its spread, such as a year, that costs digits. */
const PREDICTION: Tolerance = { relative: 1e-8, floor: 1e-3, reason: 'terms 1e3 times their sum; 2e-9 seen' };
