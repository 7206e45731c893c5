import { describe, expect, test } from 'vitest';
import coreFile from '../../data/core.json' with { type: 'json' };
import detailsFile from '../../data/details.json' with { type: 'json' };
import evidenceFile from '../../data/evidence.json' with { type: 'json' };
import { answer } from '../../src/evidence/answer.js';
import type { EvidenceCore } from '../../src/evidence/core.js';
import type { EvidenceDetails } from '../../src/evidence/details.js';
import type { Inputs } from '../../src/evidence/inputs.js';
import type { Evidence } from '../../src/evidence/records.js';
import { enSupport } from '../../src/i18n/en.support.js';
import { createSupportWords } from '../../src/i18n/support.js';
import { english } from '../../src/i18n/translate.js';
import { outlookView } from '../../src/view-model/outlook-view.js';
import { supportView } from '../../src/view-model/support-view.js';

const evidence = evidenceFile as unknown as Evidence;
const core = coreFile as unknown as EvidenceCore;
const evidenceDetails = detailsFile as unknown as EvidenceDetails;
const words = createSupportWords(english);
const ANY: Inputs = { ageGroup: 'any', site: 'any', phototherapy: 'not-stated', maintenance: 'treating' };

function view(inputs: Partial<Inputs> = {}, details = evidenceDetails) {
  const outlook = answer(core, { ...ANY, ...inputs });
  const { options } = outlookView(outlook, false, english);
  return supportView({ outlook, options, details, weeks: core.maintenance.weeks }, words);
}

const DOMAINS = ['riskOfBias', 'inconsistency', 'indirectness', 'imprecision', 'other'];
const FIGURE = /\d+(?:\.\d+)?/g;

const linesOf = (id: string, inputs?: Partial<Inputs>) =>
  view(inputs).choices.find((choice) => choice.id === id)?.lines;

describe('what each choice involves', () => {
  test('names no treatment, every option offered, and keeping the colour, in a fixed order', () => {
    expect(view().choices.map(({ id }) => id)).toEqual([
      'none', 'tci', 'tci-phototherapy', 'phototherapy', 'tacrolimus-microneedling', 'maintenance',
    ]);
    expect(view({ phototherapy: 'unavailable' }).choices.map(({ id }) => id)).toEqual([
      'none', 'tci', 'tacrolimus-microneedling', 'maintenance',
    ]);
  });

  test('says of each what the studies do not cover', () => {
    const start = /^Not covered by these studies; ask your clinician: /;
    for (const { lines } of view().choices) expect(lines.at(-1)).toMatch(start);
  });

  test('counts the groups that put it on twice and once a day, as the table of studies gives them', () => {
    const arms = evidence.studies.flatMap(({ arms }) => arms).filter(({ role }) => role === 'tci-monotherapy');
    const count = (frequency: string | null) => arms.filter((arm) => arm.frequency === frequency).length;
    expect(linesOf('tci')![0]).toContain(
      `twice a day: ${count('twice daily')}. Once a day: ${count('once daily')}. Not stated: ${count(null)}.`,
    );
    expect(count('twice daily')).toBeGreaterThan(30);
  });

  test('counts the groups by light sessions a week, as the table of studies gives them', () => {
    const arms = evidence.studies.flatMap(({ arms }) => arms).filter(({ role }) => role === 'tci-plus-phototherapy');
    const count = (perWeek: number) => arms.filter(({ frequencyPerWeek }) => frequencyPerWeek === perWeek).length;
    const [two, three] = [count(2), count(3)];
    expect(linesOf('tci-phototherapy')![0]).toContain(
      `twice a week: ${two}. Three times a week: ${three}. Other or unclear: ${arms.length - two - three}.`,
    );
    expect(two + three).toBeGreaterThan(8);
  });

  test('tells what untreated patches showed where no treatment is the choice, and of no other group', () => {
    const [unknown, ...rest] = linesOf('none')!;
    expect(unknown).toContain('not known from these studies');
    expect(rest.slice(0, -1)).toEqual(['Patches left untreated: 1 of 10 reached at least 25 % repigmentation']);
    for (const site of ['face-neck', 'hands-feet'] as const) expect(linesOf('none', { site })).toHaveLength(2);
  });

  test('warns beside every light option, and beside no other', () => {
    const warned = view().choices.filter(({ uvWarning }) => uvWarning);
    expect(warned.map(({ id }) => id)).toEqual(['tci-phototherapy', 'phototherapy']);
  });
});

