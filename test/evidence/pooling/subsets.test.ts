import { describe, expect, test } from 'vitest';
import { isNoAnswer } from '../../../src/stats/no-answer.js';
import { byEngine } from './by-engine.js';
import { analyse, AUDIT, material, ownRows } from './material.js';

/** The counts of the largest pool as its rows in counts.json say, and a made-up audit: ten trials. */
const withAudit = { ...material, own: ownRows(AUDIT) };
const { trials } = analyse({}, withAudit);

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
