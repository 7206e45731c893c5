import type { CountRow } from '../counts.js';
import { issue, type RowIssue } from '../issue.js';
import { THRESHOLDS } from '../vocabulary.js';

/** Invariants between rows; paths begin with the index of the row. */

/** The people a row is about. JSON, so that no separator inside a name can join two groups. */
export const groupOf = (row: CountRow) => JSON.stringify([row.study, row.arm, row.population, row.site, row.unit]);

function groupRows(rows: readonly CountRow[]): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  rows.forEach((row, index) => {
    const members = groups.get(groupOf(row));
    if (members) members.push(index);
    else groups.set(groupOf(row), [index]);
  });
  return groups;
}

const rank = (row: CountRow) => THRESHOLDS.indexOf(row.threshold);

/** Who reached the higher threshold also reached the lower: no more events of no more people. */
function checkPair(rows: readonly CountRow[], lowerIndex: number, higherIndex: number): RowIssue[] {
  const lower = rows[lowerIndex]!;
  const higher = rows[higherIndex]!;
  const params = { other: lowerIndex, threshold: lower.threshold, events: lower.events };
  if (lower.threshold === higher.threshold) return [issue('duplicate-row', [higherIndex], { params })];
  if (higher.total > lower.total || higher.events <= lower.events) return [];
  return [issue('events-not-monotone', [higherIndex, 'events'], { value: higher.events, params })];
}

/** Each arm, site and unit has one row a threshold, and events do not rise with the threshold. */
export function checkCountRows(rows: readonly CountRow[]): RowIssue[] {
  return [...groupRows(rows).values()].flatMap((members) => {
    const ascending = [...members].sort((a, b) => rank(rows[a]!) - rank(rows[b]!) || a - b);
    return ascending.slice(1).flatMap((index, before) => checkPair(rows, ascending[before]!, index));
  });
}
