import { describe, expect, test } from 'vitest';
import { compareWithinTrials } from '../../../src/evidence/pooling/comparisons.js';
import { DEFAULT_METHOD } from '../../../src/evidence/pooling/method.js';
import { analyse, ANY, AUDIT, material, ownRows } from './material.js';

const ARMS = ownRows(
  { ...AUDIT, arm: 'both', treatment: 'tci-phototherapy', phototherapy: 'nbuvb' },
  { ...AUDIT, arm: 'light', treatment: 'phototherapy', phototherapy: 'nbuvb' },
);

/** Studies of a reader's own, each with cream and light in one arm and light alone in the other. */
const withStudies = (count: number) => {
  const own = Array.from({ length: count }, (_, i) => ARMS.map((arm) => ({ ...arm, study: `Study ${i}` })));
  return { ...material, own: own.flat() };
};
const [few, many] = [withStudies(500), withStudies(10_000)];

/** The least of some runs: what else a machine does only adds to it. */
function timeOf(work: () => unknown): number {
  const times = Array.from({ length: 5 }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return Math.min(...times);
}

// To look at every row for every row would take four hundred times as long for twenty times the rows; a full memory
// alone has been seen to take four times as long for each.
describe('takes time in proportion to the rows', () => {
  const anywhere = { ageGroup: 'any', site: 'any' } as const;
  const request = { question: { ...ANY, treatment: 'tci-phototherapy' }, set: 'parallel-groups' } as const;
  test.each<[string, (of: typeof material) => unknown]>([
    ['comparisons within trials', (of) => compareWithinTrials(of, anywhere, DEFAULT_METHOD)],
    ['the set of parallel groups', (of) => analyse(request, of)],
  ])('%s', { timeout: 60_000 }, (_name, work) => {
    expect(timeOf(() => work(many)) / timeOf(() => work(few))).toBeLessThan(120);
  });
});
