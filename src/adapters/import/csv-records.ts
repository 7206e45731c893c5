/** A line of a CSV file, or several where a quoted cell holds line breaks. */
export interface CsvRecord {
  readonly cells: readonly CsvCell[];
  /** Where a quote opens that is never closed or is closed in the middle of a cell, or where cells are too many. */
  readonly problem: {
    readonly offset: number;
    readonly code: 'quote-not-closed' | 'text-after-quote' | 'cells-beyond-header';
  } | null;
  /** Where reading goes on. */
  readonly end: number;
}

export interface CsvCell {
  readonly text: string;
  readonly offset: number;
}

/** No cell is longer than this; a quote that is still open after so much was never closed. */
const LONGEST_CELL = 20_000;

/** Far more than there are columns; what follows on the line is not read, so that one endless line is done at once. */
const MOST_CELLS = 1000;

/** After so many quotes that are not closed, a cell ends with its line: noise is not read over and over. */
const MOST_OPEN_QUOTES = 50;

/**
 * The records of a CSV text (RFC 4180, any of CRLF, LF and CR; commas, semicolons or tabs), one at a time, and for each
 * empty line one without text, so that a page can stop after it (`isBlank`). Spaces around a quoted cell are allowed. A
 * quote that is never closed costs its own line alone.
 */
export function* csvRecords(text: string, delimiter: string, from = 0): Generator<CsvRecord, void, undefined> {
  let openQuotes = 0;
  for (let offset = from; offset < text.length; ) {
    const longest = openQuotes < MOST_OPEN_QUOTES ? LONGEST_CELL : 0;
    const record = readRecord(text, offset, delimiter, longest);
    if (record.problem?.code === 'quote-not-closed') openQuotes += 1;
    offset = record.end;
    yield record;
  }
}

/** An empty line, or one with delimiters alone. */
export const isBlank = ({ cells, problem }: CsvRecord) => !problem && cells.every(({ text }) => text === '');

function readRecord(text: string, start: number, delimiter: string, longest: number): CsvRecord {
  const cells: CsvCell[] = [];
  for (let offset = start; ; ) {
    const first = skipSpaces(text, offset, delimiter);
    const quoted = text[first] === '"';
    const cell = quoted ? readQuoted(text, first, delimiter, longest) : readPlain(text, offset, delimiter);
    if ('problem' in cell) return { cells, problem: cell.problem, end: afterBreak(text, plainEnd(text, start)) };
    cells.push({ text: cell.text, offset: first });
    if (text[cell.end] !== delimiter) return { cells, problem: null, end: afterBreak(text, cell.end) };
    offset = cell.end + 1;
    if (cells.length === MOST_CELLS) {
      const problem = { offset, code: 'cells-beyond-header' } as const;
      return { cells, problem, end: afterBreak(text, plainEnd(text, offset)) };
    }
  }
}

interface ReadCell {
  readonly text: string;
  /** At the delimiter, the line break or the end of the text. */
  readonly end: number;
}
type CellProblem = { readonly problem: NonNullable<CsvRecord['problem']> };

function readPlain(text: string, from: number, delimiter: string): ReadCell {
  const end = plainEnd(text, from, delimiter);
  return { text: text.slice(from, end).trim(), end };
}

function readQuoted(text: string, open: number, delimiter: string, longest: number): ReadCell | CellProblem {
  const close = closingQuote(text, open, longest ? open + longest : plainEnd(text, open));
  if (close === null) return { problem: { offset: open, code: 'quote-not-closed' } };
  const end = skipSpaces(text, close + 1, delimiter);
  if (text[end] !== delimiter && !isBreak(text[end])) return { problem: { offset: end, code: 'text-after-quote' } };
  return { text: text.slice(open + 1, close).replaceAll('""', '"'), end };
}

/** The quote that ends a cell: one that is not doubled. */
function closingQuote(text: string, open: number, limit: number): number | null {
  for (let at = text.indexOf('"', open + 1); at !== -1 && at < limit; at = text.indexOf('"', at + 2)) {
    if (text[at + 1] !== '"') return at;
  }
  return null;
}

const isBreak = (character: string | undefined) => character === '\n' || character === '\r' || character === undefined;

function skipSpaces(text: string, from: number, delimiter: string): number {
  let at = from;
  while ((text[at] === ' ' || text[at] === '\t') && text[at] !== delimiter) at += 1;
  return at;
}

/** Where a cell without quotes ends; without a delimiter, where the line does. */
function plainEnd(text: string, from: number, delimiter = ''): number {
  const ending = ENDINGS[delimiter]!;
  ending.lastIndex = from;
  return ending.exec(text)?.index ?? text.length;
}

/** Expressions find the end of a long cell many times as fast as a look at each character. */
const ENDINGS: Readonly<Record<string, RegExp>> = {
  '': /[\r\n]/g,
  ',': /[,\r\n]/g,
  ';': /[;\r\n]/g,
  '\t': /[\t\r\n]/g,
};

function afterBreak(text: string, at: number): number {
  return text[at] === '\r' && text[at + 1] === '\n' ? at + 2 : at + 1;
}
