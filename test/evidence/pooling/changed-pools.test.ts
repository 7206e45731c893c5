import { describe, expect, test } from 'vitest';
import { changedPools, poolQuestions } from '../../../src/evidence/pooling/changed-pools.js';
import { isNoAnswer } from '../../../src/stats/no-answer.js';
import fixture from '../../fixtures/r/workbench.json';
import { material, ownRows } from './material.js';

/** The rows that the R script adds: a trial of the review at a threshold it lacks, and a made-up study. */
const LEPE = {
  study: 'lepe-2003', leeRef: 7, year: 2003, population: 'children', arm: 'tac-0.1', withinPatient: true, durationMonths: 2,
  treatment: 'tci', threshold: 25, events: 15, total: 20,
};
const MADE_UP = { study: 'made-up-2020', treatment: 'tci', threshold: 'any', events: 22, total: 40, year: 2020 };

const changedBy = (...rows: object[]) => changedPools(material, { ...material, own: ownRows(...rows) });
const asked = (pools: ReturnType<typeof changedPools>) =>
  pools.map(({ question }) => `${question.treatment} ${question.ageGroup} ${question.site} ${question.threshold}`);

describe('what added rows change', () => {
  test('every question is asked once', () => {
    const questions = poolQuestions().map((question) => JSON.stringify(question));
    // Three treatments, three age groups, four sites, four thresholds.
    expect(new Set(questions).size).toBe(144);
    expect(questions).toHaveLength(144);
  });

  test('the pools of their treatment, age, site and threshold, and no others', () => {
    expect(asked(changedBy(LEPE))).toEqual(['tci any any 25', 'tci child any 25']);
    expect(asked(changedBy({ ...MADE_UP, population: 'adults' }))).toEqual(['tci any any any', 'tci adult any any']);
    expect(asked(changedBy({ ...MADE_UP, alsoSites: ['hands-feet'] }))).toEqual(['tci any any any', 'tci any hands-feet any']);
  });

  test('a pool that has the trial already, with another arm of different people', () => {
    const arm = { study: 'xu-2009', population: 'all', arm: 'another', treatment: 'tci', threshold: 'any', events: 5, total: 10 };
    // Among the literature's rows, where the order of the trials stays.
    const literature = [...material.literature, ...ownRows(arm)];
    const [change, ...others] = changedPools(material, { ...material, literature });
    expect(others).toEqual([]);
    const totals = [change!.before, change!.after].map(({ trials }) => trials.find(({ study }) => study === 'xu-2009')!.total);
    expect(totals).toEqual([30, 40]);
  });

  test.each([
    ['a row that is only shown', { ...MADE_UP, pool: false, notPooledBecause: 'made up' }],
    ['a comparator', { ...MADE_UP, treatment: 'other-comparator', comparator: 'placebo' }],
    ['complete repigmentation', { ...MADE_UP, threshold: 'complete' }],
    // The literature's row of the same arm counts, not the second one.
    ['a count that is there already', {
      study: 'xu-2009', population: 'all', arm: 'tac-0.1', treatment: 'tci', threshold: 'any', events: 1, total: 30,
    }],
  ])('nothing, with %s', (_name, row) => {
    expect(asked(changedBy(row))).toEqual([]);
  });

  test('the numbers after are those of R, and those before are the shipped ones', () => {
    const pools = changedBy(LEPE, MADE_UP);
    for (const { threshold, k, ...expected } of fixture.pools) {
      const found = pools.find(({ question }) => question.ageGroup === 'any' && String(question.threshold) === threshold);
      const { before, after } = found!;
      if (isNoAnswer(before.result) || isNoAnswer(after.result)) throw new Error('no pool');
      expect(after.result.effects.trials).toHaveLength(k);
      for (const name of ['estimate', 'low', 'high'] as const) {
        // R writes 15 digits; metafor's own iteration stops at 1e-12 of tau-squared.
        expect(Math.abs(after.result[name] - expected[name]), name).toBeLessThan(1e-9);
      }
      const shipped = material.core.pools.find((row) => row.treatment === 'tci' && row.ageGroup === 'any' && row.site === 'any');
      const response = shipped!.responses.find((row) => String(row.threshold) === threshold);
      expect(Math.abs(before.result.estimate - response!.estimate)).toBeLessThan(1e-12);
    }
  });

  test('coverage grows where the review pooled the study, and not otherwise', () => {
    const coverage = (rows: object[]) => changedBy(...rows).map(({ before, after }) => [
      before.coverage!.counted, after.coverage!.counted, after.coverage!.pooledByReview,
    ]);
    expect(coverage([LEPE])).toEqual([[2, 3, 21], [0, 1, 5]]);
    const beyond = changedBy({ ...MADE_UP, threshold: 25 })[0]!;
    expect([beyond.before.coverage, beyond.after.coverage]).toMatchObject([
      { counted: 2, beyondReview: 0 },
      { counted: 2, beyondReview: 1 },
    ]);
  });
});
