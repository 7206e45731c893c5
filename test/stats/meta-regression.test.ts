import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fitMeanModel, POOLING_METHODS } from '../../src/stats/mean-model.js';
import { testMean } from '../../src/stats/inference.js';
import {
  metaRegression,
  predictFromRegression,
  type MetaRegressionOptions,
} from '../../src/stats/meta-regression.js';
import { commonSubgroups } from '../../src/stats/subgroups.js';
import { fixture } from './support/beyond-the-pool.js';
import { expectClose } from './support/close-to.js';
import { answered } from './support/studies.js';
import { tidyEffects } from './support/tidy-effects.js';

const regress = (yi: number[], vi: number[], moderators: number[][], options: MetaRegressionOptions = {}) =>
  answered(metaRegression(yi, vi, moderators, options));

/** Effects with variances and a moderator that is not constant, at least four studies. */
const someRegressions = () =>
  tidyEffects()
    .filter(({ yi }) => yi.length >= 4)
    .chain((effects) =>
      fc
        .array(fc.integer({ min: -5, max: 5 }), { minLength: effects.yi.length, maxLength: effects.yi.length })
        .filter((x) => new Set(x).size > 1)
        .map((x) => ({ ...effects, x })),
    );

describe('against R, two moderators at once', () => {
  const { yi, vi, x, z, regressions } = fixture;

  test.each(regressions)('$method $test', (expected) => {
    const { method, test } = expected;
    const fit = regress(yi, vi, [x, z], { method, test, level: 0.9 });
    const near = (actual: number | null, value: number): void => expectClose(actual, value, 2e-9, 1e-3);
    near(fit.tauSquared, expected.tau2);
    if (expected['se.tau2'] === null) expect(fit.tauSquaredSe).toBeNull();
    else near(fit.tauSquaredSe, expected['se.tau2']);
    fit.coefficients.forEach((coefficient, j) => {
      near(coefficient.estimate, expected.beta[j]!);
      near(coefficient.se, expected.se[j]!);
      near(coefficient.statistic, expected.zval[j]!);
      near(coefficient.p, expected.pval[j]!);
      near(coefficient.low, expected['ci.lb'][j]!);
      near(coefficient.high, expected['ci.ub'][j]!);
    });
    fit.covariance.flat().forEach((value, i) => near(value, expected.vb[i]!));
    near(fit.moderatorTest!.statistic, expected.QM);
    near(fit.moderatorTest!.p, expected.QMp);
    near(fit.q, expected.QE);
    near(fit.qP, expected.QEp);
    expectClose(fit.iSquared, expected.I2, 2e-9, 1);
    near(fit.hSquared, expected.H2);
    near(fit.rSquared, expected.R2);
    const prediction = predictFromRegression(fit, [3, 1]);
    expect(prediction.kind).toBe('regression-prediction');
    near(prediction.estimate, expected.pred);
    near(prediction.se, expected['pred.se']);
    near(prediction.low, expected['pred.ci.lb']);
    near(prediction.low + prediction.high, 2 * expected.pred);
    if (expected['pred.pi.lb'] === null) expect(prediction.prediction).toBeNull();
    else {
      near(prediction.prediction!.low, expected['pred.pi.lb']);
      near(prediction.prediction!.low + prediction.prediction!.high, 2 * expected.pred);
    }
    const df = test === 'z' ? null : 4;
    expect(fit).toMatchObject({ kind: 'meta-regression', method, test, level: 0.9, k: 7, df, qDf: 4, maxima: 1 });
    expect(fit.moderatorTest).toMatchObject({ df: 2, denominatorDf: df });
    expect(fit.iterations > 0).toBe(['ML', 'REML', 'EB', 'PM'].includes(method));
  });
});

