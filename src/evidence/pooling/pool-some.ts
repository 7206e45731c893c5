import type { NoAnswer } from '../../stats/no-answer.js';
import type { Method } from './method.js';
import { poolEffects, trialEffects, type Counts, type TrialEffects, type TrialPool } from './pool-trials.js';

/** Pools the counts of trials, as `poolEffects` does. */
export function poolTrials<T extends Counts>(
  trials: readonly T[],
  method: Method,
  correlation?: number,
): TrialPool<T> | NoAnswer {
  return poolEffects(trialEffects(trials, method, correlation), method, correlation);
}

/** Those of some of the trials, which are what these trials alone would have: none depends on another trial. */
export function effectsOfSome<T extends Counts>(
  effects: TrialEffects<T>,
  isIn: (trial: T) => boolean,
): TrialEffects<T> {
  const kept = { trials: [] as T[], yi: [] as number[], vi: [] as number[], dropped: effects.dropped.filter(isIn) };
  effects.trials.forEach((trial, position) => {
    if (!isIn(trial)) return;
    kept.trials.push(trial);
    kept.yi.push(effects.yi[position]!);
    kept.vi.push(effects.vi[position]!);
  });
  return kept;
}
