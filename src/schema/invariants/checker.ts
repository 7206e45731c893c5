import type { EvidenceRecords } from '../evidence.js';
import type { Issue } from '../issue.js';

/** One invariant: what it finds wrong, with paths from the top of the evidence; nothing when it holds. */
export type Checker = (evidence: EvidenceRecords) => Issue[];

/** Puts the place of a record before the paths inside it. */
export function at(prefix: Issue['path'], issues: readonly Issue[]): Issue[] {
  return issues.map((found) => ({ ...found, path: [...prefix, ...found.path] }));
}

/** Runs a check of single records over a list of them. */
export function forEachRecord<T>(key: string, records: readonly T[], check: (record: T) => Issue[]): Issue[] {
  return records.flatMap((record, index) => at([key, index], check(record)));
}

export const sameNumbers = (a: readonly number[], b: readonly number[]) =>
  a.length === b.length && a.every((value, index) => value === b[index]);