test('the example of the documentation, worked by hand', () => {
  const fit = regress([0, 1, 2.5, 3], [0.1, 0.1, 0.1, 0.1], [[0, 1, 2, 3]], { method: 'EE' });
  const [intercept, slope] = fit.coefficients;
  expectClose(intercept!.estimate, 0.05, 1e-13);
  expectClose(intercept!.se, Math.sqrt(0.07), 1e-14);
  expectClose(slope!.estimate, 1.05, 1e-14);
  expectClose(slope!.se, Math.sqrt(0.02), 1e-14);
  expectClose(fit.moderatorTest!.statistic, 55.125, 1e-13);
  expectClose(fit.q, 1.75, 1e-13);
  const { estimate, se, prediction } = predictFromRegression(fit, [2]);
  expectClose(estimate, 2.15, 1e-14);
  expectClose(se, Math.sqrt(0.03), 1e-14);
  expect(prediction).toBeNull();
});

describe('laws', () => {
  test.each(POOLING_METHODS)('without moderators %s is the mean model', (method) => {
    fc.assert(
      fc.property(tidyEffects(), fc.constantFrom('z', 'knha', 'adhoc'), ({ yi, vi }, test) => {
        const mean = answered(fitMeanModel(yi, vi, { method }));
        const fit = regress(yi, vi, [], { method, test });
        expectClose(fit.tauSquared, mean.tauSquared, 1e-8, 1e-3);
        if (mean.tauSquaredSe === null) expect(fit.tauSquaredSe).toBeNull();
        else expectClose(fit.tauSquaredSe, mean.tauSquaredSe, 1e-7, 1e-6);
        const expected = answered(testMean(mean, { test }));
        expectClose(fit.coefficients[0]!.estimate, expected.estimate, 1e-8, 1e-2);
        expectClose(fit.coefficients[0]!.se, expected.se, 1e-8, 1e-3);
        expectClose(fit.q, mean.q, 1e-9, 1e-6);
        expectClose(fit.iSquared, mean.iSquared, 1e-7, 1);
        expect(fit.moderatorTest).toBeNull();
        expect(fit.rSquared).toBeNull();
      }),
      { numRuns: 40 },
    );
  });

  test('the order of the studies does not matter', () => {
    fc.assert(
      fc.property(someRegressions(), ({ yi, vi, x }) => {
        const there = regress(yi, vi, [x]);
        const back = regress(yi.toReversed(), vi.toReversed(), [x.toReversed()]);
        expectClose(back.tauSquared, there.tauSquared, 1e-8, 1e-3);
        expectClose(back.coefficients[1]!.estimate, there.coefficients[1]!.estimate, 1e-7, 1e-3);
      }),
      { numRuns: 50 },
    );
  });

  test('a moderator in another unit gives the same test and the same predictions', () => {
    fc.assert(
      fc.property(someRegressions(), ({ yi, vi, x }) => {
        const fit = regress(yi, vi, [x]);
        const rescaled = regress(yi, vi, [x.map((value) => 10 * value + 3)]);
        expectClose(rescaled.moderatorTest!.statistic, fit.moderatorTest!.statistic!, 1e-6, 1e-3);
        const [here, there] = [predictFromRegression(fit, [2]), predictFromRegression(rescaled, [23])];
        expectClose(there.estimate, here.estimate, 1e-7, 1e-2);
        expectClose(there.prediction!.high, here.prediction!.high, 1e-7, 1e-2);
      }),
      { numRuns: 50 },
    );
  });

  test('the test of one binary moderator is the test between two subgroups of common variance', () => {
    fc.assert(
      fc.property(tidyEffects(), fc.constantFrom('z', 'knha'), ({ yi, vi }, test) => {
        fc.pre(yi.length >= 4);
        const labels = yi.map((_, i) => (i % 2 === 0 ? 'even' : 'odd'));
        const fit = regress(yi, vi, [labels.map((label) => (label === 'odd' ? 1 : 0))], { test });
        const groups = answered(commonSubgroups(yi, vi, labels, { method: 'REML', test }));
        expectClose(groups.between.statistic, fit.moderatorTest!.statistic!, 1e-10, 1e-6);
        const weights = groups.groups.map(({ se }) => 1 / se ** 2);
        const difference = groups.groups[0]!.estimate - groups.groups[1]!.estimate;
        // Means of up to 3 that are closer share so many digits that their difference by hand has not enough left.
        fc.pre(Math.abs(difference) > 1e-5);
        const betweenByHand = difference ** 2 / (1 / weights[0]! + 1 / weights[1]!);
        expectClose(groups.between.statistic, betweenByHand, 1e-8, 1e-6);
      }),
      { numRuns: 50 },
    );
  });

  test('effects on a line leave nothing to explain', () => {
    const fit = regress([1, 3, 5, 9], [0.1, 0.2, 0.3, 0.4], [[0, 1, 2, 4]], { method: 'DL' });
    expectClose(fit.coefficients[1]!.estimate, 2, 1e-13);
    expect(fit.q).toBeLessThan(1e-25);
    expect(fit.tauSquared).toBe(0);
    expect(fit.iSquared).toBe(0);
    expect(fit.rSquared).toBe(100);
  });
});

