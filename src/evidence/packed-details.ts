import { fromColumns, toColumns, type Columns } from './columns.js';
import type { EvidenceDetails } from './details.js';

/** The lists that are shorter by columns. */
const LISTS = ['certainty', 'cited', 'otherStudies', 'references', 'studies'] as const;

type List = (typeof LISTS)[number];

/** The details as the script-tag builds carry them: their long lists by columns. */
export type PackedDetails = Omit<EvidenceDetails, List> & Readonly<Record<List, Columns>>;

const each = <Out>(make: (list: List) => Out) =>
  Object.fromEntries(LISTS.map((list) => [list, make(list)])) as Record<List, Out>;

export const packDetails = (details: EvidenceDetails): PackedDetails => ({
  ...details,
  ...each((list) => toColumns(details[list])),
});

export const unpackDetails = (packed: PackedDetails): EvidenceDetails =>
  ({ ...packed, ...each((list) => fromColumns(packed[list])) }) as unknown as EvidenceDetails;
