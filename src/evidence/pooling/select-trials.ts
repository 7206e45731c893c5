import type { CountRow } from '../../schema/index.js';
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

export type LeftOutReason = 'not-pooled' | 'other-site' | 'other-age' | 'infants' | 'same-people';

export interface LeftOut {
  readonly row: CountRow;
  readonly reason: LeftOutReason;
}

export interface Selection {
  readonly trials: readonly Trial[];
  /** Rows of this treatment and threshold that the pool does not take, with the first reason that holds. */
  readonly leftOut: readonly LeftOut[];
}

/** The rows that answer a question, added up by trial, and those that do not, with the reason. */
export function selectTrials(rows: readonly CountRow[], question: PoolQuestion): Selection {
  const candidates = rows.filter(
    ({ treatment, threshold }) => treatment === question.treatment && threshold === question.threshold,
  );
  const leftOut: LeftOut[] = [];
  const byTrial = new Map<string, CountRow[]>();
  for (const row of candidates) {
    const arms = byTrial.get(row.study) ?? [];
    const reason = whyLeftOut(row, question) ?? (sharesPeople(row, arms) ? 'same-people' : null);
    if (reason) leftOut.push({ row, reason });
    else byTrial.set(row.study, [...arms, row]);
  }
  return { trials: [...byTrial].map(([study, arms]) => addUp(study, arms)), leftOut };
}

function whyLeftOut(row: CountRow, { ageGroup, site }: PoolQuestion): LeftOutReason | null {
  if (!row.pool) return 'not-pooled';
  if (!isOfSite(row, site)) return 'other-site';
  if (ageGroup === 'child' && row.under2Years) return 'infants';
  if (ageGroup === 'child' && row.population !== 'children') return 'other-age';
  if (ageGroup === 'adult' && row.population !== 'adults') return 'other-age';
  return null;
}

/** Rows of all sites answer `any`; a site takes its own rows and those of trials that treated it in everyone. */
function isOfSite({ site, alsoSites }: CountRow, asked: Site): boolean {
  return asked === 'any' ? site === 'all' : site === asked || alsoSites.includes(asked);
}

/** Arms within the same people cannot be added: the first one counts. */
function sharesPeople(row: CountRow, arms: readonly CountRow[]): boolean {
  return row.withinPatient && arms.length > 0;
}

function addUp(study: string, arms: readonly CountRow[]): Trial {
  const sum = (of: (arm: CountRow) => number) => arms.reduce((total, arm) => total + of(arm), 0);
  return {
    study,
    arms,
    events: sum((arm) => arm.events),
    total: sum((arm) => arm.total),
    people: sum((arm) => arm.people),
    unit: arms.some(({ unit }) => unit === 'lesions') ? 'lesions' : 'patients',
  };
}
