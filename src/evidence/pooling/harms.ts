import type { AdverseEventRow } from '../../schema/index.js';
import { isNoAnswer, type NoAnswer } from '../../stats/no-answer.js';
import type { AgeGroup } from '../inputs.js';
import type { Treatment } from '../outlook.js';
import type { PoolMaterial } from './material.js';
import type { Method } from './method.js';
import { poolTrials } from './pool-some.js';
import type { Counts, TrialPool } from './pool-trials.js';
import { isOfAge } from './select-trials.js';

/** One kind of event under one treatment. */
export interface HarmPool {
  readonly treatment: Treatment;
  readonly event: AdverseEventRow['event'];
  readonly trials: readonly HarmTrial[];
  readonly leftOut: readonly { readonly row: AdverseEventRow; readonly reason: HarmLeftOutReason }[];
  /** `null` where no trial counts this event in people. */
  readonly result: TrialPool<HarmTrial> | NoAnswer | null;
}

/** People with the event in one trial. */
export interface HarmTrial extends Counts {
  readonly study: string;
  readonly row: AdverseEventRow;
}

export type HarmLeftOutReason = 'not-pooled' | 'infants' | 'other-age' | 'same-people';

const TREATMENTS = ['tci', 'tci-phototherapy', 'phototherapy'] as const satisfies readonly Treatment[];

/**
 * Side effects by treatment and kind, pooled as responses are: people with the event, arms of different people added
 * up, counts of lesions and mixed kinds only shown. Every kind that any treatment reports stands there for each
 * treatment, so that what is missing is seen.
 */
export function poolHarms(
  { adverseEvents }: Pick<PoolMaterial, 'adverseEvents'>,
  ageGroup: AgeGroup,
  method: Method,
): HarmPool[] {
  const kinds = [...new Set(adverseEvents.map(({ event }) => event))];
  return TREATMENTS.flatMap((treatment) =>
    kinds.map((event) => {
      const rows = adverseEvents.filter((row) => row.treatment === treatment && row.event === event);
      return harmPool(rows, { treatment, event, ageGroup }, method);
    }),
  );
}

function harmPool(
  rows: readonly AdverseEventRow[],
  { treatment, event, ageGroup }: Pick<HarmPool, 'treatment' | 'event'> & { readonly ageGroup: AgeGroup },
  method: Method,
): HarmPool {
  const trials = new Map<string, HarmTrial>();
  const leftOut: { row: AdverseEventRow; reason: HarmLeftOutReason }[] = [];
  for (const row of rows) {
    const found = trials.get(row.study);
    const reason = whyLeftOut(row, ageGroup, found);
    if (reason) leftOut.push({ row, reason });
    else trials.set(row.study, added(found, row));
  }
  const included = [...trials.values()];
  return { treatment, event, trials: included, leftOut, result: included.length ? poolTrials(included, method) : null };
}

function whyLeftOut(
  row: AdverseEventRow,
  ageGroup: AgeGroup,
  found: HarmTrial | undefined,
): HarmLeftOutReason | null {
  if (!row.pool) return 'not-pooled';
  if (!isOfAge(row, ageGroup)) return ageGroup === 'child' && row.under2Years ? 'infants' : 'other-age';
  return found && (row.withinPatient || found.row.arm === row.arm) ? 'same-people' : null;
}

/** Arms of different people are added up; their first row stands for them. */
function added(found: HarmTrial | undefined, row: AdverseEventRow): HarmTrial {
  const { study, events, total } = row;
  if (!found) return { study, row, events, total, people: total };
  return { ...found, events: found.events + events, total: found.total + total, people: found.people + total };
}

/** Kinds of events that no trial of a treatment counts in people. */
export function missingHarms(pools: readonly HarmPool[]): Pick<HarmPool, 'treatment' | 'event'>[] {
  const missing = pools.filter(({ result }) => result === null || isNoAnswer(result));
  return missing.map(({ treatment, event }) => ({ treatment, event }));
}
