import type { AdverseEventRow, CountRow } from '../counts.js';
import { issue, type Issue, type RowIssue } from '../issue.js';
import { DATA_SITES } from '../vocabulary.js';

/** Invariants of one row, paths from the row. They hold for the project's rows and for a host's own. */

type Row = CountRow | AdverseEventRow;

export function checkEvents(row: Pick<Row, 'events' | 'total'>): RowIssue[] {
  if (row.events <= row.total) return [];
  return [issue('events-exceed-total', ['events'], { value: row.events, allowed: [row.total] })];
}

/** Patients are people; lesions belong to at most as many. A row that is only shown may give its arm's people. */
export function checkPeople(row: CountRow): RowIssue[] {
  const told = { value: row.people, allowed: [row.total] };
  if (row.unit === 'patients' && row.people !== row.total) {
    return [issue('people-differ-from-patients', ['people'], told)];
  }
  if (row.unit === 'lesions' && row.pool && row.people > row.total) {
    return [issue('people-exceed-lesions', ['people'], told)];
  }
  return [];
}

export function checkPoolReason(row: Row): RowIssue[] {
  if (!row.pool && row.notPooledBecause === null) return [issue('reason-missing', ['notPooledBecause'])];
  if (row.pool && row.notPooledBecause !== null) {
    return [issue('reason-without-exclusion', ['notPooledBecause'], { value: row.notPooledBecause })];
  }
  return [];
}

/** A paper's own grouping of sites can be shown, never pooled. */
export function checkSite(row: CountRow): RowIssue[] {
  const isKnown = (DATA_SITES as readonly string[]).includes(row.site);
  return isKnown || !row.pool ? [] : [issue('unknown-site', ['site'], { value: row.site, allowed: [...DATA_SITES] })];
}

export function checkLight(row: Row): RowIssue[] {
  const hasLight = row.treatment === 'tci-phototherapy' || row.treatment === 'phototherapy';
  if (row.treatment === 'tci' && row.phototherapy !== null) {
    return [issue('light-without-phototherapy', ['phototherapy'], { value: row.phototherapy })];
  }
  return hasLight && row.phototherapy === null ? [issue('light-missing', ['phototherapy'])] : [];
}

export function checkInfants(row: Row): RowIssue[] {
  if (!row.under2Years || row.population === 'children') return [];
  return [issue('infants-not-children', ['population'], { value: row.population, allowed: ['children'] })];
}

export function checkPlace(row: CountRow): RowIssue[] {
  return row.sourceLevel === 'full-text' && row.place === undefined ? [issue('place-missing', ['place'])] : [];
}

/** Who had an event is pooled by person, and whose lesions they are is not recorded for events. */
function checkEventUnit({ unit, pool }: AdverseEventRow): Issue[] {
  const isWrong = unit === 'lesions' && pool;
  return isWrong ? [issue('lesions-without-people', ['unit'], { value: unit, allowed: ['patients'] })] : [];
}

const COUNT_ROW_CHECKS = [checkEvents, checkPeople, checkPoolReason, checkSite, checkLight, checkInfants, checkPlace];

export function checkCountRow(row: CountRow): RowIssue[] {
  return COUNT_ROW_CHECKS.flatMap((check) => check(row));
}

export function checkAdverseEventRow(row: AdverseEventRow): Issue[] {
  const checks = [checkEvents, checkEventUnit, checkPoolReason, checkLight, checkInfants];
  return checks.flatMap((check): Issue[] => check(row));
}
