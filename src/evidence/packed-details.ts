import type { EvidenceDetails } from './details.js';

/** The details as the script-tag builds carry them: the studies, half of all, by columns, each field's name once. */
export interface PackedDetails extends Omit<EvidenceDetails, 'studies'> {
  readonly studies: Columns;
}

export type Columns = Readonly<Record<string, Column>>;

/** What the rows have in a field, one by one; where it is records, these by columns, and of lists how many each has. */
type Column = readonly unknown[] | { readonly records: Columns; readonly each: readonly number[] | null };

type Row = Readonly<Record<string, unknown>>;

/** In a row that does not have the field. No text of the evidence is empty. */
const ABSENT = '';

export const packDetails = (details: EvidenceDetails): PackedDetails => ({
  ...details,
  studies: packRows(details.studies as unknown as Row[]),
});

export const unpackDetails = (packed: PackedDetails): EvidenceDetails => ({
  ...packed,
  studies: unpackRows(packed.studies) as unknown as EvidenceDetails['studies'],
});

export function packRows(rows: readonly Row[]): Columns {
  const fields = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  if (rows.length && !fields.length) throw new Error('Rows without fields cannot be counted by columns.');
  return Object.fromEntries(fields.map((field) => [field, packColumn(rows.map((row) => row[field]))]));
}

const isRecord = (cell: unknown): cell is Row => Object(cell) === cell && !Array.isArray(cell);
const isList = (cell: unknown): cell is Row[] => Array.isArray(cell) && cell.every(isRecord);

function packColumn(cells: readonly unknown[]): Column {
  if (cells.every(isRecord)) return { records: packRows(cells), each: null };
  if (cells.every(isList)) return { records: packRows(cells.flat()), each: cells.map(({ length }) => length) };
  if (cells.includes(ABSENT)) throw new Error('An empty text cannot be told from an absent one.');
  return cells.map((cell) => (cell === undefined ? ABSENT : cell));
}

export function unpackRows(columns: Columns): Row[] {
  const rows: Record<string, unknown>[] = [];
  for (const [field, column] of Object.entries(columns)) {
    unpackColumn(column).forEach((cell, index) => {
      const row = (rows[index] ??= {});
      if (cell !== ABSENT) row[field] = cell;
    });
  }
  return rows;
}

function unpackColumn(column: Column): readonly unknown[] {
  if (!('records' in column)) return column;
  const records = unpackRows(column.records);
  return column.each?.map((count) => records.splice(0, count)) ?? records;
}
