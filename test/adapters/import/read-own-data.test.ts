import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { templateCsv } from '../../../src/adapters/export/template-csv.js';
import { CSV_COLUMNS } from '../../../src/adapters/import/csv-rows.js';
import { MOST_MESSAGES, OWN_DATA_LIMITS, readOwnData, type OwnData } from '../../../src/adapters/import/read-own-data.js';
import { TEMPLATE_COLUMNS } from '../../../src/adapters/export/template-csv.js';

function read(input: string | Uint8Array): OwnData {
  const reading = readOwnData(input);
  for (;;) {
    const step = reading.next();
    if (step.done) return step.value;
  }
}

const bytes = (...parts: (number[] | string)[]) =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? [...new TextEncoder().encode(part)] : part)));
const utf16 = (text: string, littleEndian: boolean) =>
  [...text].flatMap((character) => {
    const code = character.charCodeAt(0);
    return littleEndian ? [code & 255, code >> 8] : [code >> 8, code & 255];
  });

const HEADER = 'study,treatment,threshold,events,total';
const GOOD = `${HEADER}\r\nClinic A,tci,75,3,40\r\nClinic B,tci,75,5,20\r\n`;
const counts = ({ rows }: OwnData) => rows.map(({ study, events, total }) => [study, events, total]);
const told = ({ messages }: OwnData) => messages.map(({ line, column, code }) => [line, column, code]);

describe('a file as spreadsheets write it', () => {
  const expected = [['Clinic A', 3, 40], ['Clinic B', 5, 20]];

  test.each([
    ['commas and CRLF', GOOD],
    ['line feeds', GOOD.replaceAll('\r\n', '\n')],
    ['carriage returns alone', GOOD.replaceAll('\r\n', '\r')],
    ['semicolons', GOOD.replaceAll(',', ';')],
    ['tabs', GOOD.replaceAll(',', '\t')],
    ['a byte order mark', `\ufeff${GOOD}`],
    ['quoted cells', GOOD.replaceAll('Clinic A', '"Clinic A"').replaceAll('75', ' "75" ')],
    ['upper-case names of columns, and empty lines', GOOD.replace(HEADER, HEADER.toUpperCase()).replace('\r\n', '\r\n\r\n,,,,\r\n')],
    ['no line break at the end', GOOD.trimEnd()],
    ['thresholds with their sign', GOOD.replaceAll('75', '>= 75 %')],
  ])('%s', (_name, text) => {
    const data = read(text);
    expect(counts(data)).toEqual(expected);
    expect(data.messages).toEqual([]);
  });

  test.each<[string, Uint8Array, string | null]>([
    ['UTF-8', bytes(GOOD), null],
    ['UTF-8 with its mark', bytes([0xef, 0xbb, 0xbf], GOOD), null],
    ['UTF-16, little end first', bytes([0xff, 0xfe], utf16(GOOD, true)), null],
    ['UTF-16, big end first', bytes([0xfe, 0xff], utf16(GOOD, false)), null],
    ['UTF-16 without its mark', bytes(utf16(GOOD, true)), 'utf-16le'],
    ['UTF-16 without its mark, big end first', bytes(utf16(GOOD, false)), 'utf-16be'],
  ])('bytes in %s', (_name, data, guessed) => {
    expect(counts(read(data))).toEqual(expected);
    expect(read(data).messages.map(({ text }) => text)).toEqual(guessed ? [`is not UTF-8 and was read as ${guessed}`] : []);
  });

  test('bytes in Windows-1252: an umlaut comes out right, and the guess is told', () => {
    const data = read(bytes(`${HEADER}\nM`, [0xfc], 'nchen,tci,75,3,40\n'));
    expect(data.rows[0]?.study).toBe('München');
    expect(told(data)).toEqual([[1, 1, 'encoding-guessed']]);
  });

  test('decimal commas beside semicolons', () => {
    const data = read('study;treatment;threshold;events;total;durationMonths\nA;tci;25;3;40;4,5\n');
    expect(data.rows[0]).toMatchObject({ durationMonths: 4.5, threshold: 25 });
  });

  test('quoted cells with delimiters, quotes and line breaks; lines are counted through them', () => {
    const data = read(`${HEADER},note\n"Clinic ""A"", east",tci,75,3,40,"one\ntwo"\nB,tci,75,99,20,\n`);
    expect(data.rows).toMatchObject([{ study: 'Clinic "A", east', note: 'one\ntwo' }]);
    expect(told(data)).toEqual([[4, 10, 'events-exceed-total']]);
  });

  test('lists, flags and all other columns', () => {
    const data = read(
      'study,treatment,threshold,events,total,unit,people,site,alsoSites,design,withinPatient,under2Years,population\n' +
        'A,tci-phototherapy,any,3,40,lesions,12,all,face-neck|hands-feet,PD RCT,yes,TRUE,children\n',
    );
    expect(data.messages).toEqual([]);
    expect(data.rows[0]).toMatchObject({
      people: 12, alsoSites: ['face-neck', 'hands-feet'], design: ['PD', 'RCT'], withinPatient: true, under2Years: true,
      phototherapy: 'other',
    });
  });
});

