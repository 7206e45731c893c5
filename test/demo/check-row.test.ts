import { describe, expect, test } from 'vitest';
import { buildOutputs } from '../../data/outputs.js';
import { adverseEventsIn, checkRow, countsIn, newStudies, type Addition, type CountList } from '../../demo/workbench/check-row.js';
import { countsFile } from '../../src/adapters/export/counts-file.js';
import type { CountsFile, Evidence, OtherStudy } from '../../src/schema/index.js';
import { readData } from '../data/read-files.js';

const evidence = JSON.parse(readData('evidence.json')) as Evidence;
const file = JSON.parse(readData('counts.json')) as CountsFile;

/** A row of a trial of the review, as the form gives it; the counts are made up. */
const ROW = {
  study: 'lepe-2003', leeRef: 7, year: 2003, population: 'children', design: ['WP', 'DB', 'RCT'], durationMonths: 2,
  withinPatient: true, treatment: 'tci', arm: 'tac-0.1', threshold: 25, site: 'all', unit: 'patients', events: 15, total: 20,
  people: 20, count: 'stated', basis: 'made up', sourceLevel: 'full-text', place: 'Table 2', url: 'https://doi.org/10.1000/x',
  extractions: 1,
};
const STUDY: OtherStudy = {
  id: 'made-up-2020',
  citation: { authors: 'Example A', year: 2020, title: 'A made-up trial', doi: '10.1000/made-up' },
  afterReview: true,
  note: null,
};
const OF_STUDY = { ...ROW, study: STUDY.id, leeRef: null, year: 2020, design: null, durationMonths: null };

/** An adverse event of the same trial; it has no site, threshold, place or number of readings. */
const EVENT = {
  study: 'lepe-2003', leeRef: 7, year: 2003, population: 'children', design: ['WP', 'DB', 'RCT'], durationMonths: 2,
  withinPatient: true, under2Years: false, treatment: 'tci', arm: 'tac-0.1', agent: null, phototherapy: null, comparator: null,
  event: 'itching', printedTerm: 'pruritus', unit: 'patients', events: 2, total: 20, pool: true, notPooledBecause: null,
  basis: 'made up', sourceLevel: 'full-text', url: 'https://doi.org/10.1000/x', note: null,
};

function check(input: object, study: OtherStudy | null = null, added: readonly Addition[] = []) {
  const list: CountList = 'event' in input ? 'adverseEvents' : 'repigmentation';
  const checked = checkRow({ list, input: { ...input }, study }, added, evidence);
  return 'addition' in checked ? checked.addition : checked.problems.map(({ field, text }) => [field, text]);
}

describe('a row of the form', () => {
  test.each<[string, object, OtherStudy | null]>([
    ['of a trial of the review', ROW, null],
    ['of a new study, with its citation', OF_STUDY, STUDY],
    ['of adverse events', EVENT, null],
    ['of adverse events of a new study', { ...EVENT, study: STUDY.id, leeRef: null, year: 2020, design: null, durationMonths: null }, STUDY],
  ])('%s passes, and so it does the data build', (_name, input, study) => {
    const addition = check(input, study) as Addition;
    expect(addition.row).toMatchObject(input);
    const text = countsFile(file, {
      rows: countsIn([addition]), adverseEvents: adverseEventsIn([addition]), otherStudies: newStudies([addition]),
    });
    expect(buildOutputs((name) => (name === 'counts.json' ? text : readData(name)))).toMatchObject({ ok: true });
  });

  test.each<[string, object, OtherStudy | null, string, string]>([
    ['more events than people', { ...ROW, events: 21 }, null, 'events', 'events has 21 events among 20 [events-exceed-total]'],
    ['a word for a number', { ...ROW, total: 'twenty' }, null, 'total', 'total is twenty, expected number [wrong-type]'],
    ['nothing about how it was read', { ...ROW, basis: '' }, null, 'basis', 'basis is empty [empty]'],
    ['a full text without a place', { ...ROW, place: undefined }, null, 'place',
      'place is missing: a number from a full text names its table or page [place-missing]'],
    ['an address that is none', { ...ROW, url: 'javascript:alert(1)' }, null, 'url', expect.stringContaining('[bad-format]') as string],
    ['other months than the table', { ...ROW, durationMonths: 9 }, null, 'durationMonths',
      'durationMonths is 9, the study has 2 [differs-from-study]'],
    ['a study that no list has', OF_STUDY, null, 'study', 'study names the study "made-up-2020", which no record has [unknown-study]'],
    ['a DOI that is none', OF_STUDY, { ...STUDY, citation: { ...STUDY.citation, doi: 'x' } }, 'new-doi',
      expect.stringMatching(/^doi is "x".*\[bad-format\]$/) as string],
    ['more people with an event than people', { ...EVENT, events: 21 }, null, 'events',
      'events has 21 events among 20 [events-exceed-total]'],
    ['an event in no words of the source', { ...EVENT, printedTerm: '' }, null, 'printedTerm', 'printedTerm is empty [empty]'],
    ['a kind of event that the data have not', { ...EVENT, event: 'sneezing' }, null, 'event',
      expect.stringMatching(/^event is "sneezing", allowed are burning, .*\[not-allowed\]$/) as string],
    ['an event pooled by lesion', { ...EVENT, unit: 'lesions' }, null, 'unit',
      'unit is "lesions": events are pooled by person (patients); such a row is shown, not pooled [lesions-without-people]'],
    ['an event with a field of repigmentation', { ...EVENT, threshold: 25 }, null, 'threshold',
      'threshold is not a field of this record [unknown-key]'],
    ['an event that the data have', { ...EVENT, event: 'burning', printedTerm: 'burning sensation (lesions)' }, null, 'printedTerm',
      'printedTerm repeats "lepe-2003 / tac-0.1 / burning sensation (lesions)" [duplicate-row]'],
    ['an id that a study has', OF_STUDY, { ...STUDY, id: 'grimes-2004' }, 'new-id', expect.stringContaining('[duplicate-id]') as string],
  ])('%s is refused, with its field', (_name, input, study, field, text) => {
    expect(check(input, study)).toContainEqual([field, text]);
  });

  test('must agree with the rows added before', () => {
    const first = check(ROW) as Addition;
    const higher = check({ ...ROW, threshold: 75, events: 16 }, null, [first]);
    expect(higher).toContainEqual(['events', expect.stringContaining('more than the 15 at the lower threshold 25')]);
    expect(check({ ...ROW, threshold: 75, events: 8 }, null, [first])).toHaveProperty('row');
    expect(check(ROW, null, [first])).toContainEqual(['study', expect.stringContaining('[duplicate-row]')]);
    const event = check(EVENT) as Addition;
    expect(check(EVENT, null, [first, event])).toContainEqual(['printedTerm', expect.stringContaining('[duplicate-row]')]);
    expect(check({ ...EVENT, printedTerm: 'itch' }, null, [first, event])).toHaveProperty('row');
  });

  test('a study that several rows bring stands once in the file', () => {
    const rows = [25, 50].map((threshold) => check({ ...OF_STUDY, threshold }, STUDY) as Addition);
    expect(newStudies(rows)).toEqual([STUDY]);
  });
});
