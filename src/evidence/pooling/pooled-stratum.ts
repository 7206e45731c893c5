import type { CountRow } from '../../schema/index.js';
import { isNoAnswer } from '../../stats/no-answer.js';
import type { PooledStratum } from '../core.js';
import type { Steps } from '../in-steps.js';
import type { AgeGroup, Site } from '../inputs.js';
import {
  THRESHOLDS,
  type MissingResponse,
  type Months,
  type ResponseEstimate,
  type StudyPopulations,
  type Threshold,
  type Treatment,
} from '../outlook.js';
import type { Method } from './method.js';
import { makingEffects, poolEffects, type TrialPool } from './pool-trials.js';
import { selectingTrials, type Trial } from './select-trials.js';

/** What the counts give for one treatment, age group and site at every threshold, and what is missing. */
export function* poolingStratum(
  rows: readonly CountRow[],
  group: { treatment: Treatment; ageGroup: AgeGroup; site: Site },
  method: Method,
): Steps<PooledStratum> {
  const responses: ResponseEstimate[] = [];
  const missing: MissingResponse[] = [];
  let behind: readonly Trial[] = [];
  for (const threshold of THRESHOLDS) {
    const { trials } = yield* selectingTrials(rows, { ...group, threshold });
    const effects = yield* makingEffects(trials, method);
    yield;
    const pool = trials.length ? poolEffects(effects, method) : null;
    if (pool && !isNoAnswer(pool)) {
      responses.push(responseFromPool(pool, threshold, method));
      behind = behind.concat(pool.effects.trials);
    } else {
      const { found, needed } = pool ?? { found: 0, needed: 1 };
      missing.push({ threshold, reason: found ? 'too-few-studies' : 'no-counts', found, needed });
    }
  }
  return { ...group, responses, missing, studyPopulations: populationsOf(behind) };
}

/** A pool as an answer of the outlook. */
export function responseFromPool(pool: TrialPool, threshold: Threshold, { level }: Method): ResponseEstimate {
  const { fit: _, effects, ...figures } = pool;
  const { trials } = effects;
  return {
    threshold,
    ...figures,
    level,
    intervalFrom: 'calculated',
    studies: trials.length,
    arms: trials.reduce((sum, { arms }) => sum + arms.length, 0),
    participants: trials.reduce((sum, { people }) => sum + people, 0),
    participantsAre: 'exact',
    unit: unitOf(trials),
    months: monthsOf(trials),
    ifDropoutsFailed: null,
    printed: null,
    errata: [],
    references: trials.map(({ study }) => study),
  };
}

function unitOf(trials: readonly Trial[]): ResponseEstimate['unit'] {
  const units = new Set(trials.map(({ unit }) => unit));
  return units.size > 1 ? 'mixed' : [...units][0]!;
}

function monthsOf(trials: readonly Trial[]): Months | null {
  const months = trials.flatMap(({ arms }) => arms[0]!.durationMonths ?? []).sort((a, b) => a - b);
  if (!months.length) return null;
  const middle = (months.length - 1) / 2;
  const median = (months[Math.floor(middle)]! + months[Math.ceil(middle)]!) / 2;
  return { printed: null, median, min: months[0]!, max: months.at(-1)! };
}

function populationsOf(trials: readonly Trial[]): StudyPopulations {
  const counts = { children: 0, adults: 0, mixed: 0, unknown: 0 };
  const key = { children: 'children', adults: 'adults', all: 'mixed', 'not reported': 'unknown' } as const;
  const byStudy = new Map(trials.map(({ study, arms }) => [study, arms[0]!.population]));
  for (const population of byStudy.values()) counts[key[population]] += 1;
  return counts;
}
