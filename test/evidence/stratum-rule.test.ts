import { describe, expect, test } from 'vitest';
import core from '../../data/core.json';
import comparisons from '../../data/comparisons.json';
import { answer } from '../../src/evidence/answer.js';
import type { EvidenceCore } from '../../src/evidence/core.js';
import { INPUTS, type Inputs } from '../../src/evidence/inputs.js';
import type { Treatment } from '../../src/evidence/outlook.js';
import { differences, rows } from './outlook-table.js';

const evidence = core as unknown as EvidenceCore;
const defaults: Inputs = { ageGroup: 'any', site: 'any', phototherapy: 'not-stated', maintenance: 'treating' };
const answerTo = (inputs: Partial<Inputs>) => answer(evidence, { ...defaults, ...inputs });
const optionOf = (inputs: Partial<Inputs>, treatment: Treatment) =>
  answerTo(inputs).options.find((option) => option.treatment === treatment)!;

describe('the stratum rule, against the table that was written out on its own', () => {
  test('the table has every combination of answers once', () => {
    const combinations = Object.values(INPUTS).reduce((product, { length }) => product * length, 1);
    expect(new Set(rows.map(({ title }) => title)).size).toBe(combinations);
    expect(rows).toHaveLength(72);
  });

  test.each(rows)('$title', (row) => {
    expect(differences(answer(evidence, row.inputs), row)).toEqual([]);
  });

  test('every option has every field, null where there is nothing', () => {
    const text = JSON.stringify(rows.map(({ inputs }) => answer(evidence, inputs)));
    expect(JSON.parse(text)).toStrictEqual(rows.map(({ inputs }) => answer(evidence, inputs)));
  });
});

describe('what people without a TCI showed', () => {
  const printed = comparisons.comparatorContext.rows;

  test.each(INPUTS.site)('site %s: the rows of that site, as the record has them', (site) => {
    const expected = printed.filter((row) => site === 'any' || row.site === site);
    const shown = optionOf({ site }, 'tci').without;
    expect(shown.map(({ study, threshold, events, total }) => ({ study, threshold, events, total }))).toEqual(
      expected.map(({ study, threshold, events = null, total = null }) => ({ study, threshold, events, total })),
    );
  });

  test('stands with TCI alone and with no other option', () => {
    const others = answerTo({}).options.filter(({ treatment }) => treatment !== 'tci');
    expect(others.flatMap(({ without }) => without)).toEqual([]);
  });
});

describe('an answer that was not understood', () => {
  test('age or site: no rates for any option that depends on it; microneedling has a reason of its own', () => {
    for (const name of ['ageGroup', 'site'] as const) {
      const { options, inputs } = answerTo({ [name]: null });
      expect(inputs[name]).toBeNull();
      expect(options.map(({ treatment, match, reason }) => [treatment, match, reason])).toEqual([
        ['tci', 'none', 'input-not-understood'],
        ['tci-phototherapy', 'none', 'input-not-understood'],
        ['phototherapy', 'none', 'input-not-understood'],
        ['tacrolimus-microneedling', 'none', 'ratio-only'],
      ]);
      const shown = options.flatMap(({ responses, alsoRelevant, context }) => [responses, alsoRelevant, context]);
      expect(shown.flat()).toEqual([]);
    }
  });

  test('light: what needs no light is answered as if it had not been asked', () => {
    const { options } = answerTo({ site: 'hands-feet', phototherapy: null });
    expect(options[0]).toEqual(optionOf({ site: 'hands-feet' }, 'tci'));
    expect(options.slice(1, 3).map(({ reason }) => reason)).toEqual(['input-not-understood', 'input-not-understood']);
  });

  test('stage: rates do not depend on it, and nothing is said of maintenance', () => {
    const { options, maintenance } = answerTo({ maintenance: null });
    expect(options).toEqual(answerTo({}).options);
    expect(maintenance).toBeNull();
  });

  test('once repigmented, an age or site not understood leaves the trial without its numbers', () => {
    for (const name of ['ageGroup', 'site'] as const) {
      const { maintenance } = answerTo({ maintenance: 'repigmented', [name]: null });
      expect(maintenance).toMatchObject({ match: 'none', reason: 'input-not-understood', arms: [], comparison: [] });
    }
  });
});
