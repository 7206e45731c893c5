import type { IssueValue } from './issue.js';

const LONGEST_VALUE = 80;

/** A value as an issue can carry it through an event or into JSON, whatever it was; minus nought is nought. */
export function summarise(value: unknown): IssueValue {
  if (typeof value === 'string') return value.length > LONGEST_VALUE ? `${value.slice(0, LONGEST_VALUE)}...` : value;
  if (typeof value === 'boolean' || value === null) return value;
  if (Number.isNaN(value)) return 'not a number';
  if (typeof value === 'number') return Number.isFinite(value) ? value + 0 : String(value);
  return Array.isArray(value) ? 'array' : typeof value;
}
