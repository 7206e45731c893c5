import { backTransform, harmonicMean } from '../../stats/back-transform.js';
import { designEffect, inflateVariances } from '../../stats/design-effect.js';
import { predictionInterval, testMean } from '../../stats/inference.js';
import { marginalMean } from '../../stats/marginal-mean.js';
import { fitMeanModel, type MeanModel } from '../../stats/mean-model.js';
import { isNoAnswer, type NoAnswer } from '../../stats/no-answer.js';
import { proportionEffects } from '../../stats/proportion-effects.js';
import { clopperPearson } from '../../stats/single-proportion.js';
import { ITEMS_A_STEP, type Steps } from '../in-steps.js';
import type { Heterogeneity, ResponseEstimate } from '../outlook.js';
import { CONTINUITY, type Method } from './method.js';
import type { Trial } from './select-trials.js';

/** A pool as proportions, with the fit that it came from; a single study has no fit. */
export interface TrialPool<T extends Counts = Trial> {
  readonly kind: 'pooled' | 'single-study';
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
  readonly marginal: ResponseEstimate['marginal'];
  readonly prediction: ResponseEstimate['prediction'];
  readonly heterogeneity: Heterogeneity | null;
  readonly effects: TrialEffects<T>;
  readonly fit: MeanModel | null;
}

/** Trials on the scale of the pool; those without a usable effect, where zero cells are dropped, stand apart. */
export interface TrialEffects<T extends Counts = Trial> {
  readonly trials: readonly T[];
  readonly yi: readonly number[];
  readonly vi: readonly number[];
  readonly dropped: readonly T[];
}

/** What of a trial enters its effect. */
export type Counts = Pick<Trial, 'events' | 'total' | 'people'>;

/** A prediction interval from fewer studies says next to nothing about the spread. */
const STUDIES_FOR_PREDICTION = 5;

/** One person's lesions count as if they were all alike: the cautious end. */
const ALL_ALIKE = 1;

/**
 * Pools the effects of trials: none is no answer, one its exact interval, from two a random-effects model. Lesions of
 * fewer people have their variance multiplied, with an intraclass correlation of 1 by lesions / people; the exact
 * interval then is on people.
 */
export function poolEffects<T extends Counts>(
  effects: TrialEffects<T>,
  method: Method,
  correlation = ALL_ALIKE,
): TrialPool<T> | NoAnswer {
  const [only] = effects.trials;
  return effects.trials.length === 1 && only ? singleStudy(only, effects, method, correlation) : pool(effects, method);
}

/** The effects of trials with their sampling variances, inflated where lesions of fewer people were counted. */
export function trialEffects<T extends Counts>(
  trials: readonly T[],
  { scale, zeroCells }: Pick<Method, 'scale' | 'zeroCells'>,
  correlation = ALL_ALIKE,
): TrialEffects<T> {
  const events = trials.map((trial) => trial.events);
  const totals = trials.map((trial) => trial.total);
  const effects = proportionEffects(events, totals, { measure: scale, continuity: CONTINUITY[zeroCells] });
  const kept = effects.studies.map((position) => trials[position]!);
  const factors = kept.map(({ total, people }) => designEffect(total, people, correlation));
  return {
    trials: kept,
    yi: effects.yi,
    vi: inflateVariances(effects.vi, factors),
    dropped: effects.dropped.map(({ study }) => trials[study]!),
  };
}

/** The same in steps, for a reader's many rows: no effect depends on another trial. */
export function* makingEffects<T extends Counts>(
  trials: readonly T[],
  rules: Pick<Method, 'scale' | 'zeroCells'>,
  correlation?: number,
): Steps<TrialEffects<T>> {
  const made = { trials: [] as T[], yi: [] as number[], vi: [] as number[], dropped: [] as T[] };
  for (let start = 0; start < trials.length; start += ITEMS_A_STEP) {
    if (start) yield;
    const part = trialEffects(trials.slice(start, start + ITEMS_A_STEP), rules, correlation);
    made.trials.push(...part.trials);
    made.yi.push(...part.yi);
    made.vi.push(...part.vi);
    made.dropped.push(...part.dropped);
  }
  return made;
}

/** The exact interval of one trial's proportion, on people where lesions were counted. */
export function exactInterval({ events, total, people }: Counts, level: number, correlation = ALL_ALIKE) {
  const effect = designEffect(total, people, correlation);
  return clopperPearson(events / effect, total / effect, level);
}

function singleStudy<T extends Counts>(
  trial: T,
  effects: TrialEffects<T>,
  { level }: Method,
  correlation: number,
): TrialPool<T> {
  const { low, high } = exactInterval(trial, level, correlation);
  const none = { marginal: null, prediction: null, heterogeneity: null, fit: null };
  return { kind: 'single-study', estimate: trial.events / trial.total, low, high, effects, ...none };
}

function pool<T extends Counts>(effects: TrialEffects<T>, method: Method): TrialPool<T> | NoAnswer {
  const fit = fitMeanModel(effects.yi, effects.vi, { method: method.estimator });
  if (isNoAnswer(fit)) return fit;
  const test = testMean(fit, { test: method.interval, level: method.level });
  if (isNoAnswer(test)) return test;
  const back = toProportion(effects, method.scale);
  const { tauSquared, iSquared, q, qP } = fit;
  return {
    kind: 'pooled',
    estimate: back(test.estimate),
    low: back(test.low),
    high: back(test.high),
    marginal: method.scale === 'PLO' ? meanOverStudies(test, tauSquared) : null,
    prediction: predicted(fit, method, back),
    heterogeneity: { tauSquared, iSquared, q, qP },
    effects,
    fit,
  };
}

/** From the scale of a pool to a proportion; on the raw scale a limit can fall below 0 or above 1, and is cut off. */
export function toProportion({ trials }: TrialEffects<Counts>, scale: Method['scale']): (y: number) => number {
  const size = scale === 'PFT' ? harmonicMean(trials.map(({ total }) => total)) : undefined;
  return (y) => Math.min(1, Math.max(0, backTransform(scale, y, size)));
}

function meanOverStudies(test: Parameters<typeof marginalMean>[0], tauSquared: number): TrialPool['marginal'] {
  const mean = marginalMean(test, tauSquared);
  return isNoAnswer(mean) ? null : { estimate: mean.estimate, low: mean.low, high: mean.high };
}

function predicted(
  fit: MeanModel,
  { interval, level }: Pick<Method, 'interval' | 'level'>,
  back: (y: number) => number,
): TrialPool['prediction'] {
  if (fit.k < STUDIES_FOR_PREDICTION || fit.tauSquared === 0) return null;
  const prediction = predictionInterval(fit, { test: interval, level });
  return isNoAnswer(prediction) ? null : { low: back(prediction.low), high: back(prediction.high) };
}
