import { backTransform } from '../../src/stats/back-transform.js';
import {
  predictionInterval,
  testMean,
  type MeanTest,
  type MeanTestResult,
  type PredictionDf,
} from '../../src/stats/inference.js';
import { fitMeanModel, type MeanModel } from '../../src/stats/mean-model.js';
import { effectsOf } from './check-effects.js';
import {
  stoppedEarly,
  type GoldenDataset,
  type GoldenFile,
  type GoldenFit,
  type GoldenMeasure,
  type GoldenTest,
} from './golden-file.js';
import type { GoldenReport, Tolerance } from './report.js';
import { TOLERANCES } from './tolerances.js';

/** Where metafor warns that results are unstable. */
const EXTREME_VARIANCE_RATIO = 1e7;

/** Log-likelihoods that differ by more than this are different maxima, not rounding. */
const OTHER_MAXIMUM = 1e-6;

/** Where metafor stopped farther from its polished solution than this, its numbers are no reference. */
const LARGEST_ERROR = 1e-3;

/** One fit with everything the comparisons need. */
interface FitCase {
  readonly golden: GoldenFit;
  readonly fit: MeanModel;
  readonly measure: GoldenMeasure;
  /** Closed forms and iterated methods have their own tolerances; extreme variances override both. */
  readonly tolerance: (closedForm: Tolerance, iterated: Tolerance) => Tolerance;
  readonly report: GoldenReport;
}

/** Every fit, its heterogeneity, weights, tests, intervals and back-transforms. */
export function checkFits(data: GoldenFile, report: GoldenReport): void {
  for (const dataset of data.datasets ?? []) {
    for (const measure of dataset.measures ?? []) {
      for (const golden of measure.fits ?? []) checkFit(dataset, measure, golden, report);
    }
  }
}

function checkFit(dataset: GoldenDataset, measure: GoldenMeasure, golden: GoldenFit, report: GoldenReport): void {
  const { yi, vi, studies } = effectsOf(dataset, measure);
  const { method, id } = golden;
  const answer = fitMeanModel(yi, vi, { method });
  const fit = answer.kind === 'no-answer' ? fitMeanModel(yi, vi, { method, oneStudy: 'equal-effects' }) : answer;
  if (golden.error !== undefined) {
    if (stoppedEarly(golden) && fit.kind !== 'no-answer') report.leaveOut('fits that metafor did not finish');
    else report.check('refused where R has no fit', id, fit.kind === 'no-answer');
    return;
  }
  if (golden.k === 1) {
    report.check(
      'one study: tau2 refused unless asked for equal effects',
      id,
      (method === 'EE') === (answer.kind !== 'no-answer'),
    );
  }
  if (fit.kind === 'no-answer') {
    report.check('fitted where R has a fit', id, false);
    return;
  }
  const iterated = golden.polish !== undefined;
  const off = stoppedShort(golden, vi);
  const extreme = Math.max(...vi) / Math.min(...vi) >= EXTREME_VARIANCE_RATIO;
  const tolerance = (closedForm: Tolerance, iteratedForm: Tolerance): Tolerance => {
    const usual = iterated ? { ...iteratedForm, relative: Math.max(iteratedForm.relative, off) } : closedForm;
    return extreme && usual.relative < TOLERANCES.extremeVariances.relative
      ? { ...usual, relative: TOLERANCES.extremeVariances.relative }
      : usual;
  };
  const fitCase: FitCase = { golden, fit, measure, tolerance, report };
  checkPolished(fitCase);
  checkInverseVarianceSums(fitCase);
  if (metaforMissedTheMaximum(fitCase)) {
    report.check('where metafor stays at a lower maximum the engine does not', id, true);
    report.leaveOut('parts of fits that metafor ends at a lower of several maxima of the likelihood');
    return;
  }
  if (off > LARGEST_ERROR) {
    report.leaveOut('parts of fits on so fine a scale that metafor stops too early; its polished solution is compared');
    return;
  }
  checkModel(fitCase);
  checkWeights(fitCase, studies);
  checkTests(fitCase);
}