describe('the template', () => {
  test('reads back without a message, as a row that is never pooled', () => {
    const data = read(templateCsv());
    expect(data.messages).toEqual([]);
    expect(data.rows).toMatchObject([{ study: 'Example clinic', events: 10, total: 40, pool: false }]);
  });

  test('has every column that a row can have', () => {
    expect([...TEMPLATE_COLUMNS].sort()).toEqual([...CSV_COLUMNS].sort());
  });
});

describe('JSON', () => {
  const rows = [
    { study: 'A', treatment: 'tci', threshold: 75, events: 3, total: 40 },
    { study: 'B', treatment: 'tci', threshold: 75, events: 50, total: 40 },
  ];

  test.each([
    ['an array', JSON.stringify(rows, null, 2)],
    ['the studies property of the element', JSON.stringify({ mode: 'add', studies: rows })],
    ['a counts file', JSON.stringify({ about: 'x', repigmentation: rows, candidates: [] })],
  ])('%s', (_name, text) => {
    const data = read(text);
    expect(counts(data)).toEqual([['A', 3, 40]]);
    expect(data.messages.map(({ code }) => code)).toEqual(['events-exceed-total']);
  });

  test('a message has the line and column of the value', () => {
    const text = JSON.stringify(rows, null, 2);
    const [message] = read(text).messages;
    const line = text.split('\n')[message!.line - 1]!;
    expect(line.slice(message!.column - 1)).toMatch(/^50/);
  });

  test.each([
    ['[{"study": "A", "treatment": "tci", "threshold": 75, "events": 3, "total": 40},\n {"study": B}]', [2, 12, 'not-json'], 1],
    ['[1, 2', [1, 6, 'not-json'], 0],
    ['{"mode": "add"}', [1, 16, 'not-json'], 0],
    [`${'['.repeat(100_000)}`, [1, 52, 'not-json'], 0],
    ['[{"study": "A\n"}]', [1, 12, 'not-json'], 0],
    ['[] trailing', [1, 4, 'not-json'], 0],
  ])('%.40s stops where it is wrong, and keeps the rows before', (text, place, kept) => {
    const data = read(text);
    expect(told(data).at(-1)).toEqual(place);
    expect(data.rows).toHaveLength(kept);
  });

  test('what stands beside the rows is passed, whatever it is', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (before, after) => {
        const data = read(JSON.stringify({ before, studies: rows, after }, null, 1));
        expect(counts(data)).toEqual([['A', 3, 40]]);
        expect(data.messages.map(({ code }) => code)).toEqual(['events-exceed-total']);
      }),
    );
  });

  test.each(['{"a": {1: 2}, "studies": []}', '{"a": [1 2], "studies": []}', '{"a": [1], "studies": []]', '{"a": {"b": ]}}'])(
    '%s is not JSON',
    (text) => {
      expect(() => JSON.parse(text) as unknown).toThrow();
      expect(told(read(text)).map(([, , code]) => code)).toEqual(['not-json']);
    },
  );

  test('prototype keys are unknown fields, and change nothing', () => {
    const data = read('[{"__proto__": {"pool": false}, "constructor": 1, "study": "A", "treatment": "tci", "threshold": 75, "events": 3, "total": 40}]');
    expect(data.rows).toEqual([]);
    expect(data.messages.map(({ code }) => code)).toEqual(['unknown-key', 'unknown-key']);
    expect(({} as { pool?: unknown }).pool).toBeUndefined();
  });
});

