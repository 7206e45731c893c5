import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { backTransform } from '../../src/stats/back-transform.js';
import { inflateVariances } from '../../src/stats/design-effect.js';
import { predictionInterval, testMean, twoSidedP, type MeanTest } from '../../src/stats/inference.js';
import { fitMeanModel } from '../../src/stats/mean-model.js';
import { proportionEffects } from '../../src/stats/proportion-effects.js';
import fixture from '../fixtures/r/prediction-under-floor.json' with { type: 'json' };
import { expectClose } from './support/close-to.js';
import { answered, someEffects } from './support/studies.js';

const TESTS: readonly MeanTest[] = ['z', 'knha', 'adhoc'];

/** Upper 2.5 % points: normal, and t on 1 and on 2 degrees of freedom, the latter two in closed form. */
const Z = 1.959963984540054;
const T1 = Math.tan(0.475 * Math.PI);
const T2 = (2 * 0.475 * Math.SQRT2) / Math.sqrt(1 - (2 * 0.475) ** 2);

const fitted = (yi: number[], vi: number[], method: 'DL' | 'REML' | 'EE' = 'DL') =>
  answered(fitMeanModel(yi, vi, { method }));

describe('tests of the mean, worked by hand', () => {
  const fit = fitted([1, 2, 6], [1, 1, 1], 'EE');
  const se = Math.sqrt(1 / 3);
  const factor = 7;

  test('normal', () => {
    const result = answered(testMean(fit, { test: 'z' }));
    expect(result).toMatchObject({ kind: 'mean-test', test: 'z', estimate: 3, df: null, level: 0.95 });
    expectClose(result.se, se, 1e-15);
    expectClose(result.statistic, 3 / se, 1e-15);
    expectClose(result.low, 3 - Z * se, 1e-14);
    expectClose(result.high, 3 + Z * se, 1e-14);
  });

  test.each(['knha', 'adhoc'] as const)('%s: the generalised Q over k - 1 scales the variance, t on k - 1', (name) => {
    const result = answered(testMean(fit, { test: name }));
    expect(result.df).toBe(2);
    expectClose(result.se, se * Math.sqrt(factor), 1e-14);
    expectClose(result.low, 3 - T2 * se * Math.sqrt(factor), 1e-13);
    expectClose(result.high, 3 + T2 * se * Math.sqrt(factor), 1e-13);
    const t = result.statistic!;
    expectClose(result.p, 1 - t / Math.sqrt(2 + t * t), 1e-12);
  });

  test('the floor acts where the factor is below 1, and only there', () => {
    const alike = fitted([1, 1.1, 1.2], [1, 1, 1], 'EE');
    expectClose(answered(testMean(alike, { test: 'knha' })).se, se * 0.1, 1e-12);
    expectClose(answered(testMean(alike, { test: 'adhoc' })).se, se, 1e-15);
  });

  test('the level widens the interval', () => {
    const { low, high, level } = answered(testMean(fit, { test: 'z', level: 0.99 }));
    expect(level).toBe(0.99);
    expectClose(high - low, 2 * 2.5758293035489004 * se, 1e-13);
  });
});

describe('laws', () => {
  test.each(TESTS)('%s: the interval excludes 0 exactly when p is below 5 %%', (name) => {
    fc.assert(
      fc.property(someEffects(), ({ yi, vi }) => {
        const { low, high, p, estimate } = answered(testMean(fitted(yi, vi), { test: name }));
        expect(low).toBeLessThanOrEqual(estimate);
        expect(high).toBeGreaterThanOrEqual(estimate);
        if (p !== null && Math.abs(p - 0.05) > 1e-9) expect(low > 0 || high < 0).toBe(p < 0.05);
      }),
    );
  });

  test('the floor never narrows', () => {
    fc.assert(
      fc.property(someEffects(), ({ yi, vi }) => {
        const fit = fitted(yi, vi);
        const se = (name: MeanTest) => answered(testMean(fit, { test: name })).se;
        expectClose(se('adhoc'), Math.max(se('z'), se('knha')), 1e-15);
      }),
    );
  });

  test.each(TESTS)('%s: turning every effect turns the test', (name) => {
    fc.assert(
      fc.property(someEffects(), ({ yi, vi }) => {
        const one = answered(testMean(fitted(yi, vi), { test: name }));
        const other = answered(testMean(fitted(yi.map((y) => -y), vi), { test: name }));
        expectClose(other.low, -one.high, 1e-12, 1e-9);
        expectClose(other.high, -one.low, 1e-12, 1e-9);
        expectClose(other.p, one.p!, 1e-9, 1e-9);
      }),
    );
  });

  test('a prediction interval holds the confidence interval of the same quantiles', () => {
    fc.assert(
      fc.property(someEffects(), ({ yi, vi }) => {
        const fit = fitted(yi, vi);
        for (const name of ['knha', 'adhoc'] as const) {
          const confidence = answered(testMean(fit, { test: name }));
          const prediction = answered(predictionInterval(fit, { test: name }));
          expect(prediction.df).toBe(yi.length - 1);
          expect(prediction.low).toBeLessThanOrEqual(confidence.low + 1e-12);
          expect(prediction.high).toBeGreaterThanOrEqual(confidence.high - 1e-12);
        }
      }),
    );
  });
});

