import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fitMeanModel } from '../../src/stats/mean-model.js';
import { maximiseVarianceLikelihood, VARIANCE_LIKELIHOOD_SETTINGS } from '../../src/stats/variance-likelihood.js';
import { expectClose } from './support/close-to.js';
import { answered, densityLogLikelihood, someEffects, type Effects } from './support/studies.js';
import { numbersBetween, powersOfTen } from './support/numbers.js';

const METHODS = ['ML', 'REML'] as const;

/** From far below to far above every scale in the data, 0 included. */
const GRID = [0, ...Array.from({ length: 300 }, (_, i) => 10 ** (-6 + i / 33))];

function bestOnGrid(effects: Effects, method: 'ML' | 'REML'): number {
  return Math.max(...GRID.map((tauSquared) => densityLogLikelihood(effects, tauSquared, method)));
}

/** Two maxima: a tight majority with one far precise outlier, and loose studies. */
const TWO_MAXIMA: Effects = {
  yi: [0.116, -0.175, 0.574, 0.819, -0.166, 0.087],
  vi: [0.0023, 0.9582, 0.2748, 0.0471, 0.0705, 1.2843],
};

describe.each(METHODS)('%s', (method) => {
  const fit = ({ yi, vi }: Effects) => answered(fitMeanModel(yi, vi, { method }));

  test('no tau-squared on a fine grid has a higher likelihood', () => {
    fc.assert(
      fc.property(someEffects(), (effects) => {
        const { tauSquared, fitStatistics } = fit(effects);
        const value = densityLogLikelihood(effects, tauSquared, method);
        expectClose(fitStatistics!.logLikelihood, value, 1e-11, 1);
        expect(value).toBeGreaterThanOrEqual(bestOnGrid(effects, method) - 1e-9);
      }),
      { numRuns: 300 },
    );
  });

  test('no tau-squared on a fine grid is better where precise studies disagree with loose ones', () => {
    const hostile = fc.array(
      fc.tuple(numbersBetween(-3, 3), fc.constantFrom(0.001, 0.002, 0.05, 1, 3)),
      { minLength: 3, maxLength: 7 },
    );
    let severalMaxima = 0;
    fc.assert(
      fc.property(hostile, (studies) => {
        const effects = { yi: studies.map(([y]) => y), vi: studies.map(([, v]) => v) };
        const { tauSquared, maxima } = fit(effects);
        if (maxima > 1) severalMaxima++;
        const value = densityLogLikelihood(effects, tauSquared, method);
        expect(value).toBeGreaterThanOrEqual(bestOnGrid(effects, method) - 1e-9);
      }),
      { numRuns: 2000, seed: 7 },
    );
    expect(severalMaxima).toBeGreaterThan(0);
  });

  test('the slope vanishes at an inner maximum and does not rise at the boundary', () => {
    fc.assert(
      fc.property(someEffects(), (effects) => {
        const { tauSquared } = fit(effects);
        const scale = tauSquared + Math.min(...effects.vi);
        const step = 1e-4 * scale;
        const at = (t: number) => densityLogLikelihood(effects, t, method);
        if (tauSquared === 0) expect(at(step)).toBeLessThanOrEqual(at(0) + 1e-10);
        else expect(Math.abs(at(tauSquared + step) - at(Math.max(0, tauSquared - step)))).toBeLessThan(1e-5);
      }),
    );
  });

  test('the estimate is exactly 0 at the boundary', () => {
    const { tauSquared, iSquared, maxima } = fit({ yi: [0.1, 0.12, 0.11], vi: [0.1, 0.2, 0.3] });
    expect([tauSquared, iSquared, maxima]).toEqual([0, 0, 1]);
  });

  test('says how many evaluations it took', () => {
    expect(fit(TWO_MAXIMA).iterations).toBeGreaterThan(3);
    expect(fit(TWO_MAXIMA).iterations).toBeLessThan(100);
  });
});

/** Terms of a score: c^2/(lambda + t)^2 against 1/(lambda + t), `count` times each. */
interface SpectralTerm {
  readonly lambda: number;
  readonly squared: number;
  readonly count: number;
}

