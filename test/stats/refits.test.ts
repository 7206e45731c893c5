import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { baujat } from '../../src/stats/baujat.js';
import { cumulativePool } from '../../src/stats/cumulative.js';
import { influence } from '../../src/stats/influence.js';
import { leaveOneOut } from '../../src/stats/leave-one-out.js';
import { fitMeanModel } from '../../src/stats/mean-model.js';
import { poolAndTest } from '../../src/stats/pool-and-test.js';
import { fixture } from './support/beyond-the-pool.js';
import { expectClose } from './support/close-to.js';
import { answered } from './support/studies.js';
import { tidyEffects } from './support/tidy-effects.js';

const YI = [0, 1, 5];
const VI = [1, 1, 1];

describe('pool and test', () => {
  test('one study has the normal test, more have the one asked for', () => {
    expect(poolAndTest([1], [2], { method: 'REML', test: 'adhoc' })).toMatchObject({ kind: 'pooled-mean', mean: { test: 'z' } });
    expect(poolAndTest([1, 2], [2, 1], { method: 'REML', test: 'adhoc' })).toMatchObject({ mean: { test: 'adhoc' } });
    expect(poolAndTest([1, 2], [2, 1], { method: 'REML' })).toMatchObject({ mean: { test: 'z', level: 0.95 } });
    expect(poolAndTest([1, 2], [2, 1], { method: 'REML', level: 0.8 })).toMatchObject({ mean: { level: 0.8 } });
    expect(poolAndTest([], [], { method: 'REML' })).toMatchObject({ reason: 'no-studies' });
  });
});

describe('leave one out', () => {
  test('worked by hand', () => {
    const answer = answered(leaveOneOut(YI, VI, { method: 'EE' }));
    expect(answer.kind).toBe('leave-one-out');
    answer.without.forEach((pool, i) => expectClose(answered(pool).mean.estimate, [3, 2.5, 0.5][i]!, 1e-14));
  });

  test('of two studies the other remains, with its own variance', () => {
    fc.assert(
      fc.property(tidyEffects(), fc.constantFrom('EE', 'DL', 'REML'), (effects, method) => {
        const [yi, vi] = [effects.yi.slice(0, 2), effects.vi.slice(0, 2)];
        const { without } = answered(leaveOneOut(yi, vi, { method, test: 'knha' }));
        without.forEach((pool, i) => {
          const { fit, mean } = answered(pool);
          expectClose(mean.estimate, yi[1 - i]!, 1e-14);
          expectClose(mean.se, Math.sqrt(vi[1 - i]!), 1e-14);
          expect([fit.tauSquared, fit.q, mean.test]).toEqual([0, 0, 'z']);
        });
      }),
      { numRuns: 20 },
    );
  });

  test('one study is too few, a variance of 0 spoils the pools it is in', () => {
    expect(leaveOneOut([1], [1], { method: 'DL' })).toEqual({
      kind: 'no-answer', reason: 'too-few-studies', found: 1, needed: 2, method: 'DL',
    });
    const { without } = answered(leaveOneOut(YI, [0, 1, 1], { method: 'DL' }));
    expect(without.map(({ kind }) => kind)).toEqual(['pooled-mean', 'no-answer', 'no-answer']);
    expect(() => leaveOneOut(YI, [1], { method: 'DL' })).toThrow(RangeError);
  });
});

describe('cumulative pool', () => {
  test('worked by hand, in the order given', () => {
    const answer = answered(cumulativePool(YI, VI, { method: 'EE', order: [2, 0, 1] }));
    expect(answer).toMatchObject({ kind: 'cumulative-pool', order: [2, 0, 1] });
    answer.steps.forEach((pool, i) => expectClose(answered(pool).mean.estimate, [5, 2.5, 2][i]!, 1e-14));
  });

  test('starts with the first study and ends with the pool of all', () => {
    fc.assert(
      fc.property(tidyEffects(), ({ yi, vi }) => {
        const { steps, order } = answered(cumulativePool(yi, vi, { method: 'DL' }));
        expect(order).toEqual([...yi.keys()]);
        expect(answered(steps[0]!).mean.estimate).toBe(yi[0]);
        expect(answered(steps.at(-1)!).fit).toEqual(fitMeanModel(yi, vi, { method: 'DL' }));
      }),
      { numRuns: 20 },
    );
  });

  test('needs studies, and an order that names each once', () => {
    expect(cumulativePool([], [], { method: 'DL' })).toEqual({
      kind: 'no-answer', reason: 'no-studies', found: 0, needed: 1, method: 'DL',
    });
    for (const order of [[0, 1], [0, 1, 1], [0, 1, 3], [-1, 0, 1], [0, 1, 1.5], [0, 1, 2, 2]]) {
      expect(() => cumulativePool(YI, VI, { method: 'DL', order })).toThrow(/order/);
    }
    expect(() => cumulativePool(YI, [1], { method: 'DL' })).toThrow(RangeError);
  });
});

