import type { Issue, IssueCode } from '../schema/issue.js';

/** What is wrong with a value at a path; nothing where it is as it should be. */
export type Shape = (value: unknown, path: Issue['path']) => Issue[];

export type Fields = Record<string, unknown>;

export const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Objects by kind, since their text could throw. */
const fault = (value: unknown, path: Issue['path'], code: IssueCode = 'wrong-type'): Issue[] => [
  { code, path, value: Object(value) === value ? typeof value : String(value) },
];

export const is =
  (test: (value: unknown) => boolean, code?: IssueCode): Shape =>
  (value, path) =>
    test(value) ? [] : fault(value, path, code);

export const oneOf = (allowed: readonly unknown[]) => is((value) => allowed.includes(value), 'not-allowed');

/** A hole in a list is a missing row, so that lists are read by position. */
export const list =
  (row: Shape): Shape =>
  (value, path) =>
    Array.isArray(value) ? Array.from(value).flatMap((item, i) => row(item, [...path, i])) : fault(value, path);

/** The fields named, whatever else there is. */
export const record =
  (fields: Readonly<Record<string, Shape>>): Shape =>
  (value, path) =>
    isObject(value)
      ? Object.entries(fields).flatMap(([name, shape]) => shape(value[name], [...path, name]))
      : fault(value, path);

export const orNull =
  (shape: Shape): Shape =>
  (value, path) =>
    value === null ? [] : shape(value, path);

export const optional =
  (shape: Shape): Shape =>
  (value, path) =>
    value === undefined ? [] : shape(value, path);

/** A rule over several fields, asked once the fields are right. */
export const where =
  (shape: Shape, rule: (value: Fields) => boolean, code: IssueCode, field: string): Shape =>
  (value, path) => {
    const issues = shape(value, path);
    if (issues.length || rule(value as Fields)) return issues;
    return fault((value as Fields)[field], [...path, field], code);
  };
