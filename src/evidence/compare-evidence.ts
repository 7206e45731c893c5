import type { Evidence } from '../schema/index.js';

/** What became of the numbers of one record between two versions of the evidence. */
export interface RecordChange {
  /** The part of the evidence that holds it, such as `estimates` or `repigmentation`. */
  readonly part: string;
  /** The record's id, or what tells it from others of its part; the part's name where that is one record. */
  readonly record: string;
  readonly change: 'added' | 'removed' | 'changed';
  readonly numbers: readonly NumberChange[];
}

/** A number that differs; `null` on the side that has none. */
export interface NumberChange {
  /** Where in the record: `ciLowPct`, `arms.0.enrolled`. */
  readonly field: string;
  readonly before: number | null;
  readonly after: number | null;
}

/** Not figures of the evidence: which release it is. */
const OF_THE_RELEASE = ['schemaVersion', 'version', 'date', 'reviewBy', 'hash'];

/** What tells a row of counts from the others of its study. */
const ROW_FIELDS = ['study', 'arm', 'treatment', 'event', 'threshold', 'site', 'population', 'group'];

/**
 * Every number that differs between two versions of the evidence, by record, in the order of the later one; what only
 * the earlier one has comes last. Words are not compared, and the order of records does not matter.
 *
 * @example
 * compareEvidence(before, after);
 * // [{part: 'estimates', record: 'lee-mono-75', change: 'changed',
 * //   numbers: [{field: 'participants', before: 440, after: 443}]}]
 */
export function compareEvidence(before: Evidence, after: Evidence): RecordChange[] {
  const earlier = recordsOf(before);
  const later = recordsOf(after);
  return [...new Set([...later.keys(), ...earlier.keys()])].flatMap((key) => {
    const [old, now] = [earlier.get(key), later.get(key)];
    const { part, record } = (now ?? old)!;
    const numbers = changedNumbers(old?.numbers ?? NONE, now?.numbers ?? NONE);
    const change = !old ? 'added' : !now ? 'removed' : 'changed';
    return numbers.length ? [{ part, record, change, numbers } as const] : [];
  });
}

const NONE: ReadonlyMap<string, number> = new Map();

interface RecordNumbers {
  readonly part: string;
  readonly record: string;
  readonly numbers: ReadonlyMap<string, number>;
}

function recordsOf(evidence: Evidence): Map<string, RecordNumbers> {
  const records = new Map<string, RecordNumbers>();
  for (const [part, value] of Object.entries(evidence)) {
    if (OF_THE_RELEASE.includes(part)) continue;
    const rows: unknown[] = Array.isArray(value) ? value : [value];
    for (const [index, row] of rows.entries()) {
      const name = Array.isArray(value) ? nameOf(row, index) : part;
      const record = firstFree(name, (one) => records.has(`${part} ${one}`));
      records.set(`${part} ${record}`, { part, record, numbers: new Map(numbersIn(row)) });
    }
  }
  return records;
}

/** Every number in a record with its place. */
function* numbersIn(value: unknown, path: readonly string[] = []): Generator<[string, number]> {
  if (typeof value === 'number') yield [path.join('.'), value];
  if (typeof value !== 'object' || value === null) return;
  const names = new Set<string>();
  for (const [key, inner] of Object.entries(value)) {
    const name = firstFree(Array.isArray(value) ? nameOf(inner, key) : key, (one) => names.has(one));
    names.add(name);
    yield* numbersIn(inner, [...path, name]);
  }
}

/** A record's id, or the fields that tell a row from others; its place in the list where it has neither. */
function nameOf(row: unknown, place: number | string): string {
  const fields = (row ?? {}) as Record<string, unknown>;
  if (typeof fields['id'] === 'string') return fields['id'];
  return ROW_FIELDS.map((name) => fields[name]).filter((field) => typeof field === 'string').join(' ') || String(place);
}

/** Two rows alike in all that names them are told apart by their order. */
function firstFree(name: string, isTaken: (name: string) => boolean): string {
  for (let n = 1; ; n++) {
    const tried = n === 1 ? name : `${name} (${n})`;
    if (!isTaken(tried)) return tried;
  }
}

function changedNumbers(before: ReadonlyMap<string, number>, after: ReadonlyMap<string, number>): NumberChange[] {
  return [...new Set([...after.keys(), ...before.keys()])]
    .map((field) => ({ field, before: before.get(field) ?? null, after: after.get(field) ?? null }))
    .filter((number) => number.before !== number.after);
}
