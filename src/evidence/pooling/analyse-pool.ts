import type { Candidate, CountRow } from '../../schema/index.js';
import { isNoAnswer, type NoAnswer } from '../../stats/no-answer.js';
import { coverageOf, type Coverage } from './coverage.js';
import { allRows, type PoolMaterial } from './material.js';
import type { Method } from './method.js';
import { exactInterval, poolTrials, trialEffects, type TrialPool } from './pool-trials.js';
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
  /** Included and switched off, by year, the reader's own last. */
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

/** Pools the question as asked: one fit, so that it can follow every click. */
export function analysePool(material: PoolMaterial, request: PoolRequest): PoolAnalysis {
  const { question, method, without } = request;
  const { rule, adjust, correlation } = setRules(request.set, material);
  const selection = selectTrials(allRows(material), question, rule);
  const selected = selection.trials.map(adjust);
  const out = new Set(without);
  const result = poolTrials(selected.filter(({ study }) => !out.has(study)), method, correlation);
  const context: Context = {
    method,
    out,
    own: new Set(material.own),
    correlation,
    weights: weightsOf(result),
    intervals: new Map(),
  };
  const trials = selected.map((trial) => analysed(trial, context));
  return {
    request,
    result,
    trials: trials.sort(literatureByYear),
    leftOut: selection.leftOut,
    candidates: material.candidates.filter((candidate) => isAsked(candidate, question)),
    coverage: coverageOf(question, selection.trials, material),
    published: publishedBeside(question, material.core),
    correlation,
  };
}

const isAsked = ({ treatment, threshold }: Candidate, asked: PoolQuestion) =>
  treatment === asked.treatment && (threshold === null || threshold === asked.threshold);

interface Context {
  readonly method: Method;
  /** Studies that are switched off. */
  readonly out: ReadonlySet<string>;
  readonly own: ReadonlySet<CountRow>;
  readonly correlation: number;
  readonly weights: ReadonlyMap<string, number>;
  /** Exact intervals by counts: many of a reader's rows have the same. */
  readonly intervals: Map<string, ReturnType<typeof exactInterval>>;
}

function analysed(trial: Trial, context: Context): AnalysedTrial {
  const { method, out, own, correlation, weights } = context;
  const { yi, vi } = trialEffects([trial], method, correlation);
  return {
    ...trial,
    included: !out.has(trial.study),
    own: trial.arms.some((arm) => own.has(arm)),
    year: trial.arms[0]!.year,
    estimate: trial.events / trial.total,
    ...intervalOf(trial, context),
    effect: yi.length ? { yi: yi[0]!, vi: vi[0]! } : null,
    weight: weights.get(trial.study) ?? null,
  };
}

function intervalOf(trial: Trial, { method, correlation, intervals }: Context) {
  const key = [trial.events, trial.total, trial.people].join();
  const interval = intervals.get(key) ?? exactInterval(trial, method.level, correlation);
  intervals.set(key, interval);
  return interval;
}

/** In per cent, by study; a single study has all the weight. */
function weightsOf(result: TrialPool | NoAnswer): ReadonlyMap<string, number> {
  if (isNoAnswer(result)) return new Map();
  const { fit, effects } = result;
  return new Map(effects.trials.map(({ study }, position) => [study, fit?.weights[position] ?? 100]));
}

/** Unknown years after known ones; then by id, so that the order is the same everywhere. */
export function literatureByYear(a: AnalysedTrial, b: AnalysedTrial): number {
  return Number(a.own) - Number(b.own) || (a.year ?? 9999) - (b.year ?? 9999) || (a.study < b.study ? -1 : 1);
}
