import type { EvidenceCore } from './core.js';
import type { ResponseEstimate } from './outlook.js';

/**
 * The core as the script-tag builds carry it: the estimates of all strata and pools by columns, so that no field's name
 * stands there more than once. A column with the fields of its objects has those as lists of values.
 */
export interface PackedCore {
  readonly core: object;
  readonly columns: readonly PackedColumn[];
}

export type PackedColumn = readonly [field: string, fields: readonly string[] | 0, cells: readonly unknown[]];

type Fields = Readonly<Record<string, unknown>>;
type Stratum = { readonly responses: number };

export function packCore(core: EvidenceCore): PackedCore {
  const rows = [...core.strata, ...core.pools].flatMap(({ responses }) => responses) as unknown as Fields[];
  const counted = <S extends { responses: readonly unknown[] }>(strata: readonly S[]) =>
    strata.map((stratum) => ({ ...stratum, responses: stratum.responses.length }));
  return {
    core: { ...core, strata: counted(core.strata), pools: counted(core.pools) },
    columns: Object.keys(rows[0] ?? {}).map((field) => packColumn(field, rows)),
  };
}

function packColumn(field: string, rows: readonly Fields[]): PackedColumn {
  const cells = rows.map((row) => row[field]);
  const objects = cells.filter((cell) => cell !== null);
  const fields = Object.keys(Object(objects[0]) as object);
  const areAlike = objects.every((cell) => isObject(cell) && isSame(Object.keys(cell), fields));
  if (!objects.length || !areAlike) return [field, 0, cells];
  return [field, fields, cells.map((cell) => cell && fields.map((name) => (cell as Fields)[name]))];
}

const isObject = (cell: unknown): cell is object => Object(cell) === cell && !Array.isArray(cell);
const isSame = (a: readonly string[], b: readonly string[]) => a.join() === b.join();

export function unpackCore({ core, columns }: PackedCore): EvidenceCore {
  const named = (fields: readonly string[], values: readonly unknown[]) =>
    Object.fromEntries(fields.map((field, i) => [field, values[i]]));
  const rows = (columns[0]?.[2] ?? []).map((_, row) =>
    Object.fromEntries(
      columns.map(([field, fields, cells]) => {
        const cell = cells[row];
        return [field, fields && cell ? named(fields, cell as unknown[]) : cell];
      }),
    ),
  ) as unknown as ResponseEstimate[];
  const { strata, pools } = core as { strata: Stratum[]; pools: Stratum[] };
  const filled = (list: readonly Stratum[]) =>
    list.map((stratum) => ({ ...stratum, responses: rows.splice(0, stratum.responses) }));
  return { ...core, strata: filled(strata), pools: filled(pools) } as unknown as EvidenceCore;
}
