import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { GENERALISED_Q_SETTINGS, solveGeneralisedQ } from '../../src/stats/generalised-q.js';
import { fitMeanModel } from '../../src/stats/mean-model.js';
import { expectClose } from './support/close-to.js';
import { answered, someEffects, type Effects } from './support/studies.js';

/** Weighted squares around the weighted mean, straight from the definition. */
function generalisedQ({ yi, vi }: Effects, tauSquared: number): number {
  const w = vi.map((v) => 1 / (v + tauSquared));
  const mean = yi.reduce((a, y, i) => a + w[i]! * y, 0) / w.reduce((a, b) => a + b, 0);
  return yi.reduce((a, y, i) => a + w[i]! * (y - mean) ** 2, 0);
}

describe.each(['PM', 'EB'] as const)('%s', (method) => {
  test('makes the generalised Q equal its degrees of freedom, or is 0 where Q is below them', () => {
    fc.assert(
      fc.property(someEffects(), (effects) => {
        const { tauSquared, generalisedQ: q } = answered(fitMeanModel(effects.yi, effects.vi, { method }));
        const df = effects.yi.length - 1;
        if (tauSquared === 0) expect(generalisedQ(effects, 0)).toBeLessThanOrEqual(df * (1 + 1e-12));
        else expectClose(generalisedQ(effects, tauSquared), df, 1e-9);
        expectClose(q, generalisedQ(effects, tauSquared), 1e-9, 1e-9);
      }),
    );
  });
});

describe('the root of the generalised Q', () => {
  /** One eigenvalue: Q = c^2/(v + t), so the root is c^2/target - v. */
  const simple = (squared: number, v: number) => (t: number) => ({
    q: squared / (v + t),
    slope: squared / (v + t) ** 2,
  });

  test('is found in two evaluations where all variances are equal', () => {
    const root = solveGeneralisedQ(simple(12, 2), 3, 2, 'PM');
    expect(root).toMatchObject({ kind: 'root', iterations: 2 });
    expectClose((root as { tauSquared: number }).tauSquared, 2, 1e-15);
  });

  test('is 0 at once where Q is at or below the target', () => {
    expect(solveGeneralisedQ(simple(6, 2), 3, 2, 'PM')).toEqual({ kind: 'root', tauSquared: 0, iterations: 1 });
    expect(solveGeneralisedQ(simple(5, 2), 3, 2, 'PM')).toEqual({ kind: 'root', tauSquared: 0, iterations: 1 });
  });

  test('over twenty orders of magnitude is reached without overshooting', () => {
    const seen: number[] = [];
    const evaluate = (t: number) => {
      seen.push(t);
      const parts = [1e-10, 1, 1e10].map((v) => v + t);
      return {
        q: parts.reduce((sum, p) => sum + 1e4 / p, 0),
        slope: parts.reduce((sum, p) => sum + 1e4 / (p * p), 0),
      };
    };
    const root = answered(solveGeneralisedQ(evaluate, 2, 1e-10, 'PM'));
    expectClose(evaluate(root.tauSquared).q, 2, 1e-12);
    seen.slice(1, -1).forEach((t, i) => expect(t).toBeGreaterThanOrEqual(seen[i]!));
  });

  test('that never settles is reported with method and iterations', () => {
    const never = solveGeneralisedQ(() => ({ q: 2, slope: 1e-3 }), 1, 1, 'PM');
    const iterations = GENERALISED_Q_SETTINGS.maxIterations;
    expect(never).toEqual({
      kind: 'no-answer', reason: 'did-not-converge', found: iterations, needed: iterations, method: 'PM', iterations,
    });
  });
});