/**
 * How far metafor's tau2 is from its polished solution, against the smallest total variance: what weights and all that
 * is made of them may be off by. Its threshold is absolute, so that this is more than usual where variances are tiny.
 */
function stoppedShort({ tau2, polish }: GoldenFit, vi: readonly number[]): number {
  if (polish === undefined || tau2 === null) return 0;
  return (2 * Math.abs(tau2 - polish.tau2)) / (polish.tau2 + Math.min(...vi));
}

/** The independent solution to machine precision, with the global maximum: the target of the iterated methods. */
function checkPolished({ golden, fit, report }: FitCase): void {
  const { polish, id, method } = golden;
  if (polish === undefined) return;
  const tolerance = TOLERANCES.tauSquaredPolished;
  report.compare(`tau2 ${method} (polish)`, id, fit.tauSquared, polish.tau2, tolerance);
  report.compare('beta (polish)', id, fit.estimate, polish.beta, { ...tolerance, floor: 1e-3 });
  report.compare('se (polish)', id, fit.se, polish.se, tolerance);
  report.check('tau2 is exactly 0 at the boundary and only there', id, polish.boundary === (fit.tauSquared === 0));
}

function metaforMissedTheMaximum({ golden: { polish, fitstats }, fit }: FitCase): boolean {
  if (polish === undefined || polish.n_stationary < 2 || fitstats === undefined) return false;
  return fit.fitStatistics!.logLikelihood - fitstats.logLik! > OTHER_MAXIMUM;
}

/** What rests on inverse-variance weights alone, whatever the estimator. */
function checkInverseVarianceSums({ golden, fit, tolerance, report }: FitCase): void {
  const { id } = golden;
  const closedForm = tolerance(TOLERANCES.closedForm, TOLERANCES.closedForm);
  report.compare('QE', id, fit.q, golden.QE, closedForm);
  report.compare('QEdf', id, fit.qDf, golden.QEdf, closedForm);
  report.compare('QEp', id, fit.qP, golden.QEp, tolerance(TOLERANCES.tail, TOLERANCES.tail));
  report.compare('vt', id, fit.typicalVariance, golden.vt, { ...closedForm, floor: 0 });
}

function checkModel({ golden, fit, tolerance, report }: FitCase): void {
  const { id, method } = golden;
  const value = tolerance(TOLERANCES.closedForm, TOLERANCES.iterated);
  report.compare(
    `tau2 ${method}`,
    id,
    fit.tauSquared,
    golden.tau2,
    tolerance(TOLERANCES.tauSquared, TOLERANCES.tauSquaredIterated),
  );
  report.compare(`se.tau2 ${method}`, id, fit.tauSquaredSe, golden['se.tau2'], { ...value, floor: 0 });
  report.compare('I2', id, fit.iSquared, golden.I2, tolerance(TOLERANCES.iSquared, TOLERANCES.iSquaredIterated));
  report.compare('H2', id, fit.hSquared, golden.H2, value);
  if (golden.fitstats !== undefined) {
    const { logLikelihood, deviance, aic, bic, aicc } = fit.fitStatistics!;
    const [l, d, a, b, c] = [logLikelihood, deviance, aic, bic, aicc];
    const expected = golden.fitstats;
    report.compareAll(
      'fit statistics',
      id,
      [l, d, a, b, c],
      [expected.logLik, expected.deviance, expected.AIC, expected.BIC, expected.AICc],
      value,
    );
  }
}

/** Weights of the studies kept; those of dropped studies are null in the file. */
function checkWeights({ golden, fit, tolerance, report }: FitCase, studies: readonly number[]): void {
  const kept = new Set(studies);
  if (golden.weights === undefined) return;
  const { weights } = golden;
  const dropped = weights.filter((_, study) => !kept.has(study));
  report.check('dropped studies have no weight', golden.id, dropped.every((weight) => weight === null));
  const expected = studies.map((study) => weights[study]!);
  report.compareAll('weights', golden.id, fit.weights, expected, tolerance(TOLERANCES.closedForm, TOLERANCES.iterated));
}

