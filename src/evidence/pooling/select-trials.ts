import type { CountRow } from '../../schema/index.js';
import { eachInSteps, type Steps } from '../in-steps.js';
import type { AgeGroup, Site } from '../inputs.js';
import type { Threshold, Treatment } from '../outlook.js';

/** What a pool is asked for. */
export interface PoolQuestion {
  readonly treatment: Treatment;
  readonly ageGroup: AgeGroup;
  readonly site: Site;
  readonly threshold: Threshold;
}

/** One trial's arms of one treatment, counted together: k counts trials, not arms. */
export interface Trial {
  readonly study: string;
  readonly arms: readonly CountRow[];
  readonly events: number;
  readonly total: number;
  /** Persons behind the total; fewer than the total where lesions were counted. */
  readonly people: number;
  readonly unit: CountRow['unit'];
}

/**
 * Why a row does not enter a pool: it is only shown (`notPooledBecause`), is of another site or age, of infants, of
 * people who are in it already, or outside a named set (or not known to be in it).
 */
export type LeftOutReason =
  | 'not-pooled'
  | 'other-site'
  | 'other-age'
  | 'infants'
  | 'same-people'
  | 'not-in-set'
  | 'unknown-for-set';

export interface LeftOut {
  readonly row: CountRow;
  readonly reason: LeftOutReason;
}

export interface Selection {
  readonly trials: readonly Trial[];
  /** Rows of this treatment and threshold that the pool does not take, with the first reason that holds. */
  readonly leftOut: readonly LeftOut[];
}

/** A further condition on rows: why this one is left out, or `null`. */
export type RowRule = (row: CountRow) => LeftOutReason | null;

const everyRow: RowRule = () => null;

/** The rows that answer a question, added up by trial, and those that do not, with the reason; in steps. */
export function* selectingTrials(
  rows: readonly CountRow[],
  question: PoolQuestion,
  rule: RowRule = everyRow,
): Steps<Selection> {
  const leftOut: LeftOut[] = [];
  const trials: Growing[] = [];
  const byStudy = new Map<string, Growing>();
  yield* eachInSteps(rows, (row) => {
    const { study, treatment, threshold, events, total, people, unit } = row;
    if (treatment !== question.treatment || threshold !== question.threshold) return;
    const trial = byStudy.get(study);
    const reason = whyLeftOut(row, question) ?? rule(row) ?? (trial && sharesPeople(row, trial.arms) ? 'same-people' : null);
    if (reason) leftOut.push({ row, reason });
    else if (trial) {
      trial.arms.push(row);
      trial.events += events;
      trial.total += total;
      trial.people += people;
      if (unit === 'lesions') trial.unit = unit;
    } else {
      const first = { study, arms: [row], events, total, people, unit };
      byStudy.set(study, first);
      trials.push(first);
    }
  });
  return { trials, leftOut };
}

/** A trial to which arms are added. */
type Growing = { -readonly [Field in Exclude<keyof Trial, 'arms'>]: Trial[Field] } & { readonly arms: CountRow[] };

function whyLeftOut(row: CountRow, { ageGroup, site }: PoolQuestion): LeftOutReason | null {
  if (!row.pool) return 'not-pooled';
  if (!isOfSite(row, site)) return 'other-site';
  return isOfAge(row, ageGroup) ? null : ageGroup === 'child' && row.under2Years ? 'infants' : 'other-age';
}

/** Children under two are below the age of the product labels: they do not answer for children. */
export function isOfAge({ population, under2Years }: Pick<CountRow, 'population' | 'under2Years'>, asked: AgeGroup) {
  if (asked === 'child') return population === 'children' && !under2Years;
  return asked === 'any' || population === 'adults';
}

/** Rows of all sites answer `any`; a site takes its own rows and those of trials that treated it in everyone. */
export function isOfSite({ site, alsoSites }: CountRow, asked: Site): boolean {
  return asked === 'any' ? site === 'all' : site === asked || alsoSites.includes(asked);
}

/**
 * Arms within the same people cannot be added, nor can two rows of one arm, such as a count that a reader gives a
 * second time: the first one counts. Children and adults of one arm are different people.
 */
function sharesPeople(row: CountRow, arms: readonly CountRow[]): boolean {
  return row.withinPatient || arms.some(({ arm, population }) => arm === row.arm && population === row.population);
}