describe('what is wrong is told with its place, and the other rows are kept', () => {
  const line = (cells: string) => `${HEADER}\nA,tci,75,1,10\n${cells}\nC,tci,75,2,10\n`;

  test.each([
    ['B,tci,75,-3,10', 10, 'too-small'],
    ['B,tci,75,2.5,10', 10, 'not-whole'],
    ['B,tci,75,"2,5",10', 10, 'not-whole'],
    ['B,tci,75,1.000,2000', 10, 'wrong-type'],
    ['B,tci,75,1e9,10', 10, 'wrong-type'],
    ['B,tci,75,1000000000,1000000000', 10, 'too-big'],
    ['B,tci,75,11,10', 10, 'events-exceed-total'],
    ['B,tci,75,,10', 1, 'missing-field'],
    ['B,tci,60,1,10', 7, 'not-allowed'],
    ['B,cream,75,1,10', 3, 'not-allowed'],
    ['=1+1,tci,75,x,10', 13, 'wrong-type'],
    ['B,tci,75,1,10,extra', 15, 'cells-beyond-header'],
    ['B,tci,75,"1,10', 10, 'quote-not-closed'],
    ['B,"tci"x,75,1,10', 8, 'text-after-quote'],
  ])('%s', (cells, column, code) => {
    const data = read(line(cells));
    expect(told(data)).toContainEqual([3, column, code]);
    expect(counts(data).map(([study]) => study)).toEqual(['A', 'C']);
  });

  test('the same arm twice: the later one is left out, with the line of the first', () => {
    const data = read(line('A,tci,75,4,10'));
    expect(told(data)).toEqual([[3, 1, 'duplicate-row']]);
    expect(data.messages[0]!.text).toContain('row 2');
    expect(counts(data)).toEqual([['A', 1, 10], ['C', 2, 10]]);
  });

  test('more at a higher threshold: both are left out', () => {
    const data = read(line('A,tci,50,0,10'));
    expect(told(data)).toEqual([[2, 10, 'events-not-monotone']]);
    expect(counts(data)).toEqual([['C', 2, 10]]);
  });

  test('a formula is text and stays text', () => {
    const data = read(`${HEADER}\n"=HYPERLINK(""http://x"")",tci,75,1,10\n'=1+1,tci,50,1,10\n`);
    expect(data.rows.map(({ study }) => study)).toEqual(['=HYPERLINK("http://x")', '=1+1']);
  });

  test.each([
    ['', 'empty-file'],
    [' \n\t', 'empty-file'],
    ['hello', 'no-header'],
    ['a,b,c\n1,2,3', 'no-header'],
    ['study,events\nA,1', 'column-missing'],
    ['study,\0', 'not-text'],
    ['"', 'no-header'],
  ])('%j has no rows: %s', (text, code) => {
    const data = read(text);
    expect(data.rows).toEqual([]);
    expect(data.messages.map((message) => message.code)).toContain(code);
  });

  test('columns that are not known or come twice are left out, and told', () => {
    const data = read(`${HEADER},colour,Total\nA,tci,75,1,10,red,99\n`);
    expect(told(data)).toEqual([[1, 40, 'column-unknown'], [1, 47, 'column-twice']]);
    expect(counts(data)).toEqual([['A', 1, 10]]);
  });
});

