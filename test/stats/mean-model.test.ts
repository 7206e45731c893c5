import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { centreStudies, weightedSums } from '../../src/stats/centred-studies.js';
import { GENERALISED_Q_SETTINGS } from '../../src/stats/generalised-q.js';
import { fitMeanModel, POOLING_METHODS } from '../../src/stats/mean-model.js';
import { proportionEffects } from '../../src/stats/proportion-effects.js';
import { TAU_SQUARED_ESTIMATORS } from '../../src/stats/tau-squared.js';
import { VARIANCE_LIKELIHOOD_SETTINGS } from '../../src/stats/variance-likelihood.js';
import { expectClose } from './support/close-to.js';
import { answered, someCounts, someEffects, type Effects } from './support/studies.js';

const RANDOM_EFFECTS = POOLING_METHODS.filter((method) => method !== 'EE');
const STUDIES: Effects = { yi: [0.1, 0.3, 0.8, -0.2], vi: [0.02, 0.03, 0.05, 0.04] };

const pool = ({ yi, vi }: Effects, method: (typeof POOLING_METHODS)[number]) =>
  answered(fitMeanModel(yi, vi, { method }));

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

test('the methods are those that metafor names', () => {
  expect(POOLING_METHODS).toEqual(['EE', 'DL', 'HE', 'HS', 'SJ', 'ML', 'REML', 'EB', 'PM']);
});