describe('time', () => {
  test('is the length of treatment in the review’s own table, with the months that light alone was looked at', () => {
    // Erratum E11: 2 to 9 months, medians 4 to 6; comparisons.json: light alone at 3, 6 and 12 months; 24 weeks.
    expect(view().times).toEqual([
      { choice: 'Cream or ointment alone', length: '2 to 9 months; medians 4 to 6' },
      { choice: 'Cream or ointment with light treatment', length: expect.stringMatching(/^3 to 12 months; median/) },
      { choice: 'Light treatment alone', length: 'looked at after 3, 6, and 12 months' },
      { choice: 'Microneedling added to tacrolimus', length: 'not printed' },
      { choice: 'Keeping the colour', length: '24 weeks' },
    ]);
  });

  test('has no row for what has no answer', () => {
    expect(view({ site: 'hands-feet' }).times.map(({ choice }) => choice)).toEqual([
      'Cream or ointment alone', 'Microneedling added to tacrolimus', 'Keeping the colour',
    ]);
  });

  test('tells the stated median beside the table and promises no date', () => {
    expect(view().timeNote).toContain('states a median of 3 months. For the pooled studies of cream or ointment alone, its own table shows 2 to 9 months');
    expect(view().timeNote).toContain('None is a date by which colour comes back');
    expect(view({}, { ...evidenceDetails, errata: [] }).timeNote).toMatch(/^These are lengths of treatment\./);
  });

  test('leaves out the table where the numbers are of some people or some sites, which E11 is not about', () => {
    for (const inputs of [{ site: 'face-neck' }, { ageGroup: 'child' }] as const) {
      expect(view(inputs).timeNote).toMatch(/^These are lengths of treatment\./);
    }
  });
});

describe('records in plain words', () => {
  test('every rating has its reasons in words, with the figures of the record', () => {
    const { certainty } = view();
    expect(certainty).toHaveLength(evidence.certainty.outcomes.length);
    expect(certainty[0]).toEqual({
      outcome: 'Cream or ointment alone',
      rating: 'very low',
      reasons: [
        'How the studies were done: serious doubt (counts people who finished; 2 of 23 studies hid who got what)',
        'Studies differ: very serious doubt (from about 2 to 99 of 100, study by study; worked out here)',
        'Fit to the question: serious doubt (types, drugs and lengths mixed)',
        'Width of the ranges: no serious doubt',
        'Other: two studies may share people, E39',
      ],
    });
    expect(certainty.find(({ outcome }) => outcome.startsWith('Cancer'))).toMatchObject({
      rating: 'no evidence of a rate',
      reasons: [],
    });
  });

  test('no reason is left in the record’s own words, and no words are left without a reason', () => {
    const parts = evidence.certainty.outcomes.flatMap((outcome) =>
      Object.entries(outcome).flatMap(([field, text]) =>
        DOMAINS.includes(field) ? text!.split(': ') : [],
      ),
    );
    const keys = Object.keys(enSupport).filter((key) => key.startsWith('reason.'));
    expect([...new Set(parts.map((part) => `reason.${part}`))].sort()).toEqual(keys.sort());
  });

  test('other treatments are named with the figures and the sources of their records', () => {
    const { others, searchEnd } = view();
    const { facts } = evidence.safety.otherTreatments;
    const sorted = (text: string) => [...text.matchAll(FIGURE)].map(String).sort();
    expect(others.map(({ text }) => sorted(text))).toEqual(facts.map(({ statement }) => sorted(statement)));
    expect(others[0]!.text).toContain('about 30 % reached 75 % improvement of a face score at week 24, against 8 to 13 %');
    expect(others.map(({ source }) => source)).toEqual([
      'First topical vitiligo treatment approved',
      "European committee's positive opinion on ruxolitinib cream",
    ]);
    expect(searchEnd).toContain('August 6, 2018');
  });

  test('what a survey found worthwhile is told with its figures', () => {
    const [survey, ...others] = view().worthwhile;
    expect(survey!.text).toContain('most of 165 said that 80 % or more would be worthwhile after 9 months');
    expect(others).toEqual([]);
  });

  test('a page’s own evidence says what it says', () => {
    const [outcome] = evidenceDetails.certainty;
    const own = { ...outcome!, id: 'ours', outcome: 'Our clinic', riskOfBias: 'serious: not blinded' };
    const { certainty } = view({}, { ...evidenceDetails, certainty: [own] });
    expect(certainty[0]!.outcome).toBe('Our clinic');
    expect(certainty[0]!.reasons[0]).toBe('How the studies were done: serious doubt (not blinded)');
  });
});
