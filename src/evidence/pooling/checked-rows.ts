import type { CountRow } from '../../schema/index.js';

/** Rows that passed the checks: beside the literature's, or in their place. */
export interface CheckedRows {
  readonly rows: readonly CountRow[];
  readonly mode: 'add' | 'replace';
}

/** The same one everywhere: what hangs on rows is worked out again where they are others. */
export const NO_ROWS: CheckedRows = { rows: [], mode: 'add' };

/** Whether rows take the literature's place: of a page as it says, of a reader as soon as there is one. */
export function standAlone(given: CheckedRows, own: CheckedRows): boolean {
  return given.mode === 'replace' || (own.mode === 'replace' && own.rows.length > 0);
}
