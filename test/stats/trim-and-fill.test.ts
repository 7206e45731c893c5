import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { poolAndTest } from '../../src/stats/pool-and-test.js';
import { trimAndFill } from '../../src/stats/trim-and-fill.js';
import { fixture } from './support/beyond-the-pool.js';
import { expectClose } from './support/close-to.js';
import { answered } from './support/studies.js';
import { tidyEffects } from './support/tidy-effects.js';

const { yi, vi } = fixture;

test.each(fixture.fills)('$method $estimator $side, against R', ({ method, estimator, side, ...expected }) => {
  const effects = side === 'left' ? yi : yi.map((y) => -y);
  const answer = answered(trimAndFill(effects, vi, { method, estimator, side }));
  expect(answer).toMatchObject({ kind: 'trim-and-fill', estimator, side, missing: expected.k0 });
  expectClose(answer.missingSe, expected['se.k0'], 1e-13);
  expect(answer.missingP).toBe(expected['p.k0']);
  const sorted = (values: readonly number[]): number[] => [...values].sort((a, b) => a - b);
  sorted(answer.filled.yi).forEach((y, i) => expectClose(y, sorted(expected.filled)[i]!, 1e-12));
  expect(answer.filled.yi).toHaveLength(expected.filled.length);
  expectClose(answer.pool.mean.estimate, expected.beta, 1e-12);
  expectClose(answer.pool.mean.se, expected.se, 1e-12);
});

test('without asymmetry nothing is filled, and the pool is that of the studies', () => {
  const answer = answered(trimAndFill([-1, 0, 1, -2, 2], [1, 1, 1, 4, 4], { method: 'DL', side: 'left', test: 'knha', level: 0.9 }));
  expect(answer).toMatchObject({ missing: 0, filled: { yi: [], vi: [] }, estimator: 'L0', missingP: null });
  expect(answer.pool).toEqual(poolAndTest([-1, 0, 1, -2, 2], [1, 1, 1, 4, 4], { method: 'DL', test: 'knha', level: 0.9 }));
});

test('each mirror image lies as far beyond the centre and has the variance of its study', () => {
  const { filled, missing } = answered(trimAndFill(yi, vi, { method: 'EE', side: 'left' }));
  expect(missing).toBe(3);
  expect(filled.vi).toEqual([0.05, 0.2, 0.3]);
  const centres = filled.yi.map((y, i) => (y + [0.5, 0.9, 1.3][i]!) / 2);
  const kept = answered(poolAndTest(yi.slice(0, 4), vi.slice(0, 4), { method: 'EE' })).mean.estimate;
  centres.forEach((centre) => expectClose(centre, kept, 1e-14));
});

describe('the side', () => {
  test('small studies with large effects: missing on the left; the mirror image: on the right', () => {
    expect(answered(trimAndFill(yi, vi, { method: 'DL' })).side).toBe('left');
    expect(answered(trimAndFill(yi.map((y) => -y), vi, { method: 'DL' })).side).toBe('right');
  });

  test('is found with the method of the pool', () => {
    // The precise studies alone rise with their standard errors; with a variance between studies the others count too.
    const [effects, variances] = [[0.4, 0.7, 1.8, 0.5, 0], [0.01, 0.02, 0.05, 0.2, 0.5]];
    expect(answered(trimAndFill(effects, variances, { method: 'EE' })).side).toBe('left');
    expect(answered(trimAndFill(effects, variances, { method: 'REML' })).side).toBe('right');
  });

  test('without any slope it is the left one', () => {
    expect(answered(trimAndFill([0, 0, 0], [1, 2, 3], { method: 'EE' })).side).toBe('left');
  });

  test.each(['L0', 'R0'] as const)('identical effects lack nothing by %s', (estimator) => {
    expect(answered(trimAndFill([1, 1, 1, 1], [1, 2, 3, 4], { method: 'DL', estimator })).missing).toBe(0);
  });

  test('mirrored effects give mirrored answers', () => {
    fc.assert(
      fc.property(
        tidyEffects(),
        fc.constantFrom('EE' as const, 'DL' as const),
        fc.constantFrom('L0' as const, 'R0' as const),
        fc.constantFrom('left' as const, 'right' as const),
        (effects, method, estimator, side) => {
          const there = trimAndFill(effects.yi, effects.vi, { method, estimator, side });
          const mirrored = effects.yi.map((y) => -y);
          const back = trimAndFill(mirrored, effects.vi, { method, estimator, side: side === 'left' ? 'right' : 'left' });
          if (there.kind === 'no-answer' || back.kind === 'no-answer') return expect(back).toEqual(there);
          expect(back.missing).toBe(there.missing);
          expectClose(back.pool.mean.estimate, -there.pool.mean.estimate, 1e-9, 1e-6);
          expectClose(back.pool.fit.tauSquared, there.pool.fit.tauSquared, 1e-9, 1e-6);
        },
      ),
      { numRuns: 100 },
    );
  });

  test('filling moves the pool to the side where studies are missing', () => {
    fc.assert(
      fc.property(tidyEffects(), ({ yi: effects, vi: variances }) => {
        const answer = trimAndFill(effects, variances, { method: 'EE', side: 'left' });
        if (answer.kind === 'no-answer') return;
        const before = answered(poolAndTest(effects, variances, { method: 'EE' })).mean.estimate;
        expect(answer.pool.mean.estimate).toBeLessThanOrEqual(before + 1e-12);
        expect(answer.missing).toBeLessThan(effects.length);
      }),
      { numRuns: 100 },
    );
  });
});

test('the standard error is left open where its formula has a negative variance', () => {
  // Centre 0, ranks 1 and 2 above it: T = 3, L0 = (12 - 30)/9 = -2, variance (330 - 2 * 243)/24 < 0.
  const answer = answered(trimAndFill([-5, -4, -3, 1, 2], [4, 4, 4, 1, 1], { method: 'EE', side: 'left' }));
  expect(answer).toMatchObject({ missing: 0, missingSe: null });
});

test.each(['L0', 'R0'] as const)('a search by %s that goes round in circles is reported with its rounds', (estimator) => {
  // With one study trimmed the centre moves so that two are to be trimmed, and back.
  const answer = trimAndFill([12, 1, 12, 6, 6], [10, 100, 100, 1, 10], { method: 'DL', estimator, side: 'left' });
  const expected = { reason: 'did-not-converge', found: 100, needed: 100, method: estimator, iterations: 100 };
  expect(answer).toEqual({ kind: 'no-answer', ...expected });
});

describe('no answer and misuse', () => {
  test.each([
    ['no studies', [], [], { reason: 'no-studies' }],
    ['a variance of 0', [1, 2, 3], [0, 1, 1], { reason: 'zero-variance' }],
  ])('%s', (_, effects, variances, expected) => {
    expect(trimAndFill(effects, variances, { method: 'DL', side: 'left' })).toMatchObject(expected);
  });

  test('the side is not found from two studies, nor from equal variances', () => {
    expect(trimAndFill([1, 2], [1, 2], { method: 'DL' })).toMatchObject({ reason: 'too-few-studies' });
    expect(trimAndFill([1, 2, 3], [1, 1, 1], { method: 'DL' })).toMatchObject({ reason: 'collinear-moderators' });
  });

  test('unknown options', () => {
    expect(() => trimAndFill(yi, vi, { method: 'DL', side: 'top' as 'left' })).toThrow(RangeError);
    expect(() => trimAndFill(yi, vi, { method: 'DL', estimator: 'Q0' as 'L0' })).toThrow(RangeError);
    expect(() => trimAndFill(yi, [1], { method: 'DL' })).toThrow(RangeError);
  });
});
