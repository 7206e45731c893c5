import type { FieldRule, FieldRules, Limit } from './field-rules.js';
import { issue, type IssueValue, type RowIssue, type RowIssueCode } from './issue.js';
import { summarise } from './summarise.js';

type Path = RowIssue['path'];

/**
 * A record by its rules, with defaults put in, or all that is wrong with it. It starts as a copy of `empty`, which
 * gives many records one shape (`emptyRecord`).
 */
export function readRecord(
  rules: FieldRules,
  data: unknown,
  empty = '{}',
): { record: object } | { issues: RowIssue[] } {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) {
    return { issues: [wrong('wrong-type', [], data, ['object'])] };
  }
  const given = data as Readonly<Record<string, unknown>>;
  const record = JSON.parse(empty) as Record<string, unknown>;
  const issues: RowIssue[] = [];
  for (const [name, rule] of Object.entries(rules)) {
    const value = given[name];
    if (value !== undefined) {
      issues.push(...check(rule, value, [name]));
      record[name] = copied(value);
    } else if ('default' in rule) record[name] = copied(rule.default);
    else if (!rule.optional) issues.push(...check(rule, value, [name]));
    else if (name in given) record[name] = value;
  }
  for (const name in given) {
    if (!Object.hasOwn(rules, name)) issues.push(issue('unknown-key', [String(summarise(name))]));
  }
  return issues.length ? { issues } : { record };
}

/**
 * All fields that a record has anyway, as text: engines read records of one shape many times faster, and one that grows
 * by names in a loop gets a shape of its own.
 */
export const emptyRecord = (rules: FieldRules): string =>
  JSON.stringify(rules, (name, rule: FieldRules | FieldRule) => (name === '' ? rule : rule.optional ? undefined : null));

/** Records share no list: neither with the data nor by a default. */
const copied = (value: unknown): unknown => (Array.isArray(value) ? [...(value as unknown[])] : value);

function check({ type, values, limits = [], items, nullable }: FieldRule, value: unknown, path: Path): RowIssue[] {
  if (value === null && nullable) return [];
  if (values) return values.includes(value as IssueValue) ? [] : [wrong('not-allowed', path, value, values.map(summarise))];
  const expected = type === 'int' ? 'number' : type!;
  if (!isOf[expected](value)) return [wrong('wrong-type', path, value, [expected])];
  if (type === 'int' && !Number.isInteger(value)) return [wrong('not-whole', path, value, [type])];
  // A list may have holes, which `flatMap` would pass over.
  if (items) return Array.from(value as unknown[]).flatMap((item, index) => check(items, item, [...path, index]));
  return limits.flatMap((limit) => beyond(limit, value, path));
}

const isOf: Readonly<Record<'string' | 'number' | 'boolean' | 'array', (value: unknown) => boolean>> = {
  string: (value) => typeof value === 'string',
  number: (value) => Number.isFinite(value),
  boolean: (value) => typeof value === 'boolean',
  array: (value) => Array.isArray(value),
};

const FITS: { readonly [Kind in Limit[0]]: (value: never, limit: never) => boolean } = {
  'empty': ({ length }: string, least: number) => length >= least,
  // A letter may be two units long.
  'too-long': (text: string, most: number) => text.length <= most || [...text].length <= most,
  'too-small': (value: number, least: number) => value >= least,
  'above': (value: number, bound: number) => value > bound,
  'too-big': (value: number, most: number) => value <= most,
  'bad-format': (text: string, pattern: string) => new RegExp(pattern).test(text),
};

function beyond([kind, limit]: Limit, value: unknown, path: Path): RowIssue[] {
  if (FITS[kind](value as never, limit as never)) return [];
  return [wrong(kind === 'above' ? 'too-small' : kind, path, value, [kind === 'bad-format' ? `/${limit}/` : limit])];
}

function wrong(code: RowIssueCode, path: Path, value: unknown, allowed: IssueValue[]): RowIssue {
  return value === undefined
    ? issue('missing-field', path, { allowed })
    : issue(code, path, { value: summarise(value), allowed });
}
