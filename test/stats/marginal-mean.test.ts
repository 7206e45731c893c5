import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { marginalMean } from '../../src/stats/marginal-mean.js';
import { expectClose } from './support/close-to.js';
import { answered } from './support/studies.js';
import { numbersBetween } from './support/numbers.js';

const upTo = (max: number) => numbersBetween(0, max);
const logistic = (x: number) => 1 / (1 + Math.exp(-x));

/** The same mean by the trapezoidal rule, exact to rounding for such integrals. */
function meanByTrapezoid(centre: number, tau: number): number {
  const step = 0.002;
  let sum = 0;
  for (let z = -10; z <= 10; z += step) sum += Math.exp((-z * z) / 2) * logistic(centre + tau * z);
  return (sum * step) / Math.sqrt(2 * Math.PI);
}

describe('the mean over studies of a logit pool', () => {
  test.each([
    [0.1, 1e-12], [0.5, 1e-12], [1, 1e-12], [2, 1e-12], [3.3, 1e-12], [5, 1e-11], [8, 1e-7],
  ])('tau %s: to %s', (tau, tolerance) => {
    const mean = answered(marginalMean({ estimate: 1, low: -3, high: 2.5 }, tau * tau));
    expectClose(mean.estimate, meanByTrapezoid(1, tau), tolerance);
    expectClose(mean.low, meanByTrapezoid(-3, tau), tolerance);
    expectClose(mean.high, meanByTrapezoid(2.5, tau), tolerance);
  });

  test('is the median study when studies do not differ', () => {
    const mean = answered(marginalMean({ estimate: 1, low: 0, high: 2 }, 0));
    expectClose(mean.estimate, logistic(1), 1e-15);
    expectClose(mean.low, 0.5, 1e-15);
    expectClose(mean.high, logistic(2), 1e-15);
  });

  test('lies between the median study and one half, and mirrors', () => {
    fc.assert(
      fc.property(upTo(5), upTo(9), (logit, tauSquared) => {
        const { estimate, low } = answered(marginalMean({ estimate: logit, low: -logit, high: logit }, tauSquared));
        expect(estimate).toBeLessThanOrEqual(logistic(logit) + 1e-12);
        expect(estimate).toBeGreaterThanOrEqual(0.5 - 1e-12);
        expectClose(low + estimate, 1, 1e-12);
      }),
      { numRuns: 30 },
    );
  });

  test('is refused for a spread that no quadrature of this size settles', () => {
    expect(marginalMean({ estimate: 1, low: 0, high: 2 }, 1e4)).toEqual({
      kind: 'no-answer', reason: 'did-not-converge', found: 512, needed: 512, method: 'Gauss-Hermite', iterations: 512,
    });
  });

  test.each([-1, NaN, Infinity])('tau-squared %s is misuse', (tauSquared) => {
    expect(() => marginalMean({ estimate: 1, low: 0, high: 2 }, tauSquared)).toThrow(RangeError);
  });
});
