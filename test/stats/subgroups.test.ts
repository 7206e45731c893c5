import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { testMean } from '../../src/stats/inference.js';
import { fitMeanModel } from '../../src/stats/mean-model.js';
import { commonSubgroups, separateSubgroups } from '../../src/stats/subgroups.js';
import { expectClose } from './support/close-to.js';
import { answered } from './support/studies.js';
import { numbersBetween } from './support/numbers.js';

const YI = [0, 1, 4, 5];
const VI = [1, 1, 1, 1];
const LABELS = ['a', 'a', 'b', 'b'];

/** Four to eight studies whose effects differ. */
const spreadEffects = () =>
  fc
    .array(fc.tuple(numbersBetween(0, 0.9), numbersBetween(0.01, 5)), {
      minLength: 4,
      maxLength: 8,
    })
    .map((studies) => ({ yi: studies.map(([y], i) => y + i), vi: studies.map(([, v]) => v) }));

describe('one variance between studies for all groups', () => {
  test('worked by hand', () => {
    const answer = answered(commonSubgroups(YI, VI, LABELS, { method: 'EE' }));
    expect(answer.kind).toBe('common-subgroups');
    expect(answer.groups.map(({ group, k }) => [group, k])).toEqual([['a', 2], ['b', 2]]);
    answer.groups.forEach(({ estimate, se, statistic, p, low, high }, i) => {
      expectClose(estimate, [0.5, 4.5][i]!, 1e-14);
      expectClose(se, Math.SQRT1_2, 1e-14);
      expectClose(statistic, estimate / se, 1e-14);
      expectClose(p, [0.4795001221869535, 1.9661604415428896e-10][i]!, 1e-9);
      expectClose(high - low, 2 * 1.959963984540054 * Math.SQRT1_2, 1e-13);
    });
    expectClose(answer.between.statistic, 16, 1e-14);
    expect(answer.between.df).toBe(1);
    expectClose(answer.regression.coefficients[1]!.estimate, 4, 1e-14);
  });

  test('the groups come in the order asked for, with the same means', () => {
    const answer = answered(commonSubgroups(YI, VI, LABELS, { method: 'DL', test: 'knha', groups: ['b', 'a'] }));
    expect(answer.groups.map(({ group }) => group)).toEqual(['b', 'a']);
    expectClose(answer.groups[0]!.estimate, 4.5, 1e-14);
    expect(answer.regression.df).toBe(2);
    expectClose(answer.between.statistic, answered(commonSubgroups(YI, VI, LABELS, { method: 'DL', test: 'knha' })).between.statistic!, 1e-12);
  });

  test('groups of unequal size are counted', () => {
    const answer = answered(commonSubgroups([0, 1, 4, 5, 6], [1, 1, 1, 1, 1], [...LABELS, 'b'], { method: 'EE' }));
    expect(answer.groups.map(({ k }) => k)).toEqual([2, 3]);
  });

  test('a group of mean 0 has statistic 0', () => {
    const answer = answered(commonSubgroups([0, 0, 4, 5], VI, LABELS, { method: 'EE' }));
    expect(answer.groups[0]).toMatchObject({ estimate: 0, statistic: 0, p: 1 });
  });

  test('a group of zeros under Knapp-Hartung has no statistic', () => {
    const answer = answered(commonSubgroups([0, 0, 0, 0], VI, LABELS, { method: 'DL', test: 'knha' }));
    expect(answer.groups[0]).toMatchObject({ estimate: 0, se: 0, statistic: null, p: null });
  });

  test('groups without any scatter have an infinite statistic under Knapp-Hartung', () => {
    const answer = answered(commonSubgroups([1, 1, 4, 4], VI, LABELS, { method: 'DL', test: 'knha' }));
    expect(answer.groups[1]).toMatchObject({ se: 0, statistic: Infinity, p: 0 });
  });

  test('the level sets the width', () => {
    const [narrow, wide] = [0.5, 0.99].map((level) => answered(commonSubgroups(YI, VI, LABELS, { method: 'EE', level })));
    expect(wide!.groups[0]!.high).toBeGreaterThan(narrow!.groups[0]!.high);
  });
});

describe('a variance between studies for each group', () => {
  test('each group is its own pool, and Q compares them', () => {
    fc.assert(
      fc.property(spreadEffects(), fc.constantFrom('z', 'knha'), fc.constantFrom('DL', 'REML'), ({ yi, vi }, test, method) => {
        const labels = yi.map((_, i) => (i < 2 ? 'first' : 'other'));
        const answer = answered(separateSubgroups(yi, vi, labels, { method, test }));
        const means = [[0, 2], [2, yi.length]].map(([from, to]) =>
          answered(testMean(answered(fitMeanModel(yi.slice(from, to), vi.slice(from, to), { method })), { test })),
        );
        expect(answer.groups.map(({ mean }) => mean)).toEqual(means);
        const between = answered(answer.between);
        const [a, b] = means;
        expectClose(between.q, (a!.estimate - b!.estimate) ** 2 / (a!.se ** 2 + b!.se ** 2), 1e-6, 1e-6);
        expect(between).toMatchObject({ kind: 'between-groups', df: 1 });
      }),
      { numRuns: 40 },
    );
  });

  test('a group of one study enters with its own variance and the normal test', () => {
    const answer = answered(separateSubgroups([1, 2, 4], [0.5, 1, 2], ['a', 'b', 'b'], { method: 'REML', test: 'knha' }));
    expect(answer.kind).toBe('separate-subgroups');
    expect(answer.groups[0]).toMatchObject({ group: 'a', fit: { tauSquared: 0, k: 1 }, mean: { test: 'z' } });
    expectClose(answer.groups[0]!.mean.se, Math.sqrt(0.5), 1e-15);
    expect(answer.groups[1]!.mean.test).toBe('knha');
  });

  test('a group whose standard error is 0 leaves the test without an answer', () => {
    const answer = answered(separateSubgroups([1, 1, 2, 4], VI, LABELS, { method: 'DL', test: 'knha' }));
    expect(answer.between).toMatchObject({ kind: 'no-answer', reason: 'zero-variance' });
  });
});

describe.each([['common', commonSubgroups], ['separate', separateSubgroups]] as const)('%s: no answer and misuse', (_, compare) => {
  test('a single group, or none, is nothing to compare', () => {
    expect(compare(YI, VI, ['a', 'a', 'a', 'a'], { method: 'DL' })).toEqual({
      kind: 'no-answer', reason: 'too-few-groups', found: 1, needed: 2, method: 'DL',
    });
    expect(compare([], [], [], { method: 'DL' })).toMatchObject({ reason: 'too-few-groups', found: 0 });
  });

  test('a variance of 0', () => {
    expect(compare(YI, [1, 1, 0, 1], LABELS, { method: 'DL' })).toMatchObject({ reason: 'zero-variance' });
  });

  test('labels and groups must fit the studies', () => {
    expect(() => compare(YI, VI, ['a', 'b'], { method: 'DL' })).toThrow(RangeError);
    expect(() => compare(YI, [1], LABELS, { method: 'DL' })).toThrow(RangeError);
    expect(() => compare(YI, VI, LABELS, { method: 'DL', groups: ['a', 'c', 'b'] })).toThrow(/the group c has no studies/);
    expect(() => compare(YI, VI, LABELS, { method: 'DL', groups: ['a', 'c'] })).toThrow(/b is not among the groups/);
  });
});