describe('closed forms, worked by hand', () => {
  const yi = [1, 2, 6];
  const vi = [1, 1, 2];

  test('equal effects weigh by inverse variance', () => {
    const fit = pool({ yi, vi }, 'EE');
    expectClose(fit.estimate, (1 + 2 + 3) / 2.5, 1e-15);
    expectClose(fit.se, Math.sqrt(1 / 2.5), 1e-15);
    fit.weights.forEach((weight, i) => expectClose(weight, [40, 40, 20][i]!, 1e-14));
    const q = 1.4 ** 2 + 0.4 ** 2 + 3.6 ** 2 / 2;
    expectClose(fit.q, q, 1e-14);
    expectClose(fit.generalisedQ, q, 1e-14);
    expectClose(fit.qP, Math.exp(-q / 2), 1e-13);
    expectClose(fit.typicalVariance, 2 / (2.5 - 2.25 / 2.5), 1e-14);
    expectClose(fit.iSquared, (100 * (q - 2)) / q, 1e-13);
    expectClose(fit.hSquared, q / 2, 1e-14);
    expect(fit).toMatchObject({
      kind: 'mean-model', method: 'EE', k: 3, qDf: 2, tauSquared: 0, tauSquaredSe: null, fitStatistics: null,
      iterations: 0, maxima: 1,
    });
  });

  test.each([
    ['DL', (1.4 ** 2 + 0.4 ** 2 + 3.6 ** 2 / 2 - 2) / (2.5 - 2.25 / 2.5)],
    ['HE', 7 - 4 / 3],
    ['HS', (1.4 ** 2 + 0.4 ** 2 + 3.6 ** 2 / 2 - 3) / 2.5],
  ] as const)('%s', (method, tauSquared) => {
    const fit = pool({ yi, vi }, method);
    expectClose(fit.tauSquared, tauSquared, 1e-14);
    const w = vi.map((v) => 1 / (v + tauSquared));
    expectClose(fit.estimate, sum(yi.map((y, i) => y * w[i]!)) / sum(w), 1e-14);
    expectClose(fit.se, 1 / Math.sqrt(sum(w)), 1e-14);
    const typical = 2 / (2.5 - 2.25 / 2.5);
    expectClose(fit.iSquared, (100 * tauSquared) / (tauSquared + typical), 1e-13);
    expectClose(fit.hSquared, tauSquared / typical + 1, 1e-13);
  });

  test('with equal variances every estimator is a variance of the effects less the sampling variance', () => {
    const equal = { yi: [1, 2, 6], vi: [0.5, 0.5, 0.5] };
    const [s2, k] = [7, 3];
    const expected = {
      DL: s2 - 0.5, HE: s2 - 0.5, HS: (s2 * (k - 1)) / k - 0.5, REML: s2 - 0.5, EB: s2 - 0.5, PM: s2 - 0.5,
      ML: (s2 * (k - 1)) / k - 0.5,
    };
    for (const [method, tauSquared] of Object.entries(expected)) {
      expectClose(pool(equal, method as 'DL').tauSquared, tauSquared, 1e-13);
      // A variance on k - 1 degrees of freedom; ML and HS divide by k.
      const divisor = method === 'ML' ? k : k - 1;
      const total = 0.5 + tauSquared;
      const se = method === 'HS' ? (total * Math.sqrt(2 * (k - 1))) / k : total * Math.sqrt(2 / divisor);
      expectClose(pool(equal, method as 'DL').tauSquaredSe, se, 1e-13);
    }
    const start = (s2 * (k - 1)) / k;
    const sj = pool(equal, 'SJ');
    expectClose(sj.tauSquared, (start * s2) / (0.5 + start), 1e-14);
    expectClose(sj.tauSquaredSe, ((start * (0.5 + sj.tauSquared)) / (0.5 + start)) * Math.sqrt(2 / (k - 1)), 1e-13);
  });

  test('with equal variances the log-likelihoods are those of a normal sample', () => {
    const equal = { yi: [1, 2, 6], vi: [0.5, 0.5, 0.5] };
    const total = 14 / 3;
    const ml = pool(equal, 'ML').fitStatistics!;
    expectClose(ml.logLikelihood, -1.5 * (Math.log(2 * Math.PI * total) + 1), 1e-13);
    expectClose(ml.deviance, 3 * (1 + Math.log(total / 0.5)), 1e-13);
    expectClose(ml.aic, 4 - 2 * ml.logLikelihood, 1e-14);
    expectClose(ml.bic, 2 * Math.log(3) - 2 * ml.logLikelihood, 1e-14);
    expectClose(ml.aicc, (2 * 2 * 4) / 1 - 2 * ml.logLikelihood, 1e-14);
    const reml = pool(equal, 'REML').fitStatistics!;
    expectClose(reml.logLikelihood, -(Math.log(2 * Math.PI * 7) + 1), 1e-13);
    expectClose(reml.deviance, -2 * reml.logLikelihood, 1e-15);
    expectClose(reml.bic, 2 * Math.log(2) - 2 * reml.logLikelihood, 1e-14);
    const six = pool({ yi: [1, 2, 6, 3, 8, 2], vi: [1, 1, 1, 1, 1, 1] }, 'ML').fitStatistics!;
    expectClose(six.aicc, (2 * 2 * 6) / 3 - 2 * six.logLikelihood, 1e-14);
  });
});

/** metafor 3.8.1: rma(c(0.1, 0.3, 0.8, -0.2), c(0.02, 0.03, 0.05, 0.04)), the iterated ones at a threshold of 1e-14. */
test.each([
  ['DL', 0.0979577464788732, 0.108786504473983],
  ['SJ', 0.132116337088333, 0.107937256248715],
  ['EB', 0.131987384782367, 0.13573167104136],
  ['PM', 0.131987384782367, 0.13573167104136],
] as const)('%s of four unequal studies has the standard error that R gives it', (method, tauSquared, se) => {
  const fit = pool(STUDIES, method);
  expectClose(fit.tauSquared, tauSquared, 1e-13);
  expectClose(fit.tauSquaredSe, se, 1e-13);
});

test.each(POOLING_METHODS)('%s: the estimate says what it is', (method) => {
  const studies = centreStudies(STUDIES.yi, STUDIES.vi);
  const estimate = TAU_SQUARED_ESTIMATORS[method](studies, weightedSums(studies, 0));
  expect(estimate.kind).toBe('tau-squared');
});