describe('identical effects', () => {
  test('make Hartung-Knapp without the floor infinitely sure', () => {
    const result = answered(testMean(fitted([0.5, 0.5], [1, 2]), { test: 'knha' }));
    expect(result).toMatchObject({ se: 0, statistic: Infinity, p: 0, low: 0.5, high: 0.5 });
    expect(answered(testMean(fitted([-0.5, -0.5], [1, 2]), { test: 'knha' })).statistic).toBe(-Infinity);
  });

  test('of 0 leave its statistic undefined', () => {
    const result = answered(testMean(fitted([0, 0], [1, 2]), { test: 'knha' }));
    expect(result).toMatchObject({ se: 0, statistic: null, p: null });
  });
});

describe('one study', () => {
  const single = answered(fitMeanModel([0.4], [0.25], { method: 'DL', oneStudy: 'equal-effects' }));

  test('has a normal test and no other', () => {
    expectClose(answered(testMean(single, { test: 'z' })).high, 0.4 + Z * 0.5, 1e-14);
    for (const name of ['knha', 'adhoc'] as const) {
      const refusal = { kind: 'no-answer', reason: 'too-few-studies', found: 1, needed: 2, method: name };
      expect(testMean(single, { test: name })).toEqual(refusal);
    }
  });

  test('has a normal prediction at most', () => {
    expect(predictionInterval(single, { test: 'z', df: 'normal' })).toMatchObject({ kind: 'prediction-interval', df: null });
    const refusal = { kind: 'no-answer', reason: 'too-few-studies', found: 1, needed: 2, method: 'DL' };
    for (const df of ['k-1', 'k-2'] as const) expect(predictionInterval(single, { test: 'z', df })).toEqual(refusal);
    expect(predictionInterval(single, { test: 'adhoc', df: 'normal' })).toEqual(refusal);
  });
});

describe('prediction intervals, worked by hand', () => {
  // Equal variances: tau-squared 6, standard error sqrt(7/3).
  const fit = fitted([1, 2, 6], [1, 1, 1]);

  test.each([
    ['normal', Z, null],
    ['k-1', T2, 2],
    ['k-2', T1, 1],
  ] as const)('%s', (df, quantile, degrees) => {
    const interval = answered(predictionInterval(fit, { test: 'z', df }));
    expect(interval).toMatchObject({ df: degrees, level: 0.95 });
    expectClose(interval.low, 3 - quantile * Math.sqrt(7 / 3 + 6), 1e-12);
    expectClose(interval.high, 3 + quantile * Math.sqrt(7 / 3 + 6), 1e-12);
  });

  test('k - 2 is at least 1, so that two studies have an answer', () => {
    expect(predictionInterval(fitted([1, 4], [1, 1]), { test: 'z', df: 'k-2' })).toMatchObject({ df: 1 });
  });

  test('an equal-effects model has none', () => {
    expect(predictionInterval(fitted([1, 2], [1, 1], 'EE'), { test: 'z' })).toMatchObject({
      kind: 'no-answer', reason: 'no-random-effects', found: 2, needed: 2, method: 'EE',
    });
  });
});

test.each(fixture.cases)('metafor $name, $method, level $level: intervals under the floor', (golden) => {
  const { yi, vi } = proportionEffects(golden.xi, golden.ni, { measure: 'PLO' });
  const fit = answered(fitMeanModel(yi, inflateVariances(vi, golden.inflation), { method: golden.method as 'DL' }));
  const options = { test: 'adhoc', level: golden.level } as const;
  const confidence = answered(testMean(fit, options));
  const prediction = answered(predictionInterval(fit, options));
  // The file has 15 digits; metafor stops REML at a change of 1e-12.
  const tolerance = 1e-7;
  expectClose(fit.tauSquared, golden.tau2, tolerance, 1e-3);
  expectClose(confidence.estimate, golden.beta, tolerance, 1e-3);
  expectClose(confidence.se, golden.se, tolerance);
  expect(confidence.df).toBe(golden.df);
  const limits = [confidence.low, confidence.high, prediction.low, prediction.high];
  const expected = [golden['ci.lb'], golden['ci.ub'], golden['pi.lb'], golden['pi.ub']];
  limits.forEach((limit, i) => expectClose(limit, expected[i]!, tolerance, 1e-3));
  const { proportion } = golden;
  const back = [confidence.estimate, ...limits].map((y) => backTransform('PLO', y));
  const names = ['est', 'ci.lb', 'ci.ub', 'pi.lb', 'pi.ub'] as const;
  names.forEach((name, i) => expectClose(back[i]!, proportion[name], tolerance));
});

test('two-sided p', () => {
  expect(twoSidedP(0, null)).toBe(1);
  expect(twoSidedP(Infinity, 3)).toBe(0);
  expectClose(twoSidedP(-Z, null), 0.05, 1e-13);
  expectClose(twoSidedP(1, 1), 0.5, 1e-14);
});

describe('misuse throws', () => {
  const fit = fitted([1, 2, 6], [1, 1, 1]);

  test.each([0, 1, -0.5, 95, NaN])('level %s', (level) => {
    expect(() => testMean(fit, { test: 'z', level })).toThrow(`testMean: level must lie between 0 and 1, but is ${level}`);
    expect(() => predictionInterval(fit, { test: 'z', level })).toThrow(RangeError);
  });

  test('an unknown test or quantile', () => {
    expect(() => testMean(fit, { test: 't' as 'z' })).toThrow(/test must be one of z, knha, adhoc/);
    expect(() => predictionInterval(fit, { test: 't' as 'z' })).toThrow(/test must be one of z, knha, adhoc/);
    expect(() => predictionInterval(fit, { test: 'z', df: 'k' as 'k-1' })).toThrow(/df must be one of normal, k-1, k-2/);
  });
});
