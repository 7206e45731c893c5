import { isNoAnswer, type NoAnswer } from '../../stats/no-answer.js';
import { byYear, type AnalysedTrial, type PoolAnalysis } from './analyse-pool.js';
import { poolTrials } from './pool-some.js';
import type { TrialPool } from './pool-trials.js';

/** The pool after one study was taken out or added; pooled by the same rules, so that one study stands alone. */
export interface PoolStep {
  readonly trial: AnalysedTrial;
  readonly result: TrialPool | NoAnswer;
}

/** The pool without each of its trials in turn, in their order; nothing where fewer than two are pooled. */
export function leaveOneOut(analysis: PoolAnalysis): PoolStep[] {
  const included = includedTrials(analysis);
  if (included.length < 2) return [];
  return included.map((trial) => ({ trial, result: repool(included.filter((other) => other !== trial), analysis) }));
}

/** The pool after each trial that is added, by year; trials without a year come last. */
export function cumulativeByYear(analysis: PoolAnalysis): PoolStep[] {
  const trials = includedTrials(analysis).sort(byYear);
  return trials.map((trial, last) => ({ trial, result: repool(trials.slice(0, last + 1), analysis) }));
}

function repool(trials: readonly AnalysedTrial[], { request, correlation }: PoolAnalysis): TrialPool | NoAnswer {
  return poolTrials(trials, request.method, correlation);
}

/** The trials that the pool rests on: switched on, and with a usable effect. */
export function includedTrials({ trials }: PoolAnalysis): AnalysedTrial[] {
  return trials.filter(({ included, effect }) => included && effect !== null);
}

/** The estimate of a step, 0..1, or `null` where it has none. */
export function estimateOf(result: TrialPool | NoAnswer): number | null {
  return isNoAnswer(result) ? null : result.estimate;
}