test.each(['ML', 'REML'] as const)('%s takes about eight evaluations, wide spreads of variances included', (method) => {
  const sets = Array.from({ length: 40 }, (_, i) => {
    const studies = [...new Array<number>(2 + ((i + 1) % 7)).keys()];
    return {
      yi: studies.map((j) => 3 * Math.sin((i + 1) * (j + 1))),
      vi: studies.map((j) => 10 ** (2 * Math.sin(i + 1 + 7 * j))),
    };
  });
  expect(sum(sets.map((effects) => pool(effects, method).iterations)) / sets.length).toBeLessThan(9);
});

describe('laws of every method', () => {
  test.each(POOLING_METHODS)('%s: the order of studies does not matter', (method) => {
    fc.assert(
      fc.property(someEffects(), ({ yi, vi }) => {
        const one = pool({ yi, vi }, method);
        const other = pool({ yi: yi.toReversed(), vi: vi.toReversed() }, method);
        expectClose(other.estimate, one.estimate, 1e-9, 1e-3);
        expectClose(other.tauSquared, one.tauSquared, 1e-8, 1e-6);
        expectClose(other.q, one.q, 1e-9, 1e-9);
        other.weights.toReversed().forEach((weight, i) => expectClose(weight, one.weights[i]!, 1e-7));
      }),
    );
  });

  test.each(POOLING_METHODS)('%s: rescaling effects rescales all by its power', (method) => {
    fc.assert(
      fc.property(someEffects(), ({ yi, vi }) => {
        const one = pool({ yi, vi }, method);
        const other = pool({ yi: yi.map((y) => 4 * y), vi: vi.map((v) => 16 * v) }, method);
        expectClose(other.estimate, 4 * one.estimate, 1e-12, 1e-9);
        expectClose(other.se, 4 * one.se, 1e-12);
        expectClose(other.tauSquared, 16 * one.tauSquared, 1e-12, 1e-12);
        expectClose(other.q, one.q, 1e-12, 1e-12);
        expectClose(other.iSquared, one.iSquared, 1e-12, 1e-9);
      }),
    );
  });

  test.each(POOLING_METHODS)('%s: shifting effects shifts the estimate alone', (method) => {
    fc.assert(
      fc.property(someEffects(), ({ yi, vi }) => {
        const one = pool({ yi, vi }, method);
        const other = pool({ yi: yi.map((y) => y + 2), vi }, method);
        expectClose(other.estimate, one.estimate + 2, 1e-7, 1);
        expectClose(other.tauSquared, one.tauSquared, 1e-7, 1e-6);
      }),
    );
  });

  test.each(POOLING_METHODS)('%s: the estimate lies between the extremes, weights are shares, I2 and H2 agree', (method) => {
    fc.assert(
      fc.property(someEffects(), ({ yi, vi }) => {
        const fit = pool({ yi, vi }, method);
        expect(fit.estimate).toBeGreaterThanOrEqual(Math.min(...yi) - 1e-12);
        expect(fit.estimate).toBeLessThanOrEqual(Math.max(...yi) + 1e-12);
        expectClose(sum(fit.weights), 100, 1e-13);
        expect(fit.tauSquared).toBeGreaterThanOrEqual(0);
        expect(fit.iSquared).toBeGreaterThanOrEqual(0);
        expect(fit.iSquared).toBeLessThan(100);
        if (method !== 'EE') expectClose(fit.iSquared, 100 * (1 - 1 / fit.hSquared), 1e-9, 1e-3);
        expect(fit.generalisedQ).toBeLessThanOrEqual(fit.q * (1 + 1e-12));
      }),
    );
  });

  test.each(POOLING_METHODS)('%s: identical studies give tau-squared 0 and that effect', (method) => {
    fc.assert(
      fc.property(someEffects(), ({ yi, vi }) => {
        const fit = pool({ yi: vi.map(() => yi[0]!), vi }, method);
        expect(fit.tauSquared).toBe(0);
        expect(fit.estimate).toBe(yi[0]! + 0);
        expect(fit.q).toBe(0);
        expect(fit.qP).toBe(1);
        expect(fit.iSquared).toBe(0);
        expect(fit.hSquared).toBe(method === 'EE' ? 0 : 1);
      }),
    );
  });

  test.each(POOLING_METHODS)('%s: events and non-events mirror each other on the logit scale', (method) => {
    fc.assert(
      fc.property(someCounts(), ({ events, totals }) => {
        const logits = (x: number[]) => proportionEffects(x, totals, { measure: 'PLO' });
        const one = logits(events);
        const other = logits(events.map((x, i) => totals[i]! - x));
        const fit = answered(fitMeanModel(one.yi, one.vi, { method }));
        const mirrored = answered(fitMeanModel(other.yi, other.vi, { method }));
        expectClose(mirrored.estimate, -fit.estimate, 1e-8, 1e-2);
        expectClose(mirrored.tauSquared, fit.tauSquared, 1e-7, 1e-6);
      }),
    );
  });
});

