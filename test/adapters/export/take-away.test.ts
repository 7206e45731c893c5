import { describe, expect, test } from 'vitest';
import { COLUMNS, toCsv, toText } from '../../../src/adapters/export/index.js';
import { bundledEvidence } from '../../../src/bundled-evidence.js';
import { answer } from '../../../src/evidence/answer.js';
import { INPUTS, type Inputs } from '../../../src/evidence/inputs.js';
import comparisons from '../../../data/comparisons.json' with { type: 'json' };
import published from '../../../data/published-estimates.json' with { type: 'json' };

const inputs: Inputs = { ageGroup: 'any', site: 'any', phototherapy: 'not-stated', maintenance: 'treating' };
const outlookFor = (some: Partial<Inputs> = {}) => answer(bundledEvidence.core, { ...inputs, ...some });

const everyInput: Inputs[] = INPUTS.ageGroup.flatMap((ageGroup) =>
  INPUTS.site.flatMap((site) =>
    INPUTS.phototherapy.flatMap((phototherapy) =>
      INPUTS.maintenance.map((maintenance) => ({ ageGroup, site, phototherapy, maintenance })),
    ),
  ),
);

const childRecords = published.estimates.filter(
  ({ treatment, stratum, outcome }) =>
    treatment === 'tci-monotherapy' && stratum.ageGroup === 'children' && outcome === 'repigmentation',
);

/** A CSV file as RFC 4180 has it, by column. */
function parseCsv(text: string): Record<string, string>[] {
  const [head = [], ...rows] = text.trimEnd().split('\r\n').map((line) =>
    [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].slice(0, COLUMNS.length).map(([, cell = '']) =>
      cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell,
    ),
  );
  return rows.map((row) => Object.fromEntries(head.map((name, index) => [name, row[index]!])));
}

describe('the note', () => {
  test.each(childRecords)('states what was printed for children: $id', ({ estimatePct, ciLowPct, ciHighPct }) => {
    const [estimate, low, high] = [estimatePct, ciLowPct, ciHighPct].map((value) => value!.toFixed(1));
    expect(toText(outlookFor({ ageGroup: 'child' }))).toContain(`${estimate} % (95 % CI ${low} to ${high})`);
  });

  test('says what it is not, and which evidence it comes from', () => {
    const outlook = outlookFor();
    expect(toText(outlook)).toContain('Not a forecast for one person');
    expect(toText(outlook)).toContain(outlook.evidence.version);
  });

  test('says of a zero without a number of people that it does not mean never', () => {
    const notes = [toText(outlookFor({ site: 'face-neck' })), toText(outlookFor({ site: 'hands-feet' }))];
    expect(notes.join('')).not.toMatch(/: 0 of 100 reached/);
    expect(notes[0]).toMatch(/Cream without the drug, on the face: none reached .*does not mean never/);
    expect(notes[1]).toMatch(/Hands and feet: none reached .*does not mean never/);
  });

  test('has what a review found without a ratio beside its ratios, once', () => {
    const { trials, participants } = comparisons.otherReviews.find(({ id }) => id === 'li-2017-overall')!;
    const note = toText(outlookFor({ site: 'face-neck', phototherapy: 'available' }));
    expect(note.split(`${trials} trials, ${participants} people. No ratio was printed`)).toHaveLength(2);
  });

  test('names its sources, and what light alone comes from', () => {
    const note = toText(outlookFor({ maintenance: 'repigmented' }));
    const sources = note.split('\n').find((line) => line.startsWith('Sources of these figures'))!;
    const named = ['lee-2019', 'bae-2017', 'dang-2016', 'maaddawi-2023', 'cavalie-2015', 'radakovic-2009', 'seneschal-2021'];
    expect(named.filter((id) => !sources.includes(id))).toEqual([]);
    expect(note).toContain('From another review that counted all who started; no range printed.');
  });

  test.each(everyInput)('has no gap for $ageGroup, $site, $phototherapy, $maintenance', (some) => {
    expect(toText(outlookFor(some))).not.toMatch(/undefined|null|NaN|\{\w+\}|\[object/);
  });
});

describe('the table', () => {
  test.each(everyInput)('has every figure for $ageGroup, $site, $phototherapy, $maintenance', (some) => {
    const outlook = outlookFor(some);
    const responses = outlook.options.flatMap((option) => [
      ...option.responses,
      ...option.alsoRelevant.flatMap((also) => also.responses),
    ]);
    const figures = [...responses, ...outlook.adverseEvents, ...(outlook.maintenance?.arms ?? [])];
    const rows = parseCsv(toCsv(outlook));
    const cell = (value: number | null) => (value === null ? '' : String(value));
    expect(rows.map(({ estimate, low, high }) => [estimate, low, high])).toEqual(
      figures.map(({ estimate, low, high }) => [estimate, low, high].map(cell)),
    );
    expect(new Set(rows.map((row) => row['evidence_hash']))).toEqual(new Set([outlook.evidence.hash]));
  });

  test('gives a spreadsheet no formula to run, and quotes what needs it', () => {
    const outlook = outlookFor();
    const hostile = { ...outlook.evidence, version: '=HYPERLINK("x")', hash: 'a,b\r\nc' };
    const text = toCsv({ ...outlook, evidence: hostile });
    expect(text).toContain(`"'=HYPERLINK(""x"")"`);
    expect(text.trimEnd().endsWith('"a,b\r\nc"')).toBe(true);
  });
});
