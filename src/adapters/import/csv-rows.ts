import { countRowRules } from '../../schema/count-row-rules.js';
import { csvRecords, isBlank, type CsvRecord } from './csv-records.js';
import type { Passed, PlacedRow } from './json-rows.js';

/** The columns that a file can have: the fields of a row of counts, in any order, upper or lower case. */
export const CSV_COLUMNS = Object.keys(countRowRules);
const REQUIRED = ['study', 'treatment', 'threshold', 'events', 'total'] as const;

/** What is wrong with the layout of a file, before its rows are looked at. */
export interface LayoutProblem {
  readonly code:
    | 'no-header' | 'column-missing' | 'column-unknown' | 'column-twice' | CsvProblem['code'];
  readonly offset: number;
  readonly value: string;
}
type CsvProblem = NonNullable<CsvRecord['problem']>;

/** Rows as objects, with their places; problems of the layout and empty lines come between them. */
export function* csvRows(text: string): Generator<PlacedRow | LayoutProblem | Passed, void, undefined> {
  let columns: readonly (string | null)[] | null = null;
  for (const record of csvRecords(text, findDelimiter(text))) {
    if (isBlank(record)) yield { passed: true, offset: record.end };
    else if (columns) yield record.problem ? { ...record.problem, value: '' } : toRow(record, columns);
    else if (record.problem) return yield { code: 'no-header', offset: record.problem.offset, value: '' };
    else {
      const header = readHeader(record);
      yield* header.problems;
      if (header.problems.some(({ code }) => code === 'column-missing' || code === 'no-header')) return;
      columns = header.columns;
    }
  }
  if (!columns) yield { code: 'no-header', offset: 0, value: '' };
}

/** The delimiter that the header has most of: spreadsheets write semicolons where commas are decimal. */
function findDelimiter(text: string): string {
  const [header = ''] = text.slice(0, 5000).split(/[\r\n]/, 1);
  const count = (delimiter: string) => header.split(delimiter).length;
  return [',', ';', '\t'].reduce((most, one) => (count(one) > count(most) ? one : most));
}

function readHeader({ cells }: CsvRecord): { columns: (string | null)[]; problems: LayoutProblem[] } {
  const problems: LayoutProblem[] = [];
  const columns: (string | null)[] = [];
  for (const { text, offset } of cells) {
    const column = CSV_COLUMNS.find((name) => name.toLowerCase() === text.toLowerCase()) ?? null;
    if (column !== null && columns.includes(column)) problems.push({ code: 'column-twice', offset, value: text });
    else if (column === null && text !== '') problems.push({ code: 'column-unknown', offset, value: text });
    columns.push(column !== null && columns.includes(column) ? null : column);
  }
  const known = columns.filter((column) => column !== null);
  if (known.length === 0) return { columns, problems: [{ code: 'no-header', offset: 0, value: '' }] };
  const missing = REQUIRED.filter((name) => !known.includes(name));
  problems.push(...missing.map((value) => ({ code: 'column-missing' as const, offset: 0, value })));
  return { columns, problems };
}

/** An empty cell is a field that is not given. */
function toRow({ cells }: CsvRecord, columns: readonly (string | null)[]): PlacedRow | LayoutProblem {
  const beyond = cells.slice(columns.length).find(({ text }) => text !== '');
  if (beyond) return { code: 'cells-beyond-header', offset: beyond.offset, value: '' };
  const entries: [string, unknown][] = [];
  const fields = new Map<string, number>();
  cells.forEach(({ text, offset }, position) => {
    const column = columns[position] ?? null;
    if (column === null || text === '') return;
    const value = cellValue(column, unguarded(text));
    // `conflict` is given only where it holds.
    if (column === 'conflict' && value === false) return;
    entries.push([column, value]);
    fields.set(column, offset);
  });
  return { value: Object.fromEntries(entries), offset: cells[0]!.offset, fields };
}

/** Takes off the apostrophe that keeps a spreadsheet from running text as a formula. */
const unguarded = (text: string) => (/^'[=+\-@\0\t\n\r＝＋－＠]/.test(text) ? text.slice(1) : text);

const WORDS: Readonly<Record<string, boolean>> = { true: true, false: false, yes: true, no: false };
const COUNTS: readonly string[] = ['events', 'total', 'people', 'year', 'leeRef', 'extractions'];
const FLAGS: readonly string[] = ['withinPatient', 'under2Years', 'conflict', 'pool'];
const LISTS: readonly string[] = ['design', 'alsoSites'];

/** A cell as its column takes it; what does not fit stays text, so that the row's check names it. */
function cellValue(column: string, text: string): unknown {
  if (COUNTS.includes(column)) return toCount(text);
  if (column === 'durationMonths') return /^-?\d+(?:[.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : text;
  if (column === 'threshold') return toThreshold(text);
  if (FLAGS.includes(column)) return WORDS[text.toLowerCase()] ?? text;
  return LISTS.includes(column) ? text.split(/[\s|;+]+/) : text;
}

/** Whole numbers alone: "1.000" and "1,000" may mean a thousand or one, and stay text. */
function toCount(text: string): unknown {
  if (/^-?\d{1,15}$/.test(text)) return Number(text);
  return /^-?\d+[.,]\d{1,2}$/.test(text) ? Number(text.replace(',', '.')) : text;
}

/** "75", "75 %" and ">= 75 %" are 75. */
function toThreshold(text: string): unknown {
  const [, digits] = /^(?:>=|≥)?\s*(\d{2})\s*%?$/.exec(text) ?? [];
  return digits === undefined ? text.toLowerCase() : Number(digits);
}