describe('edges', () => {
  test('a moderator that explains nothing has R-squared 0, never less', () => {
    const fit = regress([1, -1, 1, -1], [0.1, 0.1, 0.1, 0.1], [[1, 1, 2, 2]], { method: 'DL' });
    expect(fit.rSquared).toBe(0);
    expect(regress([1, 1, 1.1, 1], [1, 1, 1, 1], [[1, 2, 2, 1]], { method: 'DL' }).rSquared).toBe(0);
  });

  test('identical effects have no statistic under Knapp-Hartung when they are 0', () => {
    const fit = regress([0, 0, 0, 0], [1, 2, 3, 4], [[1, 2, 4, 3]], { test: 'knha' });
    expect(fit.moderatorTest).toEqual({ statistic: null, df: 1, denominatorDf: 2, p: null });
    expect(fit.coefficients[1]).toEqual({ estimate: 0, se: 0, statistic: null, p: null, low: 0, high: 0 });
  });

  test('an exact fit under Knapp-Hartung has infinite statistics, a slope of 0 with scatter has statistic 0', () => {
    const exact = regress([0, 2, 4, 6], [1, 1, 1, 1], [[0, 1, 2, 3]], { method: 'EE', test: 'knha' });
    expect(exact.moderatorTest).toEqual({ statistic: Infinity, df: 1, denominatorDf: 2, p: 0 });
    expect(exact.coefficients[1]).toMatchObject({ statistic: Infinity, p: 0 });
    const level = regress([1, -1, -1, 1], [1, 1, 1, 1], [[-3, -1, 1, 3]], { method: 'EE', test: 'knha' });
    expect(level.coefficients[1]!.statistic).toBeCloseTo(0, 14);
    expect(level.coefficients[1]!.p).toBeCloseTo(1, 14);
    expect(level.moderatorTest!.statistic).toBeCloseTo(0, 14);
    const zero = regress([0, 0, 0, 0], [1, 1, 1, 1], [[-3, -1, 1, 3]], { method: 'EE' });
    expect(zero.coefficients[1]).toMatchObject({ estimate: 0, statistic: 0, p: 1 });
    expect(zero.moderatorTest).toMatchObject({ statistic: 0, p: 1 });
  });

  test('a line through as many studies as coefficients is answered by equal effects alone', () => {
    const fit = regress([1, 3], [0.1, 0.2], [[0, 1]], { method: 'EE' });
    expectClose(fit.coefficients[1]!.se, Math.sqrt(0.3), 1e-14);
    expect(fit).toMatchObject({ qDf: 0, qP: 1, iSquared: 0, hSquared: 1, rSquared: null });
    expect(metaRegression([1, 3], [0.1, 0.2], [[0, 1]], { method: 'EE', test: 'knha' })).toEqual({
      kind: 'no-answer', reason: 'too-few-studies', found: 2, needed: 3, method: 'EE',
    });
  });

  test('variances over eleven orders of magnitude keep their digits', () => {
    const yi = [0.3, 0.1, 0.5, 0.9, 0.2];
    const vi = [1e-8, 1e-4, 0.1, 10, 1000];
    const x = [1, 2, 3, 4, 5];
    const fit = regress(yi, vi, [x], { method: 'DL' });
    // The determinant of X'WX is a sum of positive terms over pairs; 1 - leverage is the share of it without a study.
    const determinant = (left: number | null): number => {
      let sum = 0;
      for (let i = 0; i < 5; i++) {
        for (let j = 0; j < i; j++) if (i !== left && j !== left) sum += (x[i]! - x[j]!) ** 2 / (vi[i]! * vi[j]!);
      }
      return sum;
    };
    const trace = vi.reduce((sum, v, i) => sum + determinant(i) / determinant(null) / v, 0);
    expectClose(fit.tauSquared, (fit.q - 3) / trace, 1e-9);
    expectClose(fit.iSquared, 100 * fit.tauSquared / (fit.tauSquared + 3 / trace), 1e-9);
  });
});

