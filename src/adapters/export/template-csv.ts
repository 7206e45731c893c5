import { csvText } from './csv-text.js';

/** The columns of a file of study counts, those that every row needs first; the rest have defaults. */
export const TEMPLATE_COLUMNS = [
  'study', 'treatment', 'threshold', 'events', 'total', 'unit', 'people', 'site', 'population', 'arm', 'agent',
  'phototherapy', 'durationMonths', 'year', 'comparator', 'withinPatient', 'leeRef', 'design', 'under2Years', 'alsoSites',
  'count', 'basis', 'place', 'sourceLevel', 'url', 'extractions', 'conflict', 'pool', 'notPooledBecause', 'note',
] as const;

/** A file to fill in: the names of the columns and one made-up row, which is marked so that it is never pooled. */
export function templateCsv(): string {
  const example = {
    study: 'Example clinic', treatment: 'tci', threshold: 75, events: 10, total: 40, unit: 'patients', site: 'all',
    population: 'adults', agent: 'tacrolimus 0.1%', durationMonths: 6, pool: false, notPooledBecause: 'example row',
  } as const;
  return csvText(TEMPLATE_COLUMNS, [example]);
}
