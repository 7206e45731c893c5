import type { CountRow, CountsFile, OtherStudy } from '../../schema/index.js';

/** What is added to the counts: rows, and the citations of studies that neither the review nor the file has. */
export interface AddedCounts {
  readonly rows: readonly CountRow[];
  readonly otherStudies?: readonly OtherStudy[];
}

/** The file `counts.json` of the data folder with additions at the end of its lists, ready to be put in its place. */
export function countsFile(file: CountsFile, { rows, otherStudies = [] }: AddedCounts): string {
  const extended = {
    ...file,
    repigmentation: [...file.repigmentation, ...rows.map(inFieldOrder)],
    otherStudies: [...file.otherStudies, ...otherStudies],
  };
  return `${JSON.stringify(extended, null, 1)}\n`;
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
