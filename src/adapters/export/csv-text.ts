export type CsvValue = string | number | boolean | null | undefined;

type CsvRow<Column extends string> = Readonly<Partial<Record<Column, CsvValue>>>;

/**
 * Rows as CSV (RFC 4180): commas, CRLF, quotes where a cell has a comma, a quote or a line break. Text that begins with
 * `=`, `+`, `-`, `@`, their wide forms, or a control character is led by an apostrophe, because a spreadsheet would run
 * it as a formula; numbers are written as they are. The reader of own data takes the apostrophe off again. What
 * `common` has stands in every row.
 */
export function csvText<Column extends string>(
  columns: readonly Column[],
  rows: readonly CsvRow<Column>[],
  common?: CsvRow<Column>,
): string {
  const ofAll = columns.map((column) => cell(common?.[column]));
  const lines = rows.map((row) => columns.map((column, i) => ofAll[i] || cell(row[column])).join(','));
  return [columns.map(cell).join(','), ...lines, ''].join('\r\n');
}

function cell(value: CsvValue): string {
  if (value === null || value === undefined) return '';
  if (typeof value !== 'string') return String(value);
  const text = /^[=+\-@\0\t\n\r＝＋－＠]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
