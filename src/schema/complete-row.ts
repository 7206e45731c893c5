import type { ParsedCountRow } from './count-row-input.js';
import type { CountRow } from './counts.js';
import { issue, type RowIssue } from './issue.js';

/** Fills in what depends on other fields; lesions without people have no default. */
export function completeRow(row: ParsedCountRow): CountRow | RowIssue {
  if (row.people === undefined && row.unit === 'lesions') return issue('people-missing', ['people']);
  const hasLight = row.treatment === 'tci-phototherapy' || row.treatment === 'phototherapy';
  // Minus nought passes as a count and would be shown with its sign.
  row.events += 0;
  row.arm ??= row.treatment;
  row.people ??= row.total;
  row.phototherapy ??= hasLight ? 'other' : null;
  return row as CountRow;
}