describe('no answer', () => {
  const [yi, vi] = [[1, 2, 3, 4], [0.1, 0.1, 0.1, 0.1]];

  test.each([
    ['no studies', [], [], [[]], { reason: 'no-studies', found: 0, needed: 3 }],
    ['too few studies', [1, 2], [1, 1], [[1, 2]], { reason: 'too-few-studies', found: 2, needed: 3 }],
    ['a variance of 0', yi, [0, 1, 1, 1], [[1, 2, 3, 3]], { reason: 'zero-variance', found: 3, needed: 4 }],
    ['a constant moderator', yi, vi, [[7, 7, 7, 7]], { reason: 'collinear-moderators', found: 1, needed: 2 }],
    ['a moderator twice', yi, vi, [[1, 2, 3, 5], [2, 4, 6, 10]], { reason: 'collinear-moderators', found: 2, needed: 3 }],
  ])('%s', (_, effects, variances, moderators, expected) => {
    expect(metaRegression(effects, variances, moderators)).toEqual({ kind: 'no-answer', method: 'REML', ...expected });
  });

  test('moderators that differ only in studies of no weight are collinear', () => {
    const answer = metaRegression([1, 2, 3, 4], [1e-30, 1e-30, 1, 1], [[1, 1, 2, 3]], { method: 'EE' });
    expect(answer).toMatchObject({ kind: 'no-answer', reason: 'collinear-moderators' });
  });
});

describe('misuse', () => {
  test.each([
    ['variances for other studies', () => metaRegression([1, 2], [1], [])],
    ['a moderator for other studies', () => metaRegression([1, 2, 3], [1, 1, 1], [[1, 2]])],
    ['a moderator that is not finite', () => metaRegression([1, 2, 3], [1, 1, 1], [[1, 2, NaN]])],
    ['an effect that is not finite', () => metaRegression([1, Infinity, 3], [1, 1, 1], [])],
    ['a negative variance', () => metaRegression([1, 2, 3], [1, -1, 1], [])],
    ['an unknown method', () => metaRegression([1, 2, 3], [1, 1, 1], [], { method: 'XX' as 'DL' })],
    ['an unknown test', () => metaRegression([1, 2, 3], [1, 1, 1], [], { test: 't' as 'z' })],
    ['a level of 95', () => metaRegression([1, 2, 3], [1, 1, 1], [], { level: 95 })],
  ])('%s', (_, call) => expect(call).toThrow(RangeError));

  test('a prediction needs one finite value for each moderator', () => {
    const fit = regress([1, 3, 2, 4], [1, 1, 1, 1], [[0, 1, 2, 3]]);
    expect(() => predictFromRegression(fit, [])).toThrow(RangeError);
    expect(() => predictFromRegression(fit, [1, 2])).toThrow(RangeError);
    expect(() => predictFromRegression(fit, [NaN])).toThrow(RangeError);
  });
});
