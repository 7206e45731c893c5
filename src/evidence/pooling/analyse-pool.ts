import type { Candidate, CountRow } from '../../schema/index.js';
import { isNoAnswer, type NoAnswer } from '../../stats/no-answer.js';
import { lastCall } from '../last-call.js';
import { coverageOf, type Coverage } from './coverage.js';
import { allRows, type PoolMaterial } from './material.js';
import type { Method } from './method.js';
import {
  effectsOfSome, exactInterval, poolEffects, trialEffects, type TrialEffects, type TrialPool,
} from './pool-trials.js';
import { publishedBeside, type PublishedBeside } from './published-beside.js';
import { selectTrials, type LeftOut, type PoolQuestion, type Trial } from './select-trials.js';
import { setRules, type SetId } from './sensitivity-sets.js';

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
  /** Included and switched off: the literature by year, then the reader's own as given. */
  readonly trials: readonly AnalysedTrial[];
  readonly leftOut: readonly LeftOut[];
  /** Numbers of this treatment, at this threshold or an undefined one, that are not safe enough to count. */
  readonly candidates: readonly Candidate[];
  readonly coverage: Coverage | null;
  readonly published: PublishedBeside | null;
  /** Intraclass correlation of one person's lesions. */
  readonly correlation: number;
}

export interface AnalysedTrial extends Trial {
  readonly included: boolean;
  /** With counts that the page or its reader added. */
  readonly own: boolean;
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
export interface PoolSelection {
  readonly trials: readonly SelectedTrial[];
  readonly leftOut: PoolAnalysis['leftOut'];
  readonly candidates: PoolAnalysis['candidates'];
  readonly coverage: PoolAnalysis['coverage'];
  readonly published: PoolAnalysis['published'];
  readonly correlation: number;
  /** The exact interval of each trial at a level: the most that an analysis works out, and the same at every click. */
  intervals(level: number): readonly ExactInterval[];
}

type SelectedTrial = Trial & Pick<AnalysedTrial, 'own' | 'year' | 'estimate'>;
type ExactInterval = ReturnType<typeof exactInterval>;

/** The first half of an analysis, which a reader's clicks leave as it is. */
export function selectPool(material: PoolMaterial, question: PoolQuestion, set: SetId): PoolSelection {
  const { rule, adjust, correlation } = setRules(set, material);
  const selection = selectTrials(allRows(material), question, rule);
  const own = new Set(material.own);
  const trials = selection.trials.map(adjust).map((trial) => described(trial, own)).sort(literatureFirst);
  return {
    trials,
    leftOut: selection.leftOut,
    candidates: material.candidates.filter((candidate) => isAsked(candidate, question)),
    coverage: coverageOf(question, selection.trials, material),
    published: publishedBeside(question, material.core),
    correlation,
    intervals: lastCall((level: number) => exactIntervals(trials, level, correlation)),
  };
}

const isAsked = ({ treatment, threshold }: Candidate, asked: PoolQuestion) =>
  treatment === asked.treatment && (threshold === null || threshold === asked.threshold);

function described(trial: Trial, own: ReadonlySet<CountRow>): SelectedTrial {
  return {
    own: trial.arms.some((arm) => own.has(arm)),
    year: trial.arms[0]!.year,
    estimate: trial.events / trial.total,
    // Last, here and below: spread first, it takes six times as long, and a reader may have 100,000.
    ...trial,
  };
}

/** Many of a reader's rows have the same counts. */
function exactIntervals(trials: readonly Trial[], level: number, correlation: number): ExactInterval[] {
  const byCounts = new Map<string, ExactInterval>();
  return trials.map((trial) => {
    const key = [trial.events, trial.total, trial.people].join();
    const interval = byCounts.get(key) ?? exactInterval(trial, level, correlation);
    byCounts.set(key, interval);
    return interval;
  });
}

/** Pools the question as asked: one fit, so that it can follow every click. `selection` spares making it again. */
export function analysePool(
  material: PoolMaterial,
  request: PoolRequest,
  selection = selectPool(material, request.question, request.set),
): PoolAnalysis {
  const { method, without } = request;
  const { trials, intervals, correlation, ...rest } = selection;
  const out = new Set(without);
  const effects = trialEffects(trials, method, correlation);
  const result = poolEffects(effectsOfSome(effects, ({ study }) => !out.has(study)), method, correlation);
  const weights = weightsOf(result);
  const effectOf = effectsByTrial(effects);
  const limits = intervals(method.level);
  return {
    request,
    result,
    trials: trials.map((trial, position) => ({
      included: !out.has(trial.study),
      effect: effectOf.get(trial) ?? null,
      weight: weights.get(trial.study) ?? null,
      ...limits[position]!,
      ...trial,
    })),
    correlation,
    ...rest,
  };
}

/** On the scale of the pool; none where zero cells are dropped. */
function effectsByTrial({ trials, yi, vi }: TrialEffects<SelectedTrial>): ReadonlyMap<SelectedTrial, AnalysedTrial['effect']> {
  return new Map(trials.map((trial, position) => [trial, { yi: yi[position]!, vi: vi[position]! }]));
}

/** In per cent, by study; a single study has all the weight. */
function weightsOf(result: TrialPool | NoAnswer): ReadonlyMap<string, number> {
  if (isNoAnswer(result)) return new Map();
  const { fit, effects } = result;
  return new Map(effects.trials.map(({ study }, position) => [study, fit?.weights[position] ?? 100]));
}

/** The literature by year; the reader's own last, in the order in which they were given. */
function literatureFirst(a: SelectedTrial, b: SelectedTrial): number {
  return Number(a.own) - Number(b.own) || (a.own ? 0 : byYear(a, b));
}

/** Unknown years after known ones; then by id, so that the order is the same everywhere. */
export function byYear(a: Pick<AnalysedTrial, 'year' | 'study'>, b: Pick<AnalysedTrial, 'year' | 'study'>): number {
  return (a.year ?? 9999) - (b.year ?? 9999) || (a.study < b.study ? -1 : 1);
}