describe('what cannot be answered', () => {
  test.each(POOLING_METHODS)('%s: no studies', (method) => {
    expect(fitMeanModel([], [], { method })).toEqual({
      kind: 'no-answer', reason: 'no-studies', found: 0, needed: method === 'EE' ? 1 : 2, method,
    });
  });

  test.each(RANDOM_EFFECTS)('%s: one study says nothing about the variance between studies', (method) => {
    const answer = fitMeanModel([0.4], [0.1], { method });
    expect(answer).toEqual({ kind: 'no-answer', reason: 'too-few-studies', found: 1, needed: 2, method });
  });

  test.each(POOLING_METHODS)('%s: one study is its own pool where asked for', (method) => {
    const fit = answered(fitMeanModel([0.4], [0.25], { method, oneStudy: 'equal-effects' }));
    expect(fit).toMatchObject({
      method, k: 1, estimate: 0.4, se: 0.5, tauSquared: 0, tauSquaredSe: null, weights: [100],
      q: 0, qDf: 0, qP: 1, iSquared: 0, hSquared: 1, typicalVariance: 0,
    });
  });

  test('asking for equal effects of one study changes nothing for several', () => {
    const { yi, vi } = STUDIES;
    const asked = fitMeanModel(yi, vi, { method: 'DL', oneStudy: 'equal-effects' });
    expect(asked).toEqual(fitMeanModel(yi, vi, { method: 'DL' }));
    expect(answered(asked).tauSquared).toBeGreaterThan(0);
  });

  test('EE answers one study without being asked twice', () => {
    expect(answered(fitMeanModel([0.4], [0.25], { method: 'EE' })).estimate).toBe(0.4);
  });

  test.each(POOLING_METHODS)('%s: a variance of 0 has no weight; the usable ones are counted', (method) => {
    expect(fitMeanModel([1, 2, 3], [0, 0.1, 0], { method })).toEqual({
      kind: 'no-answer', reason: 'zero-variance', found: 1, needed: 3, method,
    });
  });
});

describe('an iteration that is stopped early is reported', () => {
  const { maxIterations } = GENERALISED_Q_SETTINGS;
  const { maxEvaluations } = VARIANCE_LIKELIHOOD_SETTINGS;
  afterEach(() => {
    GENERALISED_Q_SETTINGS.maxIterations = maxIterations;
    VARIANCE_LIKELIHOOD_SETTINGS.maxEvaluations = maxEvaluations;
  });

  test.each(['ML', 'REML', 'EB', 'PM'] as const)('%s, with its iterations', (method) => {
    GENERALISED_Q_SETTINGS.maxIterations = 1;
    VARIANCE_LIKELIHOOD_SETTINGS.maxEvaluations = 1;
    const answer = fitMeanModel(STUDIES.yi, STUDIES.vi, { method });
    expect(answer).toMatchObject({ kind: 'no-answer', reason: 'did-not-converge', method });
    expect((answer as { iterations: number }).iterations).toBeGreaterThan(0);
  });
});