function checkTests(fitCase: FitCase): void {
  for (const test of ['z', 'knha', 'adhoc'] as const) {
    const golden = fitCase.golden.tests?.[test];
    if (golden === undefined) continue;
    if (golden.error !== undefined) fitCase.report.leaveOut('tests that R could not make');
    else checkTest(fitCase, test, golden);
  }
}

function checkTest(fitCase: FitCase, test: MeanTest, golden: GoldenTest): void {
  const { fit, report } = fitCase;
  const id = `${fitCase.golden.id}/${test}`;
  const answer = testMean(fit, { test });
  // With one study metafor falls back to the normal test and says so; the engine answers only the test it was asked
  // for.
  const switched = test !== 'z' && fit.k === 1;
  report.check('Hartung-Knapp refused with one study', id, switched === (answer.kind === 'no-answer'));
  const usedTest = switched ? 'z' : test;
  const used = switched ? testMean(fit, { test: 'z' }) : answer;
  if (used.kind === 'no-answer') return;
  checkTestNumbers(fitCase, used, golden, id);
  checkPrediction(fitCase, usedTest, golden, id);
}

function checkTestNumbers(fitCase: FitCase, result: MeanTestResult, golden: GoldenTest, id: string): void {
  const { report, tolerance, measure } = fitCase;
  const value = tolerance(TOLERANCES.closedForm, TOLERANCES.iterated);
  if (golden.beta !== undefined) report.compare('beta', id, result.estimate, golden.beta, value);
  report.compare(`se ${result.test}`, id, result.se, golden.se, value);
  report.compare('stat', id, result.statistic, golden.stat, value);
  report.compare('df', id, result.df, golden.df, value);
  report.compare('pval', id, result.p, golden.pval, tolerance(TOLERANCES.tail, TOLERANCES.tailIterated));
  report.compare('ci', id, result.low, golden['ci.lb'], value);
  report.compare('ci', id, result.high, golden['ci.ub'], value);
  if (golden.bt === undefined) return;
  const back = (y: number): number => backTransform(measure.measure, y, measure.harmonic_mean_n);
  const backTolerance = tolerance(TOLERANCES.backTransforms, TOLERANCES.iterated);
  report.compare('bt est', id, back(result.estimate), golden.bt.est, backTolerance);
  report.compare('bt ci', id, back(result.low), golden.bt['ci.lb'], backTolerance);
  report.compare('bt ci', id, back(result.high), golden.bt['ci.ub'], backTolerance);
}

/**
 * The file has prediction intervals for z (normal) and knha (t on k - 1), and on k - 2 for both; none under the
 * floor.
 */
function checkPrediction(fitCase: FitCase, test: MeanTest, golden: GoldenTest, id: string): void {
  const { report, tolerance, fit, measure } = fitCase;
  if (golden['pi.lb'] === undefined) return;
  const value = tolerance(TOLERANCES.closedForm, TOLERANCES.iterated);
  const usual = limits(fit, test, test === 'z' ? 'normal' : 'k-1');
  report.compareAll('pi', id, usual, [golden['pi.lb'], golden['pi.ub']!], value);
  const back = usual.map((y) => (y === null ? null : backTransform(measure.measure, y, measure.harmonic_mean_n)));
  const backTolerance = tolerance(TOLERANCES.backTransforms, TOLERANCES.iterated);
  const { bt } = golden;
  if (bt !== undefined) report.compareAll('bt pi', id, back, [bt['pi.lb']!, bt['pi.ub']!], backTolerance);
  const riley = golden['pi_riley.lb'];
  if (riley === undefined) return;
  if (fit.k === 1) {
    report.check('prediction on t refused with one study', id, limits(fit, test, 'k-2')[0] === null);
    report.leaveOut('prediction limits from t with 1 degree of freedom for a single study: the engine refuses', 2);
  } else {
    report.compareAll('pi k-2', id, limits(fit, test, 'k-2'), [riley, golden['pi_riley.ub']!], value);
  }
}

function limits(fit: MeanModel, test: MeanTest, df: PredictionDf): (number | null)[] {
  const interval = predictionInterval(fit, { test, df });
  return interval.kind === 'no-answer' ? [null, null] : [interval.low, interval.high];
}
