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
function spectralLikelihood(terms: readonly SpectralTerm[]) {
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

test('hills anywhere are found, over eight orders of magnitude', () => {
  const grid = [0, ...Array.from({ length: 600 }, (_, i) => 10 ** (-7 + i / 40))];
  let severalMaxima = 0;
  fc.assert(
    fc.property(someHills(), (terms) => {
      const likelihood = spectralLikelihood(terms);
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
  const sets = fc.sample(someHills(), { seed: 3, numRuns: 400 });
  const evaluations = sets.map((terms) =>
    answered(maximiseVarianceLikelihood(spectralLikelihood(terms), 'REML')).evaluations);
  expect(evaluations.reduce((sum, n) => sum + n, 0) / sets.length).toBeLessThan(24.1);
});

test('a single hill is not asked for its height', () => {
  const logLikelihood = (): number => {
    throw new Error('asked for');
  };
  const likelihood = { ...spectralLikelihood([{ lambda: 1, squared: 3, count: 2 }]), logLikelihood };
  const maximum = answered(maximiseVarianceLikelihood(likelihood, 'REML'));
  expect(maximum).toMatchObject({ kind: 'maximum', maxima: 1 });
  expectClose(maximum.tauSquared, 2, 1e-13);
});

test('a slope of 0 at the boundary is a maximum there', () => {
  const likelihood = spectralLikelihood([{ lambda: 2, squared: 2, count: 1 }]);
  expect(maximiseVarianceLikelihood(likelihood, 'ML')).toMatchObject({ tauSquared: 0, maxima: 1 });
});

test('of hills of one height the lowest tau-squared is taken', () => {
  const terms = [{ lambda: 1e-3, squared: 2e-3, count: 1 }, { lambda: 1, squared: 20, count: 1 }];
  const { logLikelihood: height, ...likelihood } = spectralLikelihood(terms);
  const highest = answered(maximiseVarianceLikelihood({ ...likelihood, logLikelihood: height }, 'REML'));
  const level = answered(maximiseVarianceLikelihood({ ...likelihood, logLikelihood: () => 0 }, 'REML'));
  expect([highest.maxima, level.maxima]).toEqual([2, 2]);
  expect(level.tauSquared).toBeLessThan(0.01);
  expect(highest.tauSquared).toBeGreaterThan(1);
});

test('the search ends also where two hills are about to merge', () => {
  // The pull of the far group at which a second hill appears, to the last digit: there the slope touches 0.
  let [one, two] = [1, 20];
  let most = 0;
  while ((one + two) / 2 > one && (one + two) / 2 < two) {
    const squared = (one + two) / 2;
    const terms = [{ lambda: 1e-3, squared: 1e-4, count: 1 }, { lambda: 1, squared, count: 1 }];
    const { maxima, evaluations } = answered(maximiseVarianceLikelihood(spectralLikelihood(terms), 'REML'));
    most = Math.max(most, evaluations);
    if (maxima === 1) one = squared;
    else two = squared;
  }
  // With the near group reduced to 1/t the slope touches 0 where 1/t + 1/(1 + t) = squared/(1 + t)^2: 3 + sqrt(8).
  expectClose(one, 3 + Math.sqrt(8), 0.01);
  expect(most).toBeLessThan(300);
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
    },
    'REML',
  );
  const { maxEvaluations } = VARIANCE_LIKELIHOOD_SETTINGS;
  expect(answer).toMatchObject({ kind: 'no-answer', reason: 'did-not-converge', method: 'REML' });
  expect((answer as { iterations: number }).iterations).toBeGreaterThanOrEqual(maxEvaluations);
});
