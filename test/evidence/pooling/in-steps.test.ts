import { describe, expect, test } from 'vitest';
import { inSlices } from '../../../src/adapters/import/in-slices.js';
import { ITEMS_A_STEP, type Steps } from '../../../src/evidence/in-steps.js';
import { analysingPool, selectingPool, type PoolAnalysis, type PoolRequest } from '../../../src/evidence/pooling/analyse-pool.js';
import { allRows, type PoolMaterial } from '../../../src/evidence/pooling/material.js';
import { DEFAULT_METHOD, type Method } from '../../../src/evidence/pooling/method.js';
import { poolAll, poolEach } from '../../../src/evidence/pooling/pool-all.js';
import { poolTrials } from '../../../src/evidence/pooling/pool-some.js';
import { SET_IDS } from '../../../src/evidence/pooling/sensitivity-sets.js';
import type { CountRow } from '../../../src/schema/index.js';
import { analyse, ANY, material, ownRows } from './material.js';

const ROWS = 20 * ITEMS_A_STEP;
const [AT, OTHER] = ownRows(
  { study: 'A', treatment: 'tci', threshold: 'any', events: 10, total: 40, site: 'all', durationMonths: 3 },
  { study: 'A', treatment: 'tci', threshold: 'any', events: 10, total: 40, site: 'face-neck', arm: 'face' },
) as [CountRow, CountRow];

/** Some with two arms, some of another site, in lesions, or with nobody or everybody. */
const own = Array.from({ length: ROWS }, (_, i): CountRow => {
  const total = 30 + (i % 13);
  const counts = { events: i % (total + 1), total, people: i % 5 ? total : total - 7, unit: i % 5 ? 'patients' : 'lesions' } as const;
  const study = `Clinic ${i % 4 === 1 ? i - 1 : i}`;
  return { ...(i % 9 ? AT : OTHER), ...counts, study, arm: i % 4 === 1 ? 'second' : 'first' };
});
const many: PoolMaterial = { ...material, own };

/** Every step in a slice of its own; tells how many there were. */
async function stepByStep<T>(work: Steps<T>): Promise<{ steps: number; result: T }> {
  let steps = 0;
  const pause = () => Promise.resolve(void (steps += 1));
  return { result: await inSlices(work, { sliceMs: 0, pause }), steps };
}

async function inManySlices(request: PoolRequest): Promise<{ steps: number; analysis: PoolAnalysis }> {
  const selection = await stepByStep(selectingPool(many, request.question, request.set));
  const { steps, result } = await stepByStep(analysingPool(request, selection.result));
  return { steps: selection.steps + steps, analysis: result };
}

describe('the analysis of many rows', () => {
  const dropped: Method = { ...DEFAULT_METHOD, estimator: 'DL', zeroCells: 'drop' };
  const requests: [string, Partial<PoolRequest>][] = [
    ...SET_IDS.map((set): [string, Partial<PoolRequest>] => [`the set ${set}`, { set }]),
    ['studies left out', { without: ['Clinic 2', 'Clinic 9998', 'xu-2009', 'of nobody'] }],
    ['zero cells dropped, and studies left out', { method: dropped, without: ['Clinic 2', 'Clinic 30'] }],
    ['no study left in', { without: [...new Set(analyse({}, many).trials.map(({ study }) => study))] }],
  ];

  test.each(requests)('is the same in slices and at once: %s', { timeout: 60_000 }, async (_name, changed) => {
    const request = { question: ANY, method: DEFAULT_METHOD, set: 'all', without: [], ...changed } as const;
    const { analysis } = await inManySlices(request);
    expect(analysis).toEqual(analyse(request, many));
  });

  test('stops in every stage: no step goes through more than some hundred rows', async () => {
    const { steps } = await inManySlices({ question: ANY, method: DEFAULT_METHOD, set: 'all', without: [] });
    expect(steps).toBeGreaterThan((5 * ROWS) / ITEMS_A_STEP / 2);
  });

  test('is that of all its trials: effects in parts are those of the whole, and each weight is its own', () => {
    const { trials, result } = analyse({ method: dropped, without: ['Clinic 2'] }, many);
    const included = trials.filter((trial) => trial.included);
    const whole = poolTrials(included, dropped);
    if (result.kind !== 'pooled' || whole.kind !== 'pooled') throw new Error('no pool');
    expect(result.estimate).toBe(whole.estimate);
    const atEnds = included.filter(({ events, total }) => events === 0 || events === total);
    expect(result.effects.dropped.map(({ study }) => study)).toEqual(atEnds.map(({ study }) => study));
    expect(included.filter(({ effect }) => effect).map(({ weight }) => weight)).toEqual(whole.fit!.weights);
    for (const { events, total, effect, weight } of trials) {
      expect(effect === null).toBe(events === 0 || events === total);
      if (effect === null) expect(weight).toBeNull();
    }
  });

  test('has the literature by year, then the page’s and the reader’s own as given, each with its origin', () => {
    const given = own.slice(0, 10).map((row) => ({ ...row, study: `Page ${row.study}` }));
    const { trials } = analyse({}, { ...many, given });
    const count = (origin: string) => trials.filter((trial) => trial.origin === origin).length;
    expect(trials.map(({ origin }) => origin)).toEqual([
      ...Array<string>(count('literature')).fill('literature'),
      ...Array<string>(count('page')).fill('page'),
      ...Array<string>(count('reader')).fill('reader'),
    ]);
    expect(count('literature')).toBe(analyse().trials.length);
    expect(count('page')).toBe(trials.filter(({ study }) => study.startsWith('Page')).length);
    const readers = trials.filter(({ origin }) => origin === 'reader').map(({ study }) => study);
    expect(readers).toEqual([...new Set(own.map(({ study }) => study))].filter((study) => readers.includes(study)));
  });
});

test('the pools of the cards are the same in slices and at once', { timeout: 60_000 }, async () => {
  const rows = allRows(many);
  const { result, steps } = await stepByStep(poolEach(rows, DEFAULT_METHOD));
  expect(result).toEqual(poolAll(rows));
  // 36 groups at four thresholds: each looks at all rows.
  expect(steps).toBeGreaterThan((100 * ROWS) / ITEMS_A_STEP);
});
