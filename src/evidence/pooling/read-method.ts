import { POOLING_METHODS } from '../../stats/mean-model.js';
import type { IssueValue, RowIssue } from '../../schema/issue.js';
import { DEFAULT_METHOD, type Method } from './method.js';

/** The choices that a method has, in the order in which they are offered; `level` is any number between 0 and 1. */
export const METHOD_CHOICES = {
  estimator: POOLING_METHODS,
  scale: ['PLO', 'PR', 'PAS', 'PFT'],
  interval: ['adhoc', 'knha', 'z'],
  zeroCells: ['half', 'drop'],
} as const satisfies Partial<Record<keyof Method, readonly string[]>>;

const isLevel = (value: unknown) => typeof value === 'number' && value > 0 && value < 1;

const isOneOf = (choices: readonly unknown[]) => (value: unknown) => choices.includes(value);

const IS_VALID: Readonly<Record<keyof Method, (value: unknown) => boolean>> = {
  estimator: isOneOf(METHOD_CHOICES.estimator),
  scale: isOneOf(METHOD_CHOICES.scale),
  interval: isOneOf(METHOD_CHOICES.interval),
  zeroCells: isOneOf(METHOD_CHOICES.zeroCells),
  level: isLevel,
};

/** A host's choice of method over the defaults; what is not understood keeps its default and is an issue. */
export function readMethod(given: unknown): { method: Method; issues: RowIssue[] } {
  if (given === null || given === undefined) return { method: DEFAULT_METHOD, issues: [] };
  if (typeof given !== 'object') {
    return { method: DEFAULT_METHOD, issues: [{ code: 'wrong-type', path: ['method'], value: typeof given }] };
  }
  const issues: RowIssue[] = [];
  const method: Record<string, unknown> = { ...DEFAULT_METHOD };
  for (const [name, value] of Object.entries(given)) {
    if (!Object.hasOwn(IS_VALID, name)) issues.push({ code: 'unknown-key', path: ['method', name] });
    else if (IS_VALID[name as keyof Method](value)) method[name] = value;
    else issues.push({ code: 'not-allowed', path: ['method', name], value: text(value), allowed: allowedFor(name) });
  }
  return { method: method as unknown as Method, issues };
}

function allowedFor(name: string): IssueValue[] {
  return name === 'level' ? ['a number between 0 and 1'] : [...METHOD_CHOICES[name as keyof typeof METHOD_CHOICES]];
}

const text = (value: unknown): IssueValue => (Object(value) === value ? typeof value : String(value));
