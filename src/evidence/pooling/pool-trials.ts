import { backTransform, harmonicMean } from '../../stats/back-transform.js';
import { designEffect, inflateVariances } from '../../stats/design-effect.js';
import { predictionInterval, testMean } from '../../stats/inference.js';
import { marginalMean } from '../../stats/marginal-mean.js';
import { fitMeanModel, type MeanModel } from '../../stats/mean-model.js';
import { isNoAnswer, type NoAnswer } from '../../stats/no-answer.js';
import { proportionEffects } from '../../stats/proportion-effects.js';
import { clopperPearson } from '../../stats/single-proportion.js';
import type { Heterogeneity, ResponseEstimate } from '../outlook.js';
import type { Method } from './method.js';
import type { Trial } from './select-trials.js';

/** A pool as proportions, with the fit that it came from; a single study has no fit. */
export interface TrialPool {
  readonly kind: 'pooled' | 'single-study';
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
  readonly marginal: ResponseEstimate['marginal'];
  readonly prediction: ResponseEstimate['prediction'];
  readonly heterogeneity: Heterogeneity | null;
  readonly fit: MeanModel | null;
}

/** A prediction interval from fewer studies says next to nothing about the spread. */
const STUDIES_FOR_PREDICTION = 5;

/**
 * Pools the counts of trials: none is no answer, one its exact interval, from two a random-effects model. Lesions of
 * fewer people count as if one person's were all alike: the variance times lesions / people, the exact interval on
 * people.
 */
export function poolTrials(trials: readonly Trial[], method: Method): TrialPool | NoAnswer {
  const [only] = trials;
  return trials.length === 1 && only ? singleStudy(only, method) : pool(trials, method);
}

function singleStudy({ events, total, people }: Trial, { level }: Method): TrialPool {
  const { low, high } = clopperPearson((events * people) / total, people, level);
  const none = { marginal: null, prediction: null, heterogeneity: null, fit: null };
  return { kind: 'single-study', estimate: events / total, low, high, ...none };
}

function pool(trials: readonly Trial[], { estimator, scale, interval, level }: Method): TrialPool | NoAnswer {
  const totals = trials.map(({ total }) => total);
  const effects = proportionEffects(trials.map(({ events }) => events), totals, { measure: scale });
  const kept = effects.studies.map((position) => trials[position]!);
  const vi = inflateVariances(effects.vi, kept.map(({ total, people }) => designEffect(total, people)));
  const fit = fitMeanModel(effects.yi, vi, { method: estimator });
  if (isNoAnswer(fit)) return fit;
  const test = testMean(fit, { test: interval, level });
  if (isNoAnswer(test)) return test;
  const back = (y: number) => clip(backTransform(scale, y, harmonicMean(kept.map(({ total }) => total))));
  const { tauSquared, iSquared, q, qP } = fit;
  return {
    kind: 'pooled',
    estimate: back(test.estimate),
    low: back(test.low),
    high: back(test.high),
    marginal: scale === 'PLO' ? meanOverStudies(test, tauSquared) : null,
    prediction: predicted(fit, { interval, level }, back),
    heterogeneity: { tauSquared, iSquared, q, qP },
    fit,
  };
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

/** On the raw scale a limit can fall below 0 or above 1. */
const clip = (proportion: number) => Math.min(1, Math.max(0, proportion));
