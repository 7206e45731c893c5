import type { CountRow } from '../../evidence/records.js';
import { csvText, type CsvValue } from './csv-text.js';
import { TEMPLATE_COLUMNS } from './template-csv.js';

/** Rows of counts as CSV with the columns of the template, as the reader of own data takes them. */
export function countsCsv(rows: readonly CountRow[]): string {
  return csvText(TEMPLATE_COLUMNS, rows.map(cells));
}

/** Lists are written with semicolons between their words. */
function cells(row: CountRow): Partial<Record<keyof CountRow, CsvValue>> {
  return { ...row, design: row.design?.join(';'), alsoSites: row.alsoSites.join(';') };
}
