import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normalQuantile } from '../../src/stats/distributions.js';
import { GENERALISED_Q_SETTINGS } from '../../src/stats/generalised-q.js';
import { RECONSTRUCTION_LIMITS, reconstructSpread, type PrintedPool } from '../../src/stats/reconstructed-spread.js';
import { expectClose } from './support/close-to.js';
import { answered } from './support/studies.js';
import { numbersBetween } from './support/numbers.js';

const Z = normalQuantile(0.025, 'upper');
const SIX = [50, 50, 50, 50, 50, 50];

/** A pool as it would be printed with this spread, not rounded. */
function printed(estimate: number, tauSquared: number, sizes: number[], level = 0.95): PrintedPool {
  const within = estimate * (1 - estimate) - tauSquared;
  const precision = sizes.reduce((sum, n) => sum + 1 / (tauSquared + within / n), 0);
  const margin = normalQuantile((1 - level) / 2, 'upper') / Math.sqrt(precision);
  return { estimate, low: estimate - margin, high: estimate + margin, sizes, level };
}

test('equal sizes, worked by hand', () => {
  const answer = answered(reconstructSpread({ estimate: 0.5, low: 0.402, high: 0.598, sizes: SIX }));
  const se = 0.196 / (2 * Z);
  expect(answer.kind).toBe('reconstructed-spread');
  expectClose(answer.se, se, 1e-13);
  expectClose(answer.tauSquared, (6 * se ** 2 - 0.25 / 50) / (1 - 1 / 50), 1e-12);
});

test('any spread that a pool was printed with is found again', () => {
  fc.assert(
    fc.property(
      numbersBetween(0.2, 0.8),
      numbersBetween(0.02, 0.6),
      fc.array(fc.integer({ min: 10, max: 500 }), { minLength: 12, maxLength: 30 }),
      fc.constantFrom(0.9, 0.95),
      (estimate, share, sizes, level) => {
        const tauSquared = share * estimate * (1 - estimate);
        const answer = reconstructSpread(printed(estimate, tauSquared, sizes, level));
        fc.pre(answer.kind !== 'no-answer');
        expectClose(answered(answer).tauSquared, tauSquared, 1e-9);
      },
    ),
    { numRuns: 60 },
  );
});

test('sizes count relative to each other, scaled to the participants', () => {
  const pool = printed(0.4, 0.02, [20, 40, 60, 80, 100, 120]);
  const expected = answered(reconstructSpread(pool));
  const scaled = answered(reconstructSpread({ ...pool, sizes: [1, 2, 3, 4, 5, 6], participants: 420 }));
  expectClose(scaled.tauSquared, expected.tauSquared, 1e-12);
  expectClose(expected.tauSquared, 0.02, 1e-11);
});

describe('prediction', () => {
  test('a beta distribution with the mean and the inflated variance of the pool', () => {
    // Mean 0.5: the distribution is symmetric, and with variance 1/12 it would be uniform.
    const t = 2.5705818356363146; // 97.5 % quantile of t on 5 degrees of freedom
    const total = 1 / 12 / (t / Z) ** 2;
    const spreadPlusError = (tauSquared: number): number => tauSquared + (tauSquared + (0.25 - tauSquared) / 50) / 6;
    let tauSquared = 0.03;
    for (let i = 0; i < 60; i++) tauSquared += (total - spreadPlusError(tauSquared)) / 1.2;
    const { prediction } = answered(reconstructSpread(printed(0.5, tauSquared, SIX)));
    const { low, high } = answered(prediction);
    expectClose(low, 0.025, 1e-8);
    expectClose(high, 0.975, 1e-8);
  });

  test('holds the estimate, and with more spread it is wider', () => {
    const widths = [0.005, 0.02, 0.04].map((tauSquared) => {
      const { low, high } = answered(answered(reconstructSpread(printed(0.3, tauSquared, SIX))).prediction);
      expect(low).toBeLessThan(0.3);
      expect(high).toBeGreaterThan(0.3);
      return high - low;
    });
    expect(widths[0]).toBeLessThan(widths[1]!);
    expect(widths[1]).toBeLessThan(widths[2]!);
  });

  test('is 0 to 1 where the variance is almost the largest of all', () => {
    const five = [100, 100, 100, 100, 100];
    const ratio = (2.7764451051977987 / Z) ** 2; // t on 4 degrees of freedom
    const at = (share: number): number => {
      // tau-squared so that (tau-squared + SE^2) t^2/z^2 is this share of p(1 - p).
      const total = (share * 0.25) / ratio;
      return (total - 0.25 / 500) / (1 + (1 - 1 / 100) / 5);
    };
    const above = answered(answered(reconstructSpread(printed(0.5, at(0.981), five))).prediction);
    expect(above).toEqual({ kind: 'spread-prediction', low: 0, high: 1 });
    const below = answered(answered(reconstructSpread(printed(0.5, at(0.979), five))).prediction);
    expect(below.low).toBeGreaterThan(0);
    expect(RECONSTRUCTION_LIMITS.widestVariance).toBe(0.98);
  });

  test('there is none below five studies', () => {
    const four = answered(reconstructSpread(printed(0.5, 0.01, [50, 50, 50, 50])));
    expect(four.prediction).toEqual({ kind: 'no-answer', reason: 'too-few-studies', found: 4, needed: 5 });
    expect(answered(reconstructSpread(printed(0.5, 0.01, [50, 50, 50, 50, 50]))).prediction.kind).toBe('spread-prediction');
  });

  test('its level is that of the printed interval', () => {
    const [narrow, wide] = [0.8, 0.95].map((level) => {
      const { low, high } = answered(answered(reconstructSpread(printed(0.5, 0.01, SIX, level))).prediction);
      return high - low;
    });
    expect(narrow).toBeLessThan(wide!);
  });
});

