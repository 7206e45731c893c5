/** Rows by columns: by field, what each row has in it, so that no name of a field stands there twice. */
export type Columns = Readonly<Record<string, Column>>;

/**
 * What the rows have in a field, one by one. Where that is records, these by columns themselves, and how many belong to
 * each row: of a list `each`, where a record may be `null` 1 or 0 as `some`, else one.
 */
type Column = readonly unknown[] | Records;
interface Records {
  readonly records: Columns;
  readonly each?: readonly number[];
  readonly some?: readonly number[];
}

type Row = Readonly<Record<string, unknown>>;

/** In a row that does not have the field. No text of the evidence is empty. */
const ABSENT = '';

/** Throws on what columns cannot hold, so that none of it is lost. */
export function toColumns(rows: readonly object[]): Columns {
  const fields = [...new Set(rows.flatMap((row) => Object.keys(row)))].sort();
  if (rows.length && !fields.length) throw new Error('Rows without fields cannot be counted by columns.');
  return Object.fromEntries(fields.map((field) => [field, toColumn(rows.map((row) => (row as Row)[field]))]));
}

const isRecord = (cell: unknown): cell is Row => Object(cell) === cell && !Array.isArray(cell);
const isList = (cell: unknown): cell is Row[] => Array.isArray(cell) && cell.every(isRecord);

function toColumn(cells: readonly unknown[]): Column {
  const records = cells.filter(isRecord);
  if (records.length === cells.length) return { records: toColumns(records) };
  if (records.length && cells.every((cell) => cell === null || isRecord(cell))) {
    return { records: toColumns(records), some: cells.map((cell) => (cell ? 1 : 0)) };
  }
  if (cells.every(isList)) return { records: toColumns(cells.flat()), each: cells.map(({ length }) => length) };
  if (cells.includes(ABSENT)) throw new Error('An empty text cannot be told from an absent one.');
  return cells.map((cell) => (cell === undefined ? ABSENT : cell));
}

export function fromColumns(columns: Columns): Row[] {
  const rows: Record<string, unknown>[] = [];
  for (const [field, column] of Object.entries(columns)) {
    fromColumn(column).forEach((cell, index) => {
      const row = (rows[index] ??= {});
      if (cell !== ABSENT) row[field] = cell;
    });
  }
  return rows;
}

function fromColumn(column: Column): readonly unknown[] {
  if (!('records' in column)) return column;
  const { records, each, some } = column;
  const rows = fromColumns(records);
  return each?.map((count) => rows.splice(0, count)) ?? some?.map((count) => (count ? rows.shift() : null)) ?? rows;
}
