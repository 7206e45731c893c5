import { describe, expect, test } from 'vitest';
import { clopperPearson } from '../../../src/stats/single-proportion.js';
import { logistic } from '../../../src/stats/back-transform.js';
import { testMean } from '../../../src/stats/inference.js';
import { fitMeanModel } from '../../../src/stats/mean-model.js';
import { isNoAnswer } from '../../../src/stats/no-answer.js';
import { analyse, AUDIT, material, ownRows } from './material.js';

/** The counts of the largest pool as its rows in counts.json say, and a made-up audit: ten trials. */
const withAudit = { ...material, own: ownRows(AUDIT) };
const { trials } = analyse({}, withAudit);

type Counted = Pick<(typeof trials)[number], 'study' | 'events' | 'total' | 'people'>;

/** The engine on a subset: logits with half an event where a cell is zero, REML, Hartung-Knapp with its floor. */
function byEngine(subset: readonly Counted[]) {
  if (subset.length === 1) {
    const { events, total } = subset[0]!;
    return { estimate: events / total, ...clopperPearson(events, total) };
  }
  const corrected = subset.map(({ events, total }) => {
    const add = events === 0 || events === total ? 0.5 : 0;
    return { x: events + add, others: total - events + add };
  });
  const fit = fitMeanModel(
    corrected.map(({ x, others }) => Math.log(x / others)),
    corrected.map(({ x, others }, i) => ((1 / x + 1 / others) * subset[i]!.total) / subset[i]!.people),
    { method: 'REML' },
  );
  if (isNoAnswer(fit)) return fit;
  const mean = testMean(fit, { test: 'adhoc' });
  if (isNoAnswer(mean)) return mean;
  const [estimate, low, high] = [mean.estimate, mean.low, mean.high].map(logistic) as [number, number, number];
  return { estimate, low, high, weights: fit.weights };
}

describe('every subset of the largest pool', () => {
  test('there are ten trials, so 1024 subsets', () => {
    expect(trials).toHaveLength(10);
  });

  test('switching studies off gives what the engine gives for the rest', () => {
    let pooled = 0;
    for (let mask = 0; mask < 2 ** trials.length; mask++) {
      const kept = trials.filter((_, i) => mask & (1 << i));
      const without = trials.filter((trial) => !kept.includes(trial)).map(({ study }) => study);
      const { result, trials: rows } = analyse({ without }, withAudit);
      const shown = rows.filter(({ included }) => included).map(({ study }) => study);
      expect(shown).toEqual(kept.map(({ study }) => study));
      if (kept.length === 0) {
        expect(result).toMatchObject({ kind: 'no-answer', reason: 'no-studies' });
        continue;
      }
      const expected = byEngine(kept);
      if ('kind' in expected || isNoAnswer(result)) throw new Error(`no answer for ${without.join(', ')}`);
      expect(Math.abs(result.estimate - expected.estimate)).toBeLessThan(1e-14);
      expect(Math.abs(result.low - expected.low)).toBeLessThan(1e-13);
      expect(Math.abs(result.high - expected.high)).toBeLessThan(1e-13);
      if (!expected.weights) continue;
      pooled += 1;
      const weights = rows.filter(({ included }) => included).map(({ weight }) => weight);
      // The sums run in another order.
      weights.forEach((weight, i) => expect(Math.abs(weight! - expected.weights[i]!)).toBeLessThan(1e-11));
      expect(rows.filter(({ included }) => !included).every(({ weight }) => weight === null)).toBe(true);
    }
    expect(pooled).toBe(1024 - 10 - 1);
  });
});
