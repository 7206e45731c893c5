import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { funnelRegression, type FunnelPredictor } from '../../src/stats/funnel-regression.js';
import { harbordTest } from '../../src/stats/harbord-test.js';
import { metaRegression } from '../../src/stats/meta-regression.js';
import { petersTest } from '../../src/stats/peters-test.js';
import { rankCorrelationTest } from '../../src/stats/rank-correlation-test.js';
import { fixture } from './support/beyond-the-pool.js';
import { expectClose } from './support/close-to.js';
import { answered } from './support/studies.js';
import { tidyEffects } from './support/tidy-effects.js';

const { yi, vi, ni } = fixture;

describe('funnel regression', () => {
  test.each(fixture.funnels)('$predictor, $model, against R', ({ predictor, model, ...expected }) => {
    const dispersion = model === 'lm' ? 'multiplicative' : 'additive';
    const answer = answered(funnelRegression(yi, vi, { predictor, dispersion, sizes: ni, method: 'DL' }));
    const { slope, intercept, limit } = answer;
    const near = (actual: number | null, value: number): void => expectClose(actual, value, 1e-11);
    near(intercept.estimate, expected.b0);
    near(intercept.se, expected['b0.se']);
    near(slope.estimate, expected.b1);
    near(slope.se, expected['b1.se']);
    near(slope.statistic, expected.stat);
    near(slope.p, expected.pval);
    expect(answer).toMatchObject({ kind: 'funnel-regression', predictor, dispersion, k: 7, df: model === 'lm' ? 5 : null });
    expect(answer.tauSquared === null).toBe(model === 'lm');
    const grows = predictor === 'ni' || predictor === 'sqrtni';
    expect(limit).toEqual(grows ? null : { estimate: intercept.estimate, low: intercept.low, high: intercept.high });
  });

  test("by default it is Egger's test: effect/se on 1/se, unweighted, with slope and intercept exchanged", () => {
    const se = vi.map(Math.sqrt);
    const [x, y] = [se.map((s) => 1 / s), yi.map((effect, i) => effect / se[i]!)];
    const egger = answered(metaRegression(y, y.map(() => 1), [x], { method: 'EE', test: 'knha' }));
    const answer = answered(funnelRegression(yi, vi));
    expect(answer).toMatchObject({ predictor: 'sei', dispersion: 'multiplicative' });
    expectClose(answer.slope.estimate, egger.coefficients[0]!.estimate, 1e-12);
    expectClose(answer.slope.p, egger.coefficients[0]!.p!, 1e-11);
    expectClose(answer.intercept.se, egger.coefficients[1]!.se, 1e-12);
  });

  test('REML and the normal test at 95 % by default under additive dispersion; others on request', () => {
    const answer = answered(funnelRegression(yi, vi, { dispersion: 'additive' }));
    const reml = answered(metaRegression(yi, vi, [vi.map(Math.sqrt)], { method: 'REML', test: 'z', level: 0.95 }));
    expect(answer.slope).toEqual(reml.coefficients[1]);
    const knha = answered(funnelRegression(yi, vi, { dispersion: 'additive', test: 'knha', level: 0.8 }));
    expect(knha.df).toBe(5);
    const expected = answered(metaRegression(yi, vi, [vi.map(Math.sqrt)], { method: 'REML', test: 'knha', level: 0.8 }));
    expect(knha.slope).toEqual(expected.coefficients[1]);
  });

  test('effects turned round turn the slope round', () => {
    fc.assert(
      fc.property(tidyEffects(), (effects) => {
        fc.pre(effects.yi.length >= 3 && Math.max(...effects.vi) > 1.1 * Math.min(...effects.vi));
        const there = answered(funnelRegression(effects.yi, effects.vi));
        const back = answered(funnelRegression(effects.yi.map((y) => -y), effects.vi));
        expectClose(back.slope.estimate, -there.slope.estimate, 1e-9, 1e-9);
        expectClose(back.slope.p, there.slope.p!, 1e-9, 1e-9);
      }),
      { numRuns: 30 },
    );
  });

  test('variances and standard errors need no sizes', () => {
    expect(answered(funnelRegression(yi, vi, { predictor: 'vi' })).predictor).toBe('vi');
    expect(answered(funnelRegression(yi, vi, { predictor: 'sei' })).predictor).toBe('sei');
  });

  test('no answer: two studies, equal variances', () => {
    expect(funnelRegression([1, 2], [1, 2])).toMatchObject({ reason: 'too-few-studies', found: 2, needed: 3 });
    expect(funnelRegression([1, 2, 3], [2, 2, 2])).toMatchObject({ reason: 'collinear-moderators' });
  });

  test.each([
    ['no sizes', { predictor: 'ninv' as const }],
    ['sizes of other studies', { predictor: 'ni' as const, sizes: [1] }],
    ['a size of 0', { predictor: 'sqrtni' as const, sizes: [0, 1, 2, 3, 4, 5, 6] }],
    ['a size that is not finite', { predictor: 'sqrtninv' as const, sizes: [Infinity, 1, 2, 3, 4, 5, 6] }],
    ['an unknown predictor', { predictor: 'year' as FunnelPredictor }],
    ['an unknown dispersion', { dispersion: 'none' as 'additive' }],
  ])('misuse: %s', (_, options) => expect(() => funnelRegression(yi, vi, options)).toThrow(RangeError));

  test('misuse: variances of other studies', () => expect(() => funnelRegression(yi, [1])).toThrow(RangeError));
});

