import { describe, expect, test } from 'vitest';
import core from '../../data/core.json';
import details from '../../data/details.json';
import { CRITERIA, score } from '../../scripts/ipdas/criteria.js';
import { pageFacts, type SeenPage } from '../../scripts/ipdas/page-facts.js';
import type { EvidenceCore } from '../../src/evidence/core.js';
import type { EvidenceDetails } from '../../src/evidence/details.js';
import { aidItems } from '../../src/view-model/aid-view.js';

const TABLES = { en: { 'decision': 'The question: {treatment}?', 'vitiligo': 'Patches', 'repigmentation': 'Colour (back).' } };

const SEEN: SeenPage = {
  texts: { en: 'Patches.\n The question:  cream or light? Colour (back).' },
  benefitStyle: '16px',
  harmStyle: '16px',
  benefitMarks: ['picture', 'bar', 'row'],
  harmMarks: ['picture', 'bar', 'row'],
  arraySizes: [100, 100],
  sentences: 2,
};

const evidence = core as unknown as EvidenceCore;
const met = (seen: SeenPage, given = evidence) => {
  const facts = pageFacts(seen, TABLES, given, details as unknown as EvidenceDetails);
  return score(facts).filter((item) => item.met).map(({ id }) => id);
};

describe('the criteria for patient decision aids', () => {
  test('are the 35 that hold for an aid about treatments', () => {
    const count = (kind: string) => CRITERIA.filter((criterion) => criterion.kind === kind).length;
    expect([count('qualifying'), count('certifying'), count('quality')]).toEqual([6, 6, 23]);
    expect(new Set(CRITERIA.map(({ id }) => id)).size).toBe(35);
  });

  test('each is proven on the page or says why it is not met', () => {
    expect(CRITERIA.filter(({ proof, notMet }) => (proof === undefined) === (notMet === undefined))).toEqual([]);
  });

  test('each has its line in the file that ships', () => {
    expect(aidItems.map(({ id }) => id)).toEqual(CRITERIA.map(({ id }) => id));
    expect(aidItems.filter((item) => item.met !== !item.evidence.startsWith('Not met'))).toEqual([]);
  });
});

describe('a criterion is lost', () => {
  test('never where the page has what it asks for', () => {
    expect(met(SEEN)).toEqual(expect.arrayContaining(['1.1.1', '1.1.2', '2.1.1', '2.2.1', 'Q7', 'Q8']));
  });

  test.each<[string, string, Partial<SeenPage>]>([
    ['the words of the decision are not on screen', '1.1.2', { texts: { en: 'Patches. Colour (back).' } }],
    ['one language lacks them', '1.1.2', { texts: { ...SEEN.texts, fr: 'Taches.' } }],
    ['harms are set smaller', '2.1.1', { harmStyle: '12px' }],
    ['harms have no picture', '2.1.1', { harmMarks: ['bar', 'row'] }],
    ['a picture has 99 parts', 'Q7', { arraySizes: [100, 99] }],
    ['there is no picture', 'Q7', { arraySizes: [] }],
    ['no sentence stands with the numbers', 'Q8', { sentences: 0 }],
  ])('where %s: %s', (_what, id, change) => {
    expect(met({ ...SEEN, ...change })).not.toContain(id);
  });

  test('where a number cites nothing', () => {
    const [first, ...others] = evidence.strata;
    const uncited = { ...first!, responses: first!.responses.map((response) => ({ ...response, references: [] })) };
    expect(met(SEEN, { ...evidence, strata: [uncited, ...others] })).not.toContain('2.2.1');
  });

  test('where the harms of an option are not spoken of', () => {
    expect(met(SEEN, { ...evidence, adverseEvents: [] })).not.toContain('1.1.5');
  });
});