describe('hostile files', () => {
  const random = (seed: number) => () => (seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32;

  test('10 MB of noise: a message, no row', { timeout: 30_000 }, () => {
    const next = random(7);
    const noise = Uint8Array.from({ length: 10_000_000 }, () => 1 + Math.floor(next() * 255));
    const data = read(noise);
    expect(data.rows).toEqual([]);
    expect(data.problems).toBeGreaterThan(0);
    expect(data.messages.length).toBeLessThanOrEqual(MOST_MESSAGES);
    for (const { line, column } of data.messages) expect([line > 0, column > 0]).toEqual([true, true]);
  });

  test('noise below a good header costs its own lines alone', { timeout: 30_000 }, () => {
    const next = random(11);
    const alphabet = '",;\n\r\'=+-@ab1';
    const noise = Array.from({ length: 300_000 }, () => alphabet[Math.floor(next() * alphabet.length)]).join('');
    const data = read(`${GOOD}${noise}\r\nClinic C,tci,75,1,30\r\n`);
    expect(counts(data).slice(0, 2)).toEqual([['Clinic A', 3, 40], ['Clinic B', 5, 20]]);
    expect(counts(data).at(-1)).toEqual(['Clinic C', 1, 30]);
  });

  test('a file that is too large is refused', () => {
    const data = read(`${GOOD}${' '.repeat(OWN_DATA_LIMITS.characters)}`);
    expect(data.messages).toMatchObject([{ code: 'too-large', line: 1, column: 1 }]);
  });

  test('one line a million cells wide costs that line alone', () => {
    const data = read(`${HEADER}\n${'x,'.repeat(1_000_000)}\nA,tci,75,1,10\n`);
    expect(counts(data)).toEqual([['A', 1, 10]]);
    expect(told(data)).toEqual([[2, 2001, 'cells-beyond-header']]);
  });

  test.each<[string, string, [number, string] | null]>([
    ['a string of 10 MB', `{"about": "${'x'.repeat(10_000_000)}", "studies": []}`, null],
    ['a string of a million escapes', `{"about": "${'\\n'.repeat(1_000_000)}", "studies": []}`, null],
    ['a string of 10 MB that is not closed', `{"about": "${'x'.repeat(10_000_000)}`, [11, 'not-json']],
    // A name so long is cut, and the place is that of its row.
    ['a name of 10 MB', `[{"${'x'.repeat(10_000_000)}": 1}]`, [2, 'unknown-key']],
    // Ten thousand members of six characters and a comma are read.
    ['a row of 100,000 fields', `[{${'"x":1,'.repeat(100_000)}"x":1}]`, [60_007, 'not-json']],
  ])('JSON with %s', (_name, text, expected) => {
    const data = read(text);
    expect(told(data).at(-1)?.slice(1) ?? null).toEqual(expected);
    expect(data.messages.every((message) => message.text.length < 300)).toBe(true);
  });

  // A page can stop at each step; none takes more of the text than a frame has time for, nor more rows than one.
  test.each([
    ['rows', 'A,tci,75,1,10\n', 5000],
    ['the same arm again', 'A,tci,75,1,10\n', 5000],
    ['rows that are wrong', 'A,cream,75,1,10\n', 5000],
    ['cells beyond the header', 'A,tci,75,1,10,x\n', 5000],
    ['empty lines', '\n', 5000],
    ['lines of delimiters', ',,,,\n', 5000],
    ['quotes that are not closed', '"A\n', 5000],
  ])('%s are read in at least as many steps as there are lines', (_name, line, lines) => {
    const reading = readOwnData(`${HEADER}\n${line.repeat(lines)}`);
    let steps = 0;
    while (!reading.next().done) steps += 1;
    expect(steps).toBeGreaterThanOrEqual(lines);
  });

  test('a long list beside the rows is passed in as many steps as it has items', () => {
    const reading = readOwnData(`{"about": [${'1,'.repeat(5000)}1], "studies": []}`);
    let steps = 0;
    while (!reading.next().done) steps += 1;
    expect(steps).toBeGreaterThanOrEqual(5000);
  });

  test('one arm 3,000 times: the first counts, each other one is told with its line', () => {
    const data = read(`${HEADER}\n${'A,tci,75,1,10\n'.repeat(3000)}`);
    expect(counts(data)).toEqual([['A', 1, 10]]);
    expect(data.problems).toBe(2999);
    expect(data.messages.slice(0, 2)).toMatchObject([
      { line: 3, code: 'duplicate-row', text: expect.stringContaining('row 2') },
      { line: 4, code: 'duplicate-row', text: expect.stringContaining('row 2') },
    ]);
  });

  test('whatever the text, nothing throws and every row is whole', () => {
    const cell = fc.oneof(fc.constantFrom('tci', '75', 'any', '10', '"', '""', '=1', '\r', '\n', ',', ';'), fc.string());
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 8 }), { maxLength: 8 }), fc.boolean(), (lines, withHeader) => {
        const text = lines.map((cells) => cells.join(',')).join('\n');
        const data = read(withHeader ? `${HEADER}\n${text}` : text);
        for (const row of data.rows) expect(row.events <= row.total && row.study !== '').toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test('whatever the bytes, nothing throws', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (data) => {
        expect(read(data).messages.length).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 300 },
    );
  });

  test('JSON that JSON.parse takes is read the same', () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue()), (rows) => {
        const data = read(JSON.stringify(rows, null, 1));
        expect(data.messages.filter(({ code }) => code === 'not-json')).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});
