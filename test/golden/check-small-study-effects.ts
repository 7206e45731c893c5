import { funnelRegression, type FunnelPredictor } from '../../src/stats/funnel-regression.js';
import { harbordTest } from '../../src/stats/harbord-test.js';
import type { NoAnswer } from '../../src/stats/no-answer.js';
import { petersTest, type AsymmetryTest } from '../../src/stats/peters-test.js';
import { rankCorrelationTest } from '../../src/stats/rank-correlation-test.js';
import type { PoolingMethod } from '../../src/stats/tau-squared.js';
import { identical, partCases, toleranceFor, tolerancesOf, type PartCase, type PartTolerances } from './beyond-the-pool.js';
import { stoppedEarly, type GoldenDataset, type GoldenFile, type GoldenNumber } from './golden-file.js';
import type { GoldenReport } from './report.js';

type Numbers = Readonly<Record<string, GoldenNumber>>;

interface GoldenFunnelRegression {
  readonly model: 'rma' | 'lm';
  readonly predictor: FunnelPredictor;
  readonly method: PoolingMethod | null;
  readonly test: 'z' | 'knha' | null;
}

/** Every funnel regression, rank correlation, Peters' and Harbord's test. */
export function checkSmallStudyEffects(data: GoldenFile, report: GoldenReport): void {
  for (const part of partCases<GoldenFunnelRegression>(data, 'regtest')) checkFunnelRegression(part, report);
  for (const part of partCases<Numbers>(data, 'ranktest')) checkRankCorrelation(part, report);
  for (const part of partCases<Numbers>(data, 'peters')) {
    const { events, totals } = combinedCounts(part.dataset);
    const pick = (values: readonly number[]): number[] => part.studies.map((study) => values[study]!);
    checkLine('peters', part, petersTest(part.yi, pick(events), pick(totals)), report);
  }
  for (const part of partCases<Numbers>(data, 'harbord')) {
    const { ai, n1i, ci, n2i } = part.dataset;
    checkLine('harbord', part, harbordTest({ ai: ai!, n1i: n1i!, ci: ci!, n2i: n2i! }), report);
  }
}

/** Events and patients of each study, both groups together. */
function combinedCounts({ xi, ni, ai, n1i, ci, n2i }: GoldenDataset): { events: number[]; totals: number[] } {
  if (xi !== undefined) return { events: [...xi], totals: [...ni!] };
  return { events: ai!.map((a, i) => a + ci![i]!), totals: n1i!.map((n, i) => n + n2i![i]!) };
}

/** R stops, or draws a line through two points, which has no standard error. */
function hasNoTest({ entry }: PartCase<Numbers>): boolean {
  return entry.error !== undefined || (entry['df'] === 0 && entry['b1.se'] === null);
}

/** metafor's own check of the design matrix also stops at predictors that are merely small, such as 1/4000. */
const NUMERICAL_RANK = /^Model matrix not of full rank/;

function checkFunnelRegression(part: PartCase<GoldenFunnelRegression>, report: GoldenReport): void {
  const { entry, dataset, studies, yi, vi, at } = part;
  const { predictor, method, test, model } = entry;
  if (dataset.kind === 'gen' && predictor !== 'sei' && predictor !== 'vi') {
    report.leaveOut('regtest on sizes for effects that have none: misuse here, an error in R');
    return;
  }
  const totals = dataset.kind === 'gen' ? null : combinedCounts(dataset).totals;
  const answer = funnelRegression(yi, vi, {
    predictor,
    dispersion: model === 'lm' ? 'multiplicative' : 'additive',
    ...(totals === null ? {} : { sizes: studies.map((study) => totals[study]!) }),
    ...(method === null ? {} : { method }),
    ...(test === null ? {} : { test }),
  });
  if ((model === 'lm' || test === 'knha') && identical(yi)) {
    report.leaveOut('regtest of identical effects: the residual variance in R is rounding');
    return;
  }
  if (stoppedEarly(entry) && answer.kind !== 'no-answer') {
    report.leaveOut('regtest that metafor did not finish');
    return;
  }
  if (entry.error !== undefined && NUMERICAL_RANK.test(entry.error) && answer.kind !== 'no-answer') {
    report.leaveOut('regtest with a design that metafor takes for singular and the engine does not');
    return;
  }
  if (entry.error !== undefined || answer.kind === 'no-answer') {
    const refused = answer.kind === 'no-answer' && hasNoTest(part as unknown as PartCase<Numbers>);
    report.check('regtest refused where R has no test', at, refused);
    return;
  }
  const { slope, intercept, limit, df, tauSquared } = answer;
  compareNumbers('regtest', part as unknown as PartCase<Numbers>, tolerancesOf(method, vi), report, {
    stat: slope.statistic,
    df,
    pval: slope.p,
    b0: intercept.estimate,
    'b0.se': intercept.se,
    b1: slope.estimate,
    'b1.se': slope.se,
    limit: limit?.estimate ?? null,
    'limit.lb': limit?.low ?? null,
    'limit.ub': limit?.high ?? null,
    tau2: tauSquared,
  });
}

function checkRankCorrelation(part: PartCase<Numbers>, report: GoldenReport): void {
  // On the effects of the file: whether variances are tied (x of n, n - x of n) hangs on the last bit in R.
  if (identical(part.yi)) {
    report.leaveOut('ranktest of identical effects: in R rounding decides on their order');
    return;
  }
  const kept = <T>(values: readonly (T | null)[]): T[] => values.filter((value) => value !== null);
  const answer = rankCorrelationTest(kept(part.measure.yi), kept(part.measure.vi));
  const numbers = answer.kind === 'no-answer' ? { tau: null, pval: null } : { tau: answer.tau, pval: answer.p };
  compareNumbers('ranktest', part, tolerancesOf(null, []), report, numbers);
}

function checkLine(
  name: string, part: PartCase<Numbers>, answer: AsymmetryTest | NoAnswer, report: GoldenReport,
): void {
  if (part.entry.error !== undefined || answer.kind === 'no-answer') {
    report.check(`${name} refused where R has no test`, part.at, hasNoTest(part) && answer.kind === 'no-answer');
    return;
  }
  if (name === 'peters' && identical(part.yi)) {
    report.leaveOut('peters of identical effects: the residual variance in R is rounding');
    return;
  }
  const { slope, intercept, df } = answer;
  compareNumbers(name, part, tolerancesOf(null, part.vi), report, {
    b0: intercept.estimate,
    'b0.se': intercept.se,
    b1: slope.estimate,
    'b1.se': slope.se,
    stat: slope.statistic,
    df,
    pval: slope.p,
  });
}

function compareNumbers(
  part: string, { entry, at }: PartCase<Numbers>, tolerances: PartTolerances, report: GoldenReport, numbers: Numbers,
): void {
  for (const [name, actual] of Object.entries(numbers)) {
    report.compare(`${part} ${name}`, at, actual, entry[name], toleranceFor(name, tolerances));
  }
}
