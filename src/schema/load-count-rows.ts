import { completeRow } from './complete-row.js';
import type { ParsedCountRow } from './count-row-input.js';
import { countRowRules } from './count-row-rules.js';
import type { CountRow } from './counts.js';
import { checkCountRow } from './invariants/count-row.js';
import { checkCountRows } from './invariants/count-rows.js';
import { issue, type RowIssue } from './issue.js';
import { emptyRecord, readRecord } from './read-record.js';
import { summarise } from './summarise.js';

/** More rows than any clinic has; the rest is refused, so that a wrong file cannot freeze the page. */
const MOST_ROWS = 10_000;
const MOST_ISSUES = 500;
const MOST_ISSUES_PER_ROW = 20;

const EMPTY = emptyRecord(countRowRules);

export type ReadRow = { row: CountRow } | { issues: RowIssue[] };

function readRow(data: unknown): ReadRow {
  const read = readRecord(countRowRules, data, EMPTY);
  if ('issues' in read) return read;
  const row = completeRow(read.record as ParsedCountRow);
  if ('code' in row) return { issues: [row] };
  const issues = checkCountRow(row);
  return issues.length > 0 ? { issues } : { row };
}

/** A getter or proxy of the host's may throw: then the row cannot be read, and the others still can. */
function readRowSafely(rows: readonly unknown[], index: number): ReadRow {
  try {
    return readRow(rows[index]);
  } catch {
    return { issues: [issue('unreadable', [])] };
  }
}

/** One row as somebody gives it: complete, or what is wrong with it, paths from the row. Never throws. */
export function loadCountRow(data: unknown): ReadRow {
  return readRowSafely([data], 0);
}

/** Leaves out both rows of a contradiction, since which one is wrong cannot be told; of a duplicate the later one. */
export function dropContradictions(rows: CountRow[], indexes: number[]): { rows: CountRow[]; issues: RowIssue[] } {
  const dropped = new Set<number>();
  const issues = checkCountRows(rows).map((found) => {
    const [position, ...rest] = found.path as [number, ...string[]];
    const other = Number(found.params!.other);
    dropped.add(position);
    if (found.code === 'events-not-monotone') dropped.add(other);
    return { ...found, path: [indexes[position]!, ...rest], params: { ...found.params, other: indexes[other]! } };
  });
  return { rows: rows.filter((_, position) => !dropped.has(position)), issues };
}

function limitIssues(issues: RowIssue[]): RowIssue[] {
  if (issues.length <= MOST_ISSUES) return issues;
  return [...issues.slice(0, MOST_ISSUES), issue('too-many-issues', [], { value: issues.length, allowed: [MOST_ISSUES] })];
}

function loadRows(data: readonly unknown[]): { rows: CountRow[]; issues: RowIssue[] } {
  const good: CountRow[] = [];
  const indexes: number[] = [];
  const issues: RowIssue[] = [];
  const length = Math.min(data.length, MOST_ROWS);
  if (data.length > length) issues.push(issue('too-many-rows', [], { value: data.length, allowed: [MOST_ROWS] }));
  for (let index = 0; index < length; index += 1) {
    const read = readRowSafely(data, index);
    if ('row' in read) {
      good.push(read.row);
      indexes.push(index);
    } else {
      const first = read.issues.slice(0, MOST_ISSUES_PER_ROW);
      issues.push(...first.map((found) => ({ ...found, path: [index, ...found.path] })));
    }
  }
  const kept = dropContradictions(good, indexes);
  return { rows: kept.rows, issues: limitIssues([...issues, ...kept.issues]) };
}

/**
 * A host's own rows: the good ones complete, an issue with its path (row index first) for each of the others.
 * Takes anything and never throws.
 */
export function loadCountRows(data: unknown): { rows: CountRow[]; issues: RowIssue[] } {
  try {
    if (Array.isArray(data)) return loadRows(data);
    return { rows: [], issues: [issue('wrong-type', [], { value: summarise(data), allowed: ['array'] })] };
  } catch {
    return { rows: [], issues: [issue('unreadable', [])] };
  }
}