/** A likelihood made of such terms directly, so that its hills can be put anywhere. */
function spectralLikelihood(terms: readonly SpectralTerm[], start: number) {
  const sum = (f: (term: SpectralTerm) => number): number => terms.reduce((a, term) => a + term.count * f(term), 0);
  const lambdas = terms.map(({ lambda }) => lambda);
  return {
    score: (t: number) => ({
      tauSquared: t,
      observed: sum(({ lambda, squared }) => squared / (lambda + t) ** 2),
      expected: sum(({ lambda }) => 1 / (lambda + t)),
      observedSlope: sum(({ lambda, squared }) => squared / (lambda + t) ** 3),
      expectedSlope: sum(({ lambda }) => 1 / (lambda + t) ** 2),
    }),
    logLikelihood: (t: number) => -sum(({ lambda, squared }) => Math.log(lambda + t) + squared / (lambda + t)) / 2,
    terms: sum(() => 1),
    smallestVariance: Math.min(...lambdas),
    largestVariance: Math.max(...lambdas),
    start,
  };
}

/** A near group that agrees about a small spread, and far ones that each pull towards a much larger one. */
function someHills(): fc.Arbitrary<SpectralTerm[]> {
  const count = (max: number) => fc.integer({ min: 1, max });
  const near = fc.record({ gap: powersOfTen(0, 1), pull: powersOfTen(-1, 0.5), count: count(3) });
  const far = fc.record({ gap: powersOfTen(1.5, 3), pull: powersOfTen(0.5, 2.5), count: count(6) });
  return fc.tuple(near, fc.array(far, { minLength: 1, maxLength: 3 })).map(([first, others]) => {
    let lambda = 1e-5;
    return [first, ...others].map(({ gap, pull, count }) => {
      lambda *= gap;
      return { lambda, squared: lambda * pull, count };
    });
  });
}

test('hills anywhere are found from any start, over eight orders of magnitude', () => {
  const grid = [0, ...Array.from({ length: 600 }, (_, i) => 10 ** (-7 + i / 40))];
  let severalMaxima = 0;
  fc.assert(
    fc.property(someHills(), powersOfTen(-5, 5), (terms, start) => {
      const likelihood = spectralLikelihood(terms, start);
      const { tauSquared, maxima } = answered(maximiseVarianceLikelihood(likelihood, 'REML'));
      if (maxima > 1) severalMaxima++;
      const best = Math.max(...grid.map(likelihood.logLikelihood));
      expect(likelihood.logLikelihood(tauSquared)).toBeGreaterThanOrEqual(best - 1e-9);
      // Every change of the slope from up to down on the grid is a maximum.
      const slopes = grid.map(likelihood.score).map(({ observed, expected }) => observed > expected);
      const hills = slopes.filter((up, i) => !up && (i === 0 || slopes[i - 1])).length;
      expect(maxima).toBeGreaterThanOrEqual(hills);
    }),
    { numRuns: 1500, seed: 11 },
  );
  expect(severalMaxima).toBeGreaterThan(100);
});

test('intervals are split only where no bound decides about them', () => {
  const hills = fc.sample(fc.tuple(someHills(), powersOfTen(-5, 5)), { seed: 3, numRuns: 400 });
  const evaluations = hills.map(([terms, start]) => answered(
    maximiseVarianceLikelihood(spectralLikelihood(terms, start), 'REML')).evaluations);
  const mean = evaluations.reduce((sum, n) => sum + n, 0) / evaluations.length;
  expect(mean).toBeLessThan(30);
});

test('of two maxima the higher is taken, and both are counted', () => {
  const fit = answered(fitMeanModel(TWO_MAXIMA.yi, TWO_MAXIMA.vi, { method: 'ML' }));
  expect(fit.maxima).toBe(2);
  // By bisection of the slope between 0.05 and 0.2, the hill away from 0.
  let [low, high] = [0.05, 0.2];
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2;
    const rising = densityLogLikelihood(TWO_MAXIMA, middle * (1 + 1e-6), 'ML') >
      densityLogLikelihood(TWO_MAXIMA, middle * (1 - 1e-6), 'ML');
    if (rising) low = middle;
    else high = middle;
  }
  expectClose(fit.tauSquared, low, 1e-6);
});

test('a search that runs out of evaluations says so', () => {
  // A score whose parts fall so slowly that its sign stays open far out: no bound ever settles.
  const answer = maximiseVarianceLikelihood(
    {
      score: (tauSquared) => ({ tauSquared, observed: 1, expected: 2, observedSlope: 0, expectedSlope: 0 }),
      logLikelihood: () => 0,
      terms: 1,
      smallestVariance: 1,
      largestVariance: 1,
      start: 0,
    },
    'REML',
  );
  const { maxEvaluations } = VARIANCE_LIKELIHOOD_SETTINGS;
  expect(answer).toMatchObject({ kind: 'no-answer', reason: 'did-not-converge', method: 'REML' });
  expect((answer as { iterations: number }).iterations).toBeGreaterThanOrEqual(maxEvaluations);
});
