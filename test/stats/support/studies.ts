import fc from 'fast-check';
import type { NoAnswer } from '../../../src/stats/no-answer.js';
import { numbersBetween, powersOfTen } from './numbers.js';

export interface Effects {
  readonly yi: number[];
  readonly vi: number[];
}

/** Effects with variances from 1e-3 to 10, two to twelve studies. */
export const someEffects = (): fc.Arbitrary<Effects> =>
  fc
    .array(
      fc.tuple(
        numbersBetween(-3, 3),
        powersOfTen(-3, 1),
      ),
      { minLength: 2, maxLength: 12 },
    )
    .map((studies) => ({ yi: studies.map(([y]) => y), vi: studies.map(([, v]) => v) }));

export interface Counts {
  readonly events: number[];
  readonly totals: number[];
}

/** Events among totals of 1 to 200, two to ten studies. */
export const someCounts = (): fc.Arbitrary<Counts> =>
  fc
    .array(
      fc.integer({ min: 1, max: 200 }).chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n))),
      { minLength: 2, maxLength: 10 },
    )
    .map((studies) => ({ events: studies.map(([x]) => x), totals: studies.map(([, n]) => n) }));

/** The answer, or a failed test that shows the no-answer. */
export function answered<T extends { readonly kind: string }>(result: T | NoAnswer): T {
  if (result.kind === 'no-answer') throw new Error(`no answer: ${JSON.stringify(result)}`);
  return result as T;
}

/** Full or restricted log-likelihood of tau-squared, straight from the density of the effects or of their contrasts. */
export function densityLogLikelihood({ yi, vi }: Effects, tauSquared: number, method: 'ML' | 'REML'): number {
  const w = vi.map((v) => 1 / (v + tauSquared));
  const sum = w.reduce((a, b) => a + b, 0);
  const mean = yi.reduce((a, y, i) => a + w[i]! * y, 0) / sum;
  const full = yi.reduce((a, y, i) => a + (Math.log(w[i]! / (2 * Math.PI)) - w[i]! * (y - mean) ** 2) / 2, 0);
  return method === 'ML' ? full : full - Math.log(sum / (2 * Math.PI * yi.length)) / 2;
}
