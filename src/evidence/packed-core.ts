import { fromColumns, toColumns, type Columns } from './columns.js';
import type { EvidenceCore } from './core.js';

/** The core as the script-tag builds carry it: estimates by columns, those of strata and pools as one list. */
export interface PackedCore extends Omit<EvidenceCore, 'strata' | 'pools' | 'relative' | 'without'> {
  /** How many rows of `pools` are strata; they come first. */
  readonly strata: number;
  readonly pools: Columns;
  readonly relative: Columns;
  readonly without: Columns;
}

export const packCore = (core: EvidenceCore): PackedCore => ({
  ...core,
  strata: core.strata.length,
  pools: toColumns([...core.strata, ...core.pools]),
  relative: toColumns(core.relative),
  without: toColumns(core.without),
});

export function unpackCore(packed: PackedCore): EvidenceCore {
  const pools = fromColumns(packed.pools);
  const strata = pools.splice(0, packed.strata);
  const [relative, without] = [fromColumns(packed.relative), fromColumns(packed.without)];
  return { ...packed, strata, pools, relative, without } as unknown as EvidenceCore;
}
