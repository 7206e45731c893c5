import type { CountRow } from '../../evidence/records.js';
import type { StudyCounts } from '../../evidence/evidence-source.js';

/** The file `counts.json` of the data folder with rows added at the end, ready to be put in its place. */
export function countsFile(counts: StudyCounts, added: readonly CountRow[]): string {
  const file = { ...counts, repigmentation: [...counts.repigmentation, ...added.map(inFieldOrder)] };
  return `${JSON.stringify(file, null, 1)}\n`;
}

/** The order of fields that the rows of the file have. */
const FIELDS = [
  'study', 'leeRef', 'year', 'population', 'design', 'arm', 'treatment', 'agent', 'phototherapy', 'durationMonths',
  'comparator', 'withinPatient', 'under2Years', 'threshold', 'site', 'unit', 'events', 'total', 'people', 'alsoSites',
  'count', 'basis', 'place', 'sourceLevel', 'url', 'extractions', 'conflict', 'pool', 'notPooledBecause', 'note',
] as const satisfies readonly (keyof CountRow)[];

function inFieldOrder(row: CountRow): object {
  return Object.fromEntries(FIELDS.filter((field) => row[field] !== undefined).map((field) => [field, row[field]]));
}
