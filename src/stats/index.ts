export { backTransform, harmonicMean, logistic, logit } from './back-transform.js';
export { designEffect, inflateVariances } from './design-effect.js';
export {
  HALF_WHERE_ZERO,
  type ContinuityCorrection,
  type DroppedStudy,
  type EffectSizes,
  type Measure,
  type ProportionMeasure,
  type TwoGroupMeasure,
} from './effect-sizes.js';
export { effectsFromIntervals, genericEffects, type IntervalScale, type PrintedIntervals } from './generic-effects.js';
export {
  predictionInterval,
  testMean,
  type MeanTest,
  type MeanTestOptions,
  type MeanTestResult,
  type PredictionDf,
  type PredictionInterval,
  type PredictionOptions,
} from './inference.js';
export {
  mantelHaenszel,
  type ChiSquaredTest,
  type MantelHaenszelOptions,
  type MantelHaenszelPool,
} from './mantel-haenszel.js';
export {
  fitMeanModel,
  POOLING_METHODS,
  type FitStatistics,
  type MeanModel,
  type MeanModelOptions,
} from './mean-model.js';
export { isNoAnswer, noAnswer, type NoAnswer, type NoAnswerReason } from './no-answer.js';
export { peto, type PetoPool } from './peto.js';
export { freemanTukey, proportionEffects, type ProportionOptions } from './proportion-effects.js';
export { qProfileInterval, type HeterogeneityInterval, type Limits } from './q-profile.js';
export { type TablePool } from './table-pool.js';
export { type PoolingMethod } from './tau-squared.js';
export { twoGroupEffects, type TwoGroupCounts, type TwoGroupOptions } from './two-group-effects.js';
