import type { CountRow } from '../../schema/index.js';
import { formatRowIssue } from '../../schema/format-row-issue.js';
import { groupOf } from '../../schema/invariants/count-rows.js';
import { issue, type RowIssue } from '../../schema/issue.js';
import { dropContradictions, loadCountRow } from '../../schema/load-count-rows.js';
import { csvRows, type LayoutProblem } from './csv-rows.js';
import { decodeText } from './decode-text.js';
import { JsonProblem } from './json-reader.js';
import { jsonRows, type PlacedRow } from './json-rows.js';
import { createPositions, type TextPosition } from './text-position.js';

/** Rows that a reader brought, and a message with its place for everything that could not be used. */
export interface OwnData {
  readonly rows: readonly CountRow[];
  readonly messages: readonly OwnDataMessage[];
  /** How many problems there are; the messages stop at `MOST_MESSAGES`. */
  readonly problems: number;
}

export interface OwnDataMessage extends TextPosition {
  readonly code: RowIssue['code'] | LayoutProblem['code'] | FileCode;
  /** English, without the place. */
  readonly text: string;
}
type FileCode = 'empty-file' | 'too-large' | 'not-text' | 'not-json' | 'encoding-guessed' | 'too-many-rows';

export const MOST_MESSAGES = 500;
const MOST_ISSUES_OF_ROW = 20;
export const OWN_DATA_LIMITS = { characters: 50_000_000, rows: 200_000 };

/** How far a reading has come, in characters of the text. */
export interface Progress {
  readonly done: number;
  readonly total: number;
}

/**
 * Reads CSV or JSON row by row: yields how far it is at each, so that a page can stop and go on (`inSlices`), and
 * returns all good rows. Takes anything and never throws; what is wrong is a message with line and column.
 */
export function* readOwnData(input: string | Uint8Array): Generator<Progress, OwnData, undefined> {
  const { text: decoded, guessed } = typeof input === 'string' ? { text: input, guessed: null } : decodeText(input);
  const text = decoded.startsWith('\ufeff') ? decoded.slice(1) : decoded;
  const reading = createReading(text);
  if (guessed) reading.tell('encoding-guessed', 0, `is not UTF-8 and was read as ${guessed}`);
  const refusal = whyRefused(text);
  if (refusal) reading.tell(refusal.code, refusal.offset, refusal.text);
  else yield* readRows(text, reading);
  return yield* reading.finish();
}

function whyRefused(text: string): { code: FileCode; offset: number; text: string } | null {
  if (text.trim() === '') return { code: 'empty-file', offset: 0, text: 'has nothing in it' };
  const { characters } = OWN_DATA_LIMITS;
  if (text.length > characters) return { code: 'too-large', offset: 0, text: `is longer than ${characters} characters` };
  const zero = text.indexOf('\0');
  return zero === -1 ? null : { code: 'not-text', offset: zero, text: 'is not text: a character 0 stands in it' };
}

function* readRows(text: string, reading: Reading): Generator<Progress, void, undefined> {
  const source = /^\s*[[{]/.test(text) ? jsonRows(text) : csvRows(text);
  let count = 0;
  try {
    for (const found of source) {
      yield { done: found.offset, total: text.length };
      if ('passed' in found) continue;
      if ('code' in found) {
        reading.tell(found.code, found.offset, LAYOUT_TEXTS[found.code](found.value));
        continue;
      }
      count += 1;
      if (count > OWN_DATA_LIMITS.rows) {
        reading.tell('too-many-rows', found.offset, `and what follows is left out: ${OWN_DATA_LIMITS.rows} rows are read`);
        return;
      }
      reading.add(found);
    }
  } catch (error) {
    if (!(error instanceof JsonProblem)) throw error;
    reading.tell('not-json', error.offset, `is not JSON: ${error.expected} expected; rows before this are kept`);
  }
}

const LAYOUT_TEXTS: Readonly<Record<LayoutProblem['code'], (value: string) => string>> = {
  'no-header': () => 'has no line with the names of columns',
  'column-missing': (value) => `has no column "${value}", which every row needs`,
  'column-unknown': (value) => `"${cut(value)}" is not the name of a column; it is left out`,
  'column-twice': (value) => `names the column "${cut(value)}" a second time; it is left out`,
  'cells-beyond-header': () => 'stands beyond the last named column; this line is left out',
  'quote-not-closed': () => 'opens a quote that is not closed; this line is left out',
  'text-after-quote': () => 'has text after a closing quote; this line is left out',
};

const cut = (text: string) => (text.length > 60 ? `${text.slice(0, 60)}…` : text);

interface Reading {
  add(row: PlacedRow): void;
  tell(code: OwnDataMessage['code'], offset: number, text: string): void;
  finish(): Generator<Progress, OwnData, undefined>;
}

/** Collects rows and messages; rows that contradict each other are found at the end. */
function createReading(source: string): Reading {
  const positionOf = createPositions(source);
  const kept = new Map<CountRow, PlacedRow>();
  const messages: OwnDataMessage[] = [];
  let problems = 0;
  const tell: Reading['tell'] = (code, offset, text) => {
    problems += 1;
    if (messages.length < MOST_MESSAGES) messages.push({ code, ...positionOf(offset), text });
  };
  const tellIssue: Told['tellIssue'] = (found, placed) => tell(found.code, placeOf(found, placed), formatRowIssue(found));
  const add = (placed: PlacedRow) => {
    const read = loadCountRow(placed.value);
    if ('row' in read) kept.set(read.row, placed);
    else for (const found of read.issues.slice(0, MOST_ISSUES_OF_ROW)) tellIssue(found, placed);
  };
  const told = { tellIssue, positionOf, messages, problems: () => problems };
  return { add, tell, finish: () => withoutContradictions(kept, told) };
}

interface Told {
  readonly tellIssue: (found: RowIssue, placed: PlacedRow) => void;
  readonly positionOf: (offset: number) => TextPosition;
  readonly messages: readonly OwnDataMessage[];
  readonly problems: () => number;
}

/** Rows about the same people, such as one arm at two thresholds, must not contradict each other. */
function* withoutContradictions(
  kept: ReadonlyMap<CountRow, PlacedRow>,
  { tellIssue, positionOf, messages, problems }: Told,
): Generator<Progress, OwnData, undefined> {
  const total = kept.size;
  let done = 0;
  const groups = new Map<string, CountRow[]>();
  const rows = new Set(kept.keys());
  const lineOf = (row: CountRow) => positionOf(kept.get(row)!.offset).line;
  for (const [row, placed] of kept) {
    const key = groupOf(row);
    const group = groups.get(key) ?? [];
    const first = group.find(({ threshold }) => threshold === row.threshold);
    if (first) {
      rows.delete(row);
      tellIssue(issue('duplicate-row', [], { params: { other: lineOf(first) } }), placed);
    } else groups.set(key, [...group, row]);
    yield { done: done++, total };
  }
  for (const group of groups.values()) {
    const checked = dropContradictions(group, [...group.keys()]);
    const agreeing = new Set(checked.rows);
    for (const row of group) if (!agreeing.has(row)) rows.delete(row);
    for (const { path: [position, ...path], params, ...found } of checked.issues) {
      const other = lineOf(group[Number(params!.other)]!);
      tellIssue({ ...found, path, params: { ...params, other } }, kept.get(group[position as number]!)!);
    }
    yield { done, total };
  }
  return { rows: [...rows], messages, problems: problems() };
}

/** The field that an issue names, else the row. */
function placeOf({ path: [field] }: Pick<RowIssue, 'path'>, { fields, offset }: PlacedRow): number {
  return fields.get(String(field)) ?? offset;
}