describe('influence', () => {
  test.each(fixture.influences)('$method, against R', (expected) => {
    const studies = answered(influence(fixture.yi, fixture.vi, { method: expected.method })).studies.map(answered);
    studies.forEach((study, i) => {
      const near = (actual: number, value: number): void => expectClose(actual, value, 1e-9, 1e-2);
      near(study.rstudent, expected.rstudent[i]!);
      near(study.dffits, expected.dffits[i]!);
      near(study.cooksDistance, expected['cook.d'][i]!);
      near(study.covarianceRatio, expected['cov.r'][i]!);
      near(study.tauSquaredDeleted, expected['tau2.del'][i]!);
      near(study.qDeleted, expected['QE.del'][i]!);
      near(study.hat, expected.hat[i]!);
      near(study.weight, expected.weight[i]!);
      near(study.dfbetas, expected.dfbs[i]!);
      expect(study.kind).toBe('study-influence');
    });
  });

  test('worked by hand', () => {
    const { kind, studies, fit } = answered(influence(YI, VI, { method: 'EE' }));
    expect(kind).toBe('influence');
    expectClose(fit.estimate, 2, 1e-15);
    const third = answered(studies[2]!);
    expectClose(third.rstudent, 4.5 / Math.sqrt(1.5), 1e-14);
    expectClose(third.dffits, 1.5 / Math.sqrt(1 / 3), 1e-14);
    expectClose(third.dfbetas, 1.5 / Math.sqrt(1 / 3), 1e-14);
    expectClose(third.cooksDistance, 1.5 ** 2 / (1 / 3), 1e-14);
    expectClose(third.covarianceRatio, 1.5, 1e-14);
    expectClose(third.qDeleted, 0.5, 1e-14);
    expectClose(third.hat, 1 / 3, 1e-14);
    expectClose(third.weight, 100 / 3, 1e-14);
    expect(third.tauSquaredDeleted).toBe(0);
  });

  test('hat values sum to 1, and Cook and DFFITS agree where tau-squared is fixed', () => {
    fc.assert(
      fc.property(tidyEffects(), ({ yi, vi }) => {
        const studies = answered(influence(yi, vi, { method: 'EE' })).studies.map(answered);
        expectClose(studies.reduce((sum, { hat }) => sum + hat, 0), 1, 1e-12);
        for (const { dffits, cooksDistance, rstudent, hat } of studies) {
          expectClose(dffits ** 2, cooksDistance, 1e-10, 1e-10);
          expectClose(dffits, rstudent * Math.sqrt(hat / (1 - hat)), 1e-6, 1e-6);
        }
      }),
      { numRuns: 30 },
    );
  });

  test('two studies are enough, one is not; one of variance 0 leaves no answer', () => {
    const two = answered(influence([1, 2], [1, 1], { method: 'DL' })).studies;
    expect(two.map(({ kind }) => kind)).toEqual(['study-influence', 'study-influence']);
    expect(influence([1], [1], { method: 'EE' })).toEqual({
      kind: 'no-answer', reason: 'too-few-studies', found: 1, needed: 2, method: 'EE',
    });
    expect(influence(YI, [1, 0, 1], { method: 'EE' })).toMatchObject({ reason: 'zero-variance' });
    expect(() => influence(YI, [1], { method: 'EE' })).toThrow(RangeError);
  });
});

describe("Baujat's coordinates", () => {
  test('worked by hand', () => {
    const { kind, points } = answered(baujat(YI, VI, { method: 'EE' }));
    expect(kind).toBe('baujat');
    points.map(answered).forEach(({ heterogeneity, influence: change }, i) => {
      expectClose(heterogeneity, [4, 1, 9][i]!, 1e-14);
      expectClose(change, [2, 0.5, 4.5][i]!, 1e-14);
    });
  });

  test('the horizontal ones sum to the generalised Q', () => {
    fc.assert(
      fc.property(tidyEffects(), fc.constantFrom('EE', 'DL'), ({ yi, vi }, method) => {
        const points = answered(baujat(yi, vi, { method })).points.map(answered);
        const fit = answered(fitMeanModel(yi, vi, { method }));
        expectClose(points.reduce((sum, { heterogeneity }) => sum + heterogeneity, 0), fit.generalisedQ, 1e-10, 1e-9);
      }),
      { numRuns: 30 },
    );
  });

  test('one study is too few; one of variance 0 leaves no answer', () => {
    expect(baujat([1], [1], { method: 'EE' })).toEqual({
      kind: 'no-answer', reason: 'too-few-studies', found: 1, needed: 2, method: 'EE',
    });
    const { points } = answered(baujat([1, 2], [1, 1], { method: 'DL' }));
    expect(points.map(({ kind }) => kind)).toEqual(['baujat-point', 'baujat-point']);
    expect(baujat(YI, [1, 0, 1], { method: 'EE' })).toMatchObject({ reason: 'zero-variance' });
    expect(() => baujat(YI, [1], { method: 'EE' })).toThrow(RangeError);
  });
});