describe('misuse throws', () => {
  test.each([
    ['yi and vi must have one entry a study, but have 1 and 2', [1], [1, 2]],
    ['yi[1] must be a finite number, but is Infinity', [1, Infinity], [1, 2]],
    ['yi[0] must be a finite number, but is NaN', [NaN, 1], [1, 2]],
    ['vi[1] must be a finite number of at least 0, but is -0.5', [1, 2], [1, -0.5]],
    ['vi[0] must be a finite number of at least 0, but is NaN', [1, 2], [NaN, 1]],
  ])('%s', (message, yi, vi) => {
    expect(() => fitMeanModel(yi, vi, { method: 'DL' })).toThrow(RangeError);
    expect(() => fitMeanModel(yi, vi, { method: 'DL' })).toThrow(`fitMeanModel: ${message}`);
  });

  test('an unknown method', () => {
    expect(() => fitMeanModel([1], [1], { method: 'FE' as 'EE' })).toThrow(/method must be one of EE, DL/);
  });
});

test('nothing given is changed, and the fit is plain data', () => {
  const yi = Object.freeze([...STUDIES.yi]);
  const vi = Object.freeze([...STUDIES.vi]);
  const fit = fitMeanModel(yi, vi, { method: 'REML' });
  expect(JSON.parse(JSON.stringify(fit))).toEqual(fit);
});

test('100,000 studies take no more evaluations than fifty', () => {
  const yi = Array.from({ length: 100_000 }, (_, i) => Math.sin(i));
  const vi = Array.from({ length: 100_000 }, (_, i) => 0.1 + 0.05 * Math.cos(i / 3));
  for (const method of ['ML', 'REML', 'EB', 'PM'] as const) {
    const fit = pool({ yi, vi }, method);
    expect(fit.iterations).toBeLessThan(20);
    expectClose(sum(fit.weights), 100, 1e-11);
  }
});

test('weights over eleven orders of magnitude keep the digits of Q, the typical variance and DL', () => {
  const vi = [1, 1e3, 1e-8, 1e-2];
  const yi = [-1, 4, 0.25, 0.5];
  // Exact in rational arithmetic: with w = 1/v, sums of w, of pairs and of squared differences.
  const w = vi.map((v) => 1 / v);
  let pairs = 0;
  let spread = 0;
  for (let i = 0; i < 4; i++) {
    for (let j = 0; j < i; j++) {
      pairs += 2 * w[i]! * w[j]!;
      spread += w[i]! * w[j]! * (yi[i]! - yi[j]!) ** 2;
    }
  }
  const fit = pool({ yi, vi }, 'DL');
  expectClose(fit.q, spread / sum(w), 1e-14);
  expectClose(fit.typicalVariance, (3 * sum(w)) / pairs, 1e-14);
  const tauSquared = (spread / sum(w) - 3) / (pairs / sum(w));
  expectClose(fit.tauSquared, tauSquared, 1e-13);
  // The standard error is that of a quadratic form, 2 trace (P S P S), in which the share of all others counts.
  let trace = 0;
  const others = w.map((_, i) => sum(w.filter((_other, j) => j !== i)));
  for (let i = 0; i < 4; i++) {
    const s = vi[i]! + tauSquared;
    trace += ((w[i]! * s * others[i]!) / sum(w)) ** 2;
    for (let j = 0; j < 4; j++) {
      if (j !== i) trace += (s * (vi[j]! + tauSquared) * (w[i]! * w[j]!) ** 2) / sum(w) ** 2;
    }
  }
  expectClose(fit.tauSquaredSe, Math.sqrt(2 * trace) / (pairs / sum(w)), 1e-12);
});