// Expected numbers: lm() of R 4.2.2 on the regressions named in the comments of the functions.
describe("Peters' test", () => {
  const effects = [-1.1, -0.85, -0.41, 0];

  test('against R', () => {
    const answer = answered(petersTest(effects, [4, 9, 16, 10], [16, 30, 40, 20]));
    expectClose(answer.intercept.estimate, -0.3909386791, 1e-9);
    expectClose(answer.slope.estimate, -3.6592288107, 1e-9);
    expectClose(answer.slope.se, 19.085551628, 1e-9);
    expectClose(answer.slope.p, 0.8656570213, 1e-9);
    expect(answer).toMatchObject({ kind: 'asymmetry-test', k: 4, df: 2 });
  });

  test('studies without events, or with nothing but events, are left out', () => {
    const all = answered(petersTest([...effects, -3, 3], [4, 9, 16, 10, 0, 7], [16, 30, 40, 20, 10, 7]));
    expect(all).toEqual(answered(petersTest(effects, [4, 9, 16, 10], [16, 30, 40, 20])));
    expect(petersTest([1, 2, 3], [0, 1, 1], [2, 2, 3])).toMatchObject({ reason: 'too-few-studies', found: 2 });
    expect(petersTest(effects, [4, 9, 6, 10], [20, 20, 20, 20])).toMatchObject({ reason: 'collinear-moderators' });
  });

  test('the level sets the interval; misuse is refused', () => {
    const [events, totals] = [[4, 9, 16, 10], [16, 30, 40, 20]];
    const [narrow, wide] = [0.5, 0.9].map((level) => answered(petersTest(effects, events, totals, level)));
    expect(wide!.slope.high).toBeGreaterThan(narrow!.slope.high);
    expect(() => petersTest([1], [1, 2], [3, 4])).toThrow(RangeError);
    expect(() => petersTest([1, 2], [1, 5], [3, 4])).toThrow(RangeError);
    expect(() => petersTest([1, 2], [1, 2], [3, 4], 95)).toThrow(RangeError);
  });
});