describe('refusals', () => {
  const refuse = (pool: Partial<PrintedPool>): unknown =>
    reconstructSpread({ estimate: 0.5, low: 0.4, high: 0.6, sizes: SIX, ...pool });

  test('an interval that sampling alone explains, never a spread of 0', () => {
    const margin = (share: number): number => Z * Math.sqrt(0.25 / (share * 300));
    const interval = (share: number) => ({ low: 0.5 - margin(share), high: 0.5 + margin(share) });
    const refused = refuse(interval(0.951)) as { found: number; needed: number };
    expect(refused).toMatchObject({ kind: 'no-answer', reason: 'interval-too-narrow' });
    expectClose(refused.found, 0.951 * 300, 1e-12);
    expectClose(refused.needed, 285, 1e-14);
    expect(refuse(interval(0.949))).toMatchObject({ kind: 'reconstructed-spread' });
    expect(refuse({ ...interval(0.951), participants: 400 })).toMatchObject({ kind: 'reconstructed-spread' });
  });

  test('an interval wider than any spread makes it', () => {
    // The largest variance of six proportions around 0.5 is 0.25/6.
    const margin = (share: number): number => Z * Math.sqrt((share * 0.25) / 6);
    expect(refuse({ low: 0.5 - margin(1.01), high: 0.5 + margin(1.01) })).toMatchObject({ reason: 'interval-too-wide', needed: 6 });
    expect(refuse({ low: 0.5 - margin(0.99), high: 0.5 + margin(0.99) })).toMatchObject({ kind: 'reconstructed-spread' });
  });

  test('a limit that was cut off', () => {
    expect(refuse({ low: 0 })).toEqual({ kind: 'no-answer', reason: 'limit-cut-off', found: 1, needed: 2 });
    expect(refuse({ high: 1 })).toMatchObject({ reason: 'limit-cut-off', found: 1 });
    expect(refuse({ low: -0.1, high: 1.1 })).toMatchObject({ reason: 'limit-cut-off', found: 0 });
  });

  test('an iteration that is stopped early is reported', () => {
    const { maxIterations } = GENERALISED_Q_SETTINGS;
    GENERALISED_Q_SETTINGS.maxIterations = 1;
    const answer = refuse({});
    GENERALISED_Q_SETTINGS.maxIterations = maxIterations;
    expect(answer).toMatchObject({ reason: 'did-not-converge', method: 'spread', iterations: 1 });
  });

  test('two studies, an estimate at a limit, and studies of one patient are accepted', () => {
    expect(refuse({ sizes: [150, 150] })).toMatchObject({ kind: 'reconstructed-spread' });
    expect(refuse({ estimate: 0.4 })).toMatchObject({ kind: 'reconstructed-spread' });
    expect(refuse({ estimate: 0.6 })).toMatchObject({ kind: 'reconstructed-spread' });
    expect(refuse({ sizes: [1, 100, 199] })).toMatchObject({ kind: 'reconstructed-spread' });
  });

  test('one study, and studies of less than one patient', () => {
    expect(refuse({ sizes: [300] })).toEqual({ kind: 'no-answer', reason: 'too-few-studies', found: 1, needed: 2 });
    const scaled = refuse({ sizes: [1, 1, 998], participants: 500 });
    expect(scaled).toEqual({ kind: 'no-answer', reason: 'not-estimable', found: 0.5, needed: 1 });
  });
});

test.each([
  { estimate: 0, low: 0 },
  { estimate: 1, high: 1 },
  { estimate: NaN },
  { low: 0.55 },
  { high: 0.45 },
  { low: 0.5, high: 0.5 },
  { sizes: [50, 0, 50] },
  { sizes: [50, Infinity] },
  { participants: -1 },
  { level: 95 },
])('misuse: %o', (wrong) => {
  expect(() => reconstructSpread({ estimate: 0.5, low: 0.4, high: 0.6, sizes: SIX, ...wrong })).toThrow(RangeError);
});
