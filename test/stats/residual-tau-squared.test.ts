import { afterEach, describe, expect, test } from 'vitest';
import { GENERALISED_Q_SETTINGS } from '../../src/stats/generalised-q.js';
import { POOLING_METHODS } from '../../src/stats/mean-model.js';
import { metaRegression } from '../../src/stats/meta-regression.js';
import { RESIDUAL_TAU_SQUARED_ESTIMATORS } from '../../src/stats/residual-tau-squared.js';
import { VARIANCE_LIKELIHOOD_SETTINGS } from '../../src/stats/variance-likelihood.js';
import { fixture } from './support/beyond-the-pool.js';
import { expectClose } from './support/close-to.js';
import { answered, type Effects } from './support/studies.js';

/** Likelihoods of a straight line through the studies' order that have two maxima. */
const TWO_MAXIMA: readonly (Effects & { readonly method: 'ML' | 'REML' })[] = [
  { method: 'ML', yi: [0.2, -2.6, -2.7, 2, 2.4], vi: [0.01, 1, 1, 0.01, 0.1] },
  { method: 'ML', yi: [-0.8, 1.9, 1, 1.6, 2.7, -2.5], vi: [0.1, 4, 0.001, 0.1, 0.1, 1] },
  { method: 'ML', yi: [2.3, 0.3, 0.3, 0, -1.4, 2.8], vi: [0.001, 0.1, 0.001, 1, 4, 4] },
  { method: 'ML', yi: [0.5, 0.8, 0.5, -1.2, -1.8], vi: [0.001, 0.1, 0.1, 0.1, 4] },
  { method: 'ML', yi: [0, 2.1, 1, -2.4, -2.5, -2.3, -2.6], vi: [4, 0.01, 0.001, 4, 0.1, 4, 1] },
  { method: 'ML', yi: [2.5, 0.9, 0.7, 2.8, 1.1, -0.8, -2.6], vi: [4, 0.1, 0.01, 1, 1, 1, 0.01] },
  { method: 'REML', yi: [0.4, 0.3, -1.7, 2.3, -1.3], vi: [0.01, 0.1, 1, 1, 1] },
  { method: 'REML', yi: [1.2, 2.3, -0.4, -0.1, -2.2, -1.9, 2.5, -1.6], vi: [0.01, 4, 4, 0.001, 4, 4, 1, 0.01] },
  { method: 'REML', yi: [-0.6, -0.7, 1.6, 1.3, 1.5, 1.8, 2.6, -2.2], vi: [1, 1, 4, 0.001, 0.01, 0.01, 1, 1] },
  { method: 'REML', yi: [0.3, 1.9, 1.2, 1.4, -0.6], vi: [0.1, 4, 0.01, 0.01, 1] },
  { method: 'REML', yi: [0.2, -0.1, -0.2, -2.2, 0, 2.5, 2.8, 0.7], vi: [1, 0.001, 0.1, 1, 4, 1, 4, 0.001] },
];

/** Log-likelihood of a straight line through the studies' order, from sums over studies and pairs. */
function lineLogLikelihood({ yi, vi }: Effects, tauSquared: number, method: 'ML' | 'REML'): number {
  const w = vi.map((v) => 1 / (v + tauSquared));
  const sum = (f: (i: number) => number): number => w.reduce((total, weight, i) => total + weight * f(i), 0);
  const [s0, s1, s2] = [sum(() => 1), sum((i) => i), sum((i) => i * i)];
  const determinant = s0 * s2 - s1 * s1;
  const [sy, sxy] = [sum((i) => yi[i]!), sum((i) => i * yi[i]!)];
  const slope = (s0 * sxy - s1 * sy) / determinant;
  const intercept = (sy - slope * s1) / s0;
  const q = sum((i) => (yi[i]! - intercept - slope * i) ** 2);
  const full = (w.reduce((total, weight) => total + Math.log(weight), 0) - q) / 2;
  return method === 'ML' ? full : full - Math.log(determinant) / 2;
}

describe('of two maxima the higher one is taken', () => {
  test.each(TWO_MAXIMA)('$method, $yi', ({ method, yi, vi }) => {
    const fit = answered(metaRegression(yi, vi, [[...yi.keys()]], { method }));
    expect(fit.maxima).toBe(2);
    const at = (tauSquared: number): number => lineLogLikelihood({ yi, vi }, tauSquared, method);
    const grid = Array.from({ length: 4000 }, (_, i) => at(1e-5 * 1.004 ** i));
    expect(at(fit.tauSquared)).toBeGreaterThanOrEqual(Math.max(at(0), ...grid) - 1e-9);
  });
});

describe('every method', () => {
  const studies = { yi: fixture.yi, vi: fixture.vi, columns: [fixture.yi.map(() => 1), fixture.x] };

  test.each(POOLING_METHODS)('%s says what it is, and how it got there', (method) => {
    const iterated = ['ML', 'REML', 'EB', 'PM'].includes(method);
    const estimate = RESIDUAL_TAU_SQUARED_ESTIMATORS[method](studies);
    expect(estimate).toMatchObject({ kind: 'tau-squared', maxima: 1 });
    expect(answered(estimate).iterations > 0).toBe(iterated);
    expect(answered(estimate).se === null).toBe(method === 'EE');
  });

  test('SJ starts from no variance when all effects are the same', () => {
    const same = { ...studies, yi: studies.yi.map(() => 0.5) };
    expect(RESIDUAL_TAU_SQUARED_ESTIMATORS.SJ(same)).toMatchObject({ tauSquared: 0, se: 0 });
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
    const answer = metaRegression([1, 5, 2, 9, 3], [0.1, 0.2, 0.3, 0.4, 0.5], [[1, 2, 3, 4, 6]], { method });
    expect(answer).toMatchObject({ kind: 'no-answer', reason: 'did-not-converge', method });
    expect((answer as { iterations: number }).iterations).toBeGreaterThan(0);
  });
});

test('the information of tau-squared is that of the likelihood of the method', () => {
  const { yi, vi, x } = fixture;
  const fit = answered(metaRegression(yi, vi, [x], { method: 'ML' }));
  const squares = vi.reduce((sum, v) => sum + 1 / (v + fit.tauSquared) ** 2, 0);
  expectClose(fit.tauSquaredSe, Math.sqrt(2 / squares), 1e-13);
});

test('more studies than a call takes arguments are no obstacle', () => {
  const studies = { yi: new Array<number>(150_000).fill(0), vi: new Array<number>(150_000).fill(1), columns: [] };
  expect(RESIDUAL_TAU_SQUARED_ESTIMATORS.PM(studies)).toMatchObject({ tauSquared: 0, iterations: 1 });
});
