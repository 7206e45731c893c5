import type { ParsedCountRow } from './count-row-input.js';
import type { CountRow } from './counts.js';
import { issue, type RowIssue } from './issue.js';

/** Fills in what depends on other fields; lesions without people have no default. */
export function completeRow(input: ParsedCountRow): CountRow | RowIssue {
  const { arm, people, phototherapy, ...rest } = input;
  if (people === undefined && input.unit === 'lesions') return issue('people-missing', ['people']);
  const hasLight = input.treatment === 'tci-phototherapy' || input.treatment === 'phototherapy';
  return {
    ...rest,
    // Minus nought passes as a count and would be shown with its sign.
    events: input.events + 0,
    arm: arm ?? input.treatment,
    people: people ?? input.total,
    phototherapy: phototherapy ?? (hasLight ? 'other' : null),
  };
}
