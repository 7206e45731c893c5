import type { core } from 'zod/mini';
import { issue, type Issue, type IssueCode } from './issue.js';
import { summarise } from './summarise.js';

function valueAt(root: unknown, path: readonly PropertyKey[]): unknown {
  let value = root;
  for (const key of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Record<PropertyKey, unknown>)[key];
  }
  return value;
}

function sizeCode(origin: string, isSmall: boolean): IssueCode {
  if (origin === 'string' || origin === 'array') return isSmall ? 'empty' : 'too-long';
  return isSmall ? 'too-small' : 'too-big';
}

function typeCode(found: core.$ZodIssueInvalidType, value: unknown): IssueCode {
  if (value === undefined) return 'missing-field';
  return found.expected === 'int' && Number.isFinite(value) ? 'not-whole' : 'wrong-type';
}

function translate(found: core.$ZodIssue, root: unknown): Issue[] {
  const path = found.path.map((key) => (typeof key === 'symbol' ? String(key) : key));
  const value = valueAt(root, found.path);
  const told = value === undefined ? {} : { value: summarise(value) };
  switch (found.code) {
    case 'unrecognized_keys':
      return found.keys.map((key) => issue('unknown-key', [...path, String(summarise(key))]));
    case 'invalid_type':
      return [issue(typeCode(found, value), path, { ...told, allowed: [found.expected] })];
    case 'invalid_value':
      if (value === undefined) return [issue('missing-field', path, { allowed: found.values.map(summarise) })];
      return [issue('not-allowed', path, { ...told, allowed: found.values.map(summarise) })];
    case 'too_small':
      return [issue(sizeCode(found.origin, true), path, { ...told, allowed: [Number(found.minimum)] })];
    case 'too_big':
      return [issue(sizeCode(found.origin, false), path, { ...told, allowed: [Number(found.maximum)] })];
    case 'invalid_format':
      return [issue('bad-format', path, { ...told, allowed: [found.pattern ?? found.format] })];
    default:
      return [issue('wrong-type', path, told)];
  }
}

/** The issues of a failed parse in the project's own codes; `root` is the data that was parsed. */
export function toIssues(error: core.$ZodError, root: unknown): Issue[] {
  return error.issues.flatMap((found) => translate(found, root));
}