describe("Harbord's test", () => {
  const counts = { ai: [1, 4, 9, 20], n1i: [10, 20, 50, 100], ci: [4, 6, 10, 21], n2i: [10, 20, 50, 100] };

  test('against R', () => {
    const answer = answered(harbordTest(counts));
    expectClose(answer.intercept.estimate, 0.6550908347, 1e-9);
    expectClose(answer.slope.estimate, -1.8461976115, 1e-9);
    expectClose(answer.slope.se, 0.5129611614, 1e-9);
    expectClose(answer.slope.p, 0.06927333733, 1e-9);
    expect(answer).toMatchObject({ kind: 'asymmetry-test', k: 4, df: 2 });
  });

  test('groups exchanged turn everything round, of unequal size too', () => {
    const unequal = { ...counts, n2i: [12, 25, 40, 90] };
    const there = answered(harbordTest(unequal));
    const back = answered(harbordTest({ ai: unequal.ci, n1i: unequal.n2i, ci: unequal.ai, n2i: unequal.n1i }));
    expectClose(back.slope.estimate, -there.slope.estimate, 1e-11);
    expectClose(back.intercept.estimate, -there.intercept.estimate, 1e-11);
    expectClose(back.slope.se, there.slope.se, 1e-11);
  });

  test('studies without events, or with nothing but events, are left out', () => {
    const { ai, n1i, ci, n2i } = counts;
    const more = { ai: [...ai, 0, 5], n1i: [...n1i, 9, 5], ci: [...ci, 0, 6], n2i: [...n2i, 9, 6] };
    expect(harbordTest(more)).toEqual(harbordTest(counts));
    expect(harbordTest({ ai: [1, 2], n1i: [3, 4], ci: [1, 1], n2i: [3, 4] })).toMatchObject({ reason: 'too-few-studies' });
  });

  test('misuse is refused', () => {
    expect(() => harbordTest({ ...counts, ai: [11, 4, 9, 20] })).toThrow(RangeError);
    expect(() => harbordTest({ ...counts, ci: [11, 4, 9, 20] })).toThrow(RangeError);
    expect(() => harbordTest({ ...counts, ci: [1], n2i: [2] })).toThrow(RangeError);
    expect(() => harbordTest(counts, 95)).toThrow(RangeError);
    const [narrow, wide] = [0.5, 0.9].map((level) => answered(harbordTest(counts, level)));
    expect(wide!.slope.high).toBeGreaterThan(narrow!.slope.high);
  });
});

describe('rank correlation test', () => {
  test.each([
    ['untied', true],
    ['tied', false],
    ['uneven', true],
    ['central', false],
  ] as const)('%s studies, against R', (name, exact) => {
    const expected = fixture.ranks[name];
    const answer = answered(rankCorrelationTest(expected.yi, expected.vi));
    expectClose(answer.tau, expected.tau, 1e-13);
    expectClose(answer.p, expected.pval, 1e-12);
    expect(answer).toMatchObject({ kind: 'rank-correlation-test', k: expected.yi.length, exact });
  });

  test('beyond 200 studies p is the normal approximation', () => {
    const many = Array.from({ length: 201 }, (_, i) => i);
    const noisy = many.map((i) => Math.sin(i * i));
    const variances = many.map((i) => 1 + i / 100);
    expect(answered(rankCorrelationTest(noisy, variances)).exact).toBe(false);
    expect(answered(rankCorrelationTest(noisy.slice(1), variances.slice(1))).exact).toBe(true);
  });

  test('no answer: one study, equal variances, a variance of 0', () => {
    expect(rankCorrelationTest([1], [1])).toEqual({ kind: 'no-answer', reason: 'too-few-studies', found: 1, needed: 2 });
    expect(rankCorrelationTest([], [])).toMatchObject({ reason: 'no-studies' });
    expect(rankCorrelationTest([1, 2, 3], [2, 2, 2])).toEqual({ kind: 'no-answer', reason: 'not-estimable', found: 1, needed: 2 });
    expect(rankCorrelationTest([1, 2], [0, 2])).toMatchObject({ reason: 'zero-variance' });
    expect(answered(rankCorrelationTest([1, 2], [1, 2])).p).toBe(1);
    expect(() => rankCorrelationTest([1], [1, 2])).toThrow(RangeError);
  });
});
