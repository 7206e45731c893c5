import type { CountRow } from '../../schema/index.js';
import { eachInSteps, type Steps } from '../in-steps.js';
import { allRows, studyOf, type PoolMaterial } from './material.js';
import type { LeftOutReason, RowRule, Trial } from './select-trials.js';

/**
 * Named ways to look at the same question with fewer studies or another assumption; `all` is the default pool.
 *
 * - `patients-only`: no counts of lesions; `six-months`: treated for at most six months
 * - `nonsegmental`: nonsegmental vitiligo alone; `parallel-groups`: groups of different people
 * - `no-conflicts`: no source that contradicts itself or the review; `no-overlap`: one of the two studies that may
 *   have the same people (E39); `review-studies`: in the review; `read-twice`: two independent readings agree
 * - `tacrolimus`, `pimecrolimus`: that drug
 * - `dropouts-failed`: whoever left had not responded
 * - `icc-0`, `icc-half`: one person's lesions independent, or half alike, instead of all alike
 */
export const SET_IDS = [
  'all',
  'patients-only',
  'six-months',
  'nonsegmental',
  'parallel-groups',
  'no-conflicts',
  'no-overlap',
  'review-studies',
  'read-twice',
  'tacrolimus',
  'pimecrolimus',
  'dropouts-failed',
  'icc-0',
  'icc-half',
] as const;
export type SetId = (typeof SET_IDS)[number];

/** A set in force: which rows it takes, what it makes of a trial, how alike one person's lesions count. */
export interface SetRules {
  readonly rule: RowRule;
  readonly adjust: (trial: Trial) => Trial;
  /** Intraclass correlation of one person's lesions, 0 to 1. */
  readonly correlation: number;
}

/** The longest treatment of the set `six-months`. */
export const SIX_MONTHS = 6;

type Verdict = boolean | 'unknown';

/** Whether a row belongs to a set. */
type IsMember = (row: CountRow) => Verdict;

/** What a set must know of all rows is looked up once, before the first of them is asked for. */
const MEMBERS: Readonly<Partial<Record<SetId, (material: PoolMaterial) => IsMember>>> = {
  'patients-only': () => ({ unit }) => unit === 'patients',
  'six-months': () => ({ durationMonths }) => (durationMonths === null ? 'unknown' : durationMonths <= SIX_MONTHS),
  nonsegmental: ({ details }) => (row) => isNonsegmental(studyOf(row, details)?.subtype),
  'no-conflicts': () => ({ conflict }) => conflict !== true,
  'no-overlap': (material) => (row) => isNotSecondOfPair(row, material),
  'review-studies': () => ({ leeRef }) => leeRef !== null,
  'read-twice': () => ({ extractions }) => extractions >= 2,
  tacrolimus: () => ({ agent }) => isAgent(agent, 'tacrolimus'),
  pimecrolimus: () => ({ agent }) => isAgent(agent, 'pimecrolimus'),
};

const CORRELATION: Readonly<Partial<Record<SetId, number>>> = { 'icc-0': 0, 'icc-half': 0.5 };

/** In steps, for a reader's many rows. */
export function* settingRules(id: SetId, material: PoolMaterial): Steps<SetRules> {
  const isMember = id === 'parallel-groups' ? yield* parallelGroups(material) : MEMBERS[id]?.(material);
  return {
    rule: (row) => reasonFor(isMember ? isMember(row) : true),
    adjust: id === 'dropouts-failed' ? (trial) => withDropouts(trial, material) : (trial) => trial,
    correlation: CORRELATION[id] ?? 1,
  };
}

function reasonFor(verdict: Verdict): LeftOutReason | null {
  if (verdict === 'unknown') return 'unknown-for-set';
  return verdict ? null : 'not-in-set';
}

function isNonsegmental(subtype: readonly string[] | undefined): Verdict {
  if (!subtype || subtype.includes('ND')) return 'unknown';
  return !subtype.includes('SV');
}

/** A design of parallel groups, or several arms of different people where the design is not recorded. */
function* parallelGroups(material: PoolMaterial): Steps<IsMember> {
  const firstArms = new Map<string, string>();
  const ofSeveralArms = new Set<string>();
  yield* eachInSteps(allRows(material), ({ study, arm }) => {
    const first = firstArms.get(study);
    if (first === undefined) firstArms.set(study, arm);
    else if (first !== arm) ofSeveralArms.add(study);
  });
  return ({ study, design, withinPatient }) => {
    if (withinPatient) return false;
    if (design) return design.includes('PD');
    return ofSeveralArms.has(study) ? true : 'unknown';
  };
}

/** E39 names two studies that may have the same people: the second stays out where the first has the count. */
function isNotSecondOfPair(row: CountRow, material: PoolMaterial): Verdict {
  const { first, second } = material.details.errata.find(({ id }) => id === 'E39')?.figures ?? {};
  if (row.leeRef === null || row.leeRef !== second) return true;
  return !allRows(material).some(
    ({ leeRef, treatment, threshold, pool }) =>
      pool && leeRef === first && treatment === row.treatment && threshold === row.threshold,
  );
}

const isAgent = (agent: string | null, name: string): Verdict =>
  agent === null ? 'unknown' : agent.toLowerCase().startsWith(name);

/**
 * The trial with everyone who started: whoever left counts as not having responded. The review's table says how many
 * started and finished; a study outside of it, and one that already counts all who started, stays as it is.
 */
export function withDropouts(trial: Trial, { details }: Pick<PoolMaterial, 'details'>): Trial {
  const [{ treatment, withinPatient }] = trial.arms as [CountRow];
  const ofTreatment = studyOf(trial.arms[0]!, details)?.arms.filter((arm) => arm.treatment === treatment) ?? [];
  // Arms that share people count once.
  const arms = withinPatient ? ofTreatment.slice(0, 1) : ofTreatment;
  const enrolled = arms.reduce((sum, arm) => sum + arm.enrolled, 0);
  const completed = arms.reduce((sum, arm) => sum + arm.completed, 0);
  if (completed === 0 || trial.people >= enrolled) return trial;
  return { ...trial, total: (trial.total * enrolled) / completed, people: (trial.people * enrolled) / completed };
}
