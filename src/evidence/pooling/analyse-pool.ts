import type { Candidate, CountRow } from '../../schema/index.js';
import { isNoAnswer, type NoAnswer } from '../../stats/no-answer.js';
import { atOnce, eachInSteps, mapInSteps, type Steps } from '../in-steps.js';
import { coverageOf, type Coverage } from './coverage.js';
import { allRows, originsOf, type Origin, type PoolMaterial } from './material.js';
import type { Method } from './method.js';
import { effectsOfSome } from './pool-some.js';
import { exactInterval, makingEffects, poolEffects, type TrialPool } from './pool-trials.js';
import { publishedBeside, type PublishedBeside } from './published-beside.js';
import { selectingTrials, type LeftOut, type PoolQuestion, type Trial } from './select-trials.js';
import { settingRules, type SetId } from './sensitivity-sets.js';

/** What a reader looks at: a question, how it is pooled, a named set, and the studies switched off by hand. */
export interface PoolRequest {
  readonly question: PoolQuestion;
  readonly method: Method;
  readonly set: SetId;
  /** Study ids. */
  readonly without: readonly string[];
}

/** A pool with all that it rests on. */
export interface PoolAnalysis {
  readonly request: PoolRequest;
  readonly result: TrialPool | NoAnswer;
  /** Included and switched off: the literature by year, then the page's and the reader's own as given. */
  readonly trials: readonly AnalysedTrial[];
  readonly leftOut: readonly AnalysedLeftOut[];
  /** Numbers of this treatment, at this threshold or an undefined one, that are not safe enough to count. */
  readonly candidates: readonly Candidate[];
  readonly coverage: Coverage | null;
  readonly published: PublishedBeside | null;
  /** Intraclass correlation of one person's lesions. */
  readonly correlation: number;
}

export interface AnalysedLeftOut extends LeftOut {
  readonly origin: Origin;
}

export interface AnalysedTrial extends Trial {
  readonly included: boolean;
  /** Of the arm that was added last, where some were. */
  readonly origin: Origin;
  readonly year: number | null;
  /** Its own proportion with the exact interval, on people where lesions were counted. */
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
  /** On the scale of the pool; `null` where zero cells are dropped. */
  readonly effect: { readonly yi: number; readonly vi: number } | null;
  /** In per cent; `null` where it is not pooled. */
  readonly weight: number | null;
}

/** What a question takes in a named set, whatever the method and the studies that are switched off. */
export interface PoolSelection extends Pick<
  PoolAnalysis,
  'leftOut' | 'candidates' | 'coverage' | 'published' | 'correlation'
> {
  readonly trials: readonly Trial[];
  readonly originOf: (arms: readonly CountRow[]) => Origin;
  /** The exact interval of each trial, by level: the most that an analysis works out, and the same at every click. */
  readonly limits: Map<number, readonly ExactInterval[]>;
}

type ExactInterval = ReturnType<typeof exactInterval>;

/** The first half of an analysis, which a reader's clicks leave as it is; in steps, for a reader's many rows. */
export function* selectingPool(material: PoolMaterial, question: PoolQuestion, set: SetId): Steps<PoolSelection> {
  const { rule, adjust, correlation } = yield* settingRules(set, material);
  const { trials, leftOut } = yield* selectingTrials(allRows(material), question, rule);
  const originOf = originsOf(material);
  const byOrigin: Record<Origin, Trial[]> = { literature: [], page: [], reader: [] };
  yield* eachInSteps(trials, (trial) => byOrigin[originOf(trial.arms)].push(adjust(trial)));
  const { literature, page, reader } = byOrigin;
  return {
    trials: literature.sort(byYear).concat(page, reader),
    originOf,
    leftOut: yield* mapInSteps(leftOut, ({ row, reason }) => ({ row, reason, origin: originOf([row]) })),
    candidates: material.candidates.filter((candidate) => isAsked(candidate, question)),
    coverage: coverageOf(question, trials, material),
    published: publishedBeside(question, material.core),
    correlation,
    limits: new Map(),
  };
}

const isAsked = ({ treatment, threshold }: Candidate, asked: PoolQuestion) =>
  treatment === asked.treatment && (threshold === null || threshold === asked.threshold);

/** Many of a reader's rows have the same counts. */
function* exactIntervals(trials: readonly Trial[], level: number, correlation: number): Steps<ExactInterval[]> {
  const byCounts = new Map<string, ExactInterval>();
  return yield* mapInSteps(trials, (trial) => {
    const key = `${trial.events} ${trial.total} ${trial.people}`;
    const interval = byCounts.get(key) ?? exactInterval(trial, level, correlation);
    byCounts.set(key, interval);
    return interval;
  });
}

/** Pools the question as asked. */
export function analysePool(material: PoolMaterial, request: PoolRequest): PoolAnalysis {
  return atOnce(analysingPool(request, atOnce(selectingPool(material, request.question, request.set))));
}

/** The second half: one fit, so that it can follow every click. */
export function* analysingPool(request: PoolRequest, selection: PoolSelection): Steps<PoolAnalysis> {
  const { method, without } = request;
  const { trials, originOf, limits, correlation, ...rest } = selection;
  const { level } = method;
  const intervals = limits.get(level) ?? (yield* exactIntervals(trials, level, correlation));
  limits.set(level, intervals);
  const out = new Set(without);
  const all = yield* makingEffects(trials, method, correlation);
  yield;
  const kept = out.size ? effectsOfSome(all, ({ study }) => !out.has(study)) : all;
  yield;
  const result = poolEffects(kept, method, correlation);
  yield;
  // Trials with an effect, and those in the pool, come in the order of all trials.
  const pooled = isNoAnswer(result) ? null : result;
  let [withEffect, inPool] = [0, 0];
  const analysed = yield* mapInSteps(trials, (trial, position): AnalysedTrial => {
    const { study, arms, events, total, people, unit } = trial;
    const effect = all.trials[withEffect] === trial ? { yi: all.yi[withEffect]!, vi: all.vi[withEffect++]! } : null;
    // A single study has all the weight.
    const weight = pooled?.effects.trials[inPool] === trial ? (pooled.fit?.weights[inPool++] ?? 100) : null;
    const { low, high } = intervals[position]!;
    // Field by field: spread, each trial has a shape of its own, and every look at one takes ten times as long.
    return {
      study,
      arms,
      events,
      total,
      people,
      unit,
      included: !out.has(study),
      origin: originOf(arms),
      year: arms[0]!.year,
      estimate: events / total,
      low,
      high,
      effect,
      weight,
    };
  });
  return { request, result, trials: analysed, correlation, ...rest };
}

/** Unknown years after known ones; then by id, so that the order is the same everywhere. */
export function byYear({ study, arms: [first] }: Trial, { study: other, arms: [second] }: Trial): number {
  return (first!.year ?? 9999) - (second!.year ?? 9999) || (study < other ? -1 : 1);
}
