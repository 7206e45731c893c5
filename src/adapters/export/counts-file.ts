import type { AdverseEventRow, CountRow, CountsFile, OtherStudy } from '../../schema/index.js';

/** What is added to the counts: rows, and the citations of studies that neither the review nor the file has. */
export interface AddedCounts {
  readonly rows: readonly CountRow[];
  readonly adverseEvents?: readonly AdverseEventRow[];
  readonly otherStudies?: readonly OtherStudy[];
}

/** The file `counts.json` of the data folder with additions at the end of its lists, ready to be put in its place. */
export function countsFile(file: CountsFile, { rows, adverseEvents = [], otherStudies = [] }: AddedCounts): string {
  const extended = {
    ...file,
    repigmentation: [...file.repigmentation, ...rows.map((row) => inOrder(row, COUNT_FIELDS))],
    adverseEvents: [...file.adverseEvents, ...adverseEvents.map((row) => inOrder(row, EVENT_FIELDS))],
    otherStudies: [...file.otherStudies, ...otherStudies],
  };
  return `${JSON.stringify(extended, null, 1)}\n`;
}

/** The order of fields that the rows of the file have. */
const ARM_FIELDS = [
  'study', 'leeRef', 'year', 'population', 'design', 'arm', 'treatment', 'agent', 'phototherapy', 'durationMonths',
  'comparator', 'withinPatient', 'under2Years',
] as const;
const COUNT_FIELDS = [
  ...ARM_FIELDS, 'threshold', 'site', 'unit', 'events', 'total', 'people', 'alsoSites', 'count', 'basis', 'place',
  'sourceLevel', 'url', 'extractions', 'conflict', 'pool', 'notPooledBecause', 'note',
] as const satisfies readonly (keyof CountRow)[];
const EVENT_FIELDS = [
  ...ARM_FIELDS, 'event', 'printedTerm', 'unit', 'events', 'total', 'pool', 'notPooledBecause', 'basis', 'sourceLevel',
  'url', 'note',
] as const satisfies readonly (keyof AdverseEventRow)[];

function inOrder<Row extends object>(row: Row, fields: readonly (keyof Row)[]): object {
  return Object.fromEntries(fields.filter((field) => row[field] !== undefined).map((field) => [field, row[field]]));
}
