import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { chiSquaredQuantile } from '../../src/stats/distributions.js';
import { GENERALISED_Q_SETTINGS } from '../../src/stats/generalised-q.js';
import { fitMeanModel } from '../../src/stats/mean-model.js';
import { qProfileInterval } from '../../src/stats/q-profile.js';
import { expectClose } from './support/close-to.js';
import { answered, someEffects } from './support/studies.js';

describe('the Q-profile interval', () => {
  test('with equal variances is the classical interval of a variance, less the sampling variance', () => {
    const interval = answered(qProfileInterval([1, 2, 6], [0.5, 0.5, 0.5]));
    // 14 is the sum of squares; on two degrees of freedom the quantiles are -2 log of the upper tail.
    const [low, high] = [14 / (-2 * Math.log(0.025)) - 0.5, 14 / (-2 * Math.log(0.975)) - 0.5];
    expectClose(interval.tauSquared.low, low, 1e-13);
    expectClose(interval.tauSquared.high, high, 1e-13);
    expectClose(interval.tau.high, Math.sqrt(high), 1e-13);
    expectClose(interval.iSquared.low, (100 * low) / (low + 0.5), 1e-13);
    expectClose(interval.hSquared.high, high / 0.5 + 1, 1e-13);
    expect(interval).toMatchObject({ kind: 'heterogeneity-interval', level: 0.95, empty: false });
  });

  test('takes the level', () => {
    const { tauSquared, level } = answered(qProfileInterval([1, 2, 6], [0.5, 0.5, 0.5], { level: 0.5 }));
    expect(level).toBe(0.5);
    expectClose(tauSquared.low, 14 / (-2 * Math.log(0.25)) - 0.5, 1e-13);
  });

  test('holds the Paule-Mandel estimate, and grows with the level', () => {
    fc.assert(
      fc.property(someEffects(), ({ yi, vi }) => {
        const { tauSquared } = answered(fitMeanModel(yi, vi, { method: 'PM' }));
        const wide = answered(qProfileInterval(yi, vi));
        const narrow = answered(qProfileInterval(yi, vi, { level: 0.8 }));
        expect(wide.tauSquared.low).toBeLessThanOrEqual(tauSquared * (1 + 1e-9));
        expect(narrow.tauSquared.low).toBeGreaterThanOrEqual(wide.tauSquared.low * (1 - 1e-9));
        expect(narrow.tauSquared.high).toBeLessThanOrEqual(wide.tauSquared.high * (1 + 1e-9));
        if (wide.tauSquared.high > 0) expect(wide.tauSquared.high).toBeGreaterThanOrEqual(tauSquared * (1 - 1e-9));
      }),
    );
  });

  test('is empty where effects agree better than chance allows', () => {
    const { empty, tauSquared, hSquared, iSquared } = answered(qProfileInterval([1, 1, 1], [0.5, 0.5, 0.5]));
    expect(empty).toBe(true);
    expect(tauSquared).toEqual({ low: 0, high: 0 });
    expect(iSquared).toEqual({ low: 0, high: 0 });
    expect(hSquared).toEqual({ low: 1, high: 1 });
    const leastQ = chiSquaredQuantile(0.025, 1);
    const apart = (q: number) => answered(qProfileInterval([0, Math.sqrt(2 * q)], [1, 1])).empty;
    expect(apart(leastQ * 0.999)).toBe(true);
    expect(apart(leastQ * 1.001)).toBe(false);
  });

  test('needs two studies with variances above 0', () => {
    const method = 'Q-profile';
    expect(qProfileInterval([], [])).toEqual({ kind: 'no-answer', reason: 'no-studies', found: 0, needed: 2, method });
    expect(qProfileInterval([1], [1])).toEqual({ kind: 'no-answer', reason: 'too-few-studies', found: 1, needed: 2, method });
    expect(qProfileInterval([1, 2, 3], [1, 0, 2])).toEqual({
      kind: 'no-answer', reason: 'zero-variance', found: 2, needed: 3, method,
    });
  });

  describe('says which search ended early', () => {
    const { maxIterations } = GENERALISED_Q_SETTINGS;
    afterEach(() => {
      GENERALISED_Q_SETTINGS.maxIterations = maxIterations;
    });

    test.each([
      ['that of the lower limit', [1, 2, 9]],
      ['that of the upper limit, where the lower one is 0 at once', [1, 2, 2.5]],
    ])('%s', (_, yi) => {
      GENERALISED_Q_SETTINGS.maxIterations = 1;
      expect(qProfileInterval(yi, [0.5, 0.6, 0.7])).toEqual({
        kind: 'no-answer', reason: 'did-not-converge', found: 1, needed: 1, method: 'Q-profile', iterations: 1,
      });
    });
  });

  test.each([
    ['yi and vi must have one entry a study', [1], [1, 2], 0.95],
    ['yi[0] must be a finite number', [NaN, 1], [1, 2], 0.95],
    ['vi[1] must be a finite number of at least 0', [1, 1], [1, -2], 0.95],
    ['level must lie between 0 and 1, but is 95', [1, 1], [1, 2], 95],
  ])('misuse throws: %s', (message, yi, vi, level) => {
    expect(() => qProfileInterval(yi, vi, { level })).toThrow(RangeError);
    expect(() => qProfileInterval(yi, vi, { level })).toThrow(`qProfileInterval: ${message}`);
  });
});
