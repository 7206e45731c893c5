import type { StudyCounts } from './evidence-source.js';

/**
 * Counts as a page loads them: each list by columns, and in a column equal values of neighbouring rows once. What is
 * the same in all rows of a study stands there once, and no field name is repeated.
 */
export type PackedCounts = { readonly [List in keyof StudyCounts]: PackedRows };

export type PackedRows = Readonly<Record<string, PackedColumn>>;

/**
 * The values of a field and for how many rows in turn each holds. A negative number of rows do not have the field, and
 * their value says nothing.
 */
export type PackedColumn = readonly [values: readonly unknown[], rows: readonly number[]];

export function packCounts({ repigmentation, adverseEvents, candidates }: StudyCounts): PackedCounts {
  return {
    repigmentation: packRows(repigmentation),
    adverseEvents: packRows(adverseEvents),
    candidates: packRows(candidates),
  };
}

export function unpackCounts(packed: PackedCounts): StudyCounts {
  const lists = Object.entries(packed).map(([list, rows]) => [list, unpackRows(rows)]);
  return Object.fromEntries(lists) as StudyCounts;
}

export function packRows(rows: readonly object[]): PackedRows {
  const fields = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return Object.fromEntries(
    fields.map((field) => [field, packColumn(rows.map((row) => (row as Record<string, unknown>)[field]))]),
  );
}

function packColumn(cells: readonly unknown[]): PackedColumn {
  const values: unknown[] = [];
  const rows: number[] = [];
  // No cell is written like this, so that the first one always begins a run.
  let before: string | undefined = '';
  for (const cell of cells) {
    const written = JSON.stringify(cell);
    const step = cell === undefined ? -1 : 1;
    if (written === before) rows[rows.length - 1]! += step;
    else {
      values.push(cell ?? null);
      rows.push(step);
    }
    before = written;
  }
  return [values, rows];
}

export function unpackRows(packed: PackedRows): object[] {
  const unpacked: Record<string, unknown>[] = [];
  for (const [field, [values, runs]] of Object.entries(packed)) {
    let position = 0;
    runs.forEach((run, index) => {
      for (const end = position + Math.abs(run); position < end; position++) {
        const row = (unpacked[position] ??= {});
        if (run > 0) row[field] = values[index];
      }
    });
  }
  return unpacked;
}
