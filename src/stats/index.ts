export { backTransform, harmonicMean, logistic, logit } from './back-transform.js';
export { baujat, type BaujatPoint } from './baujat.js';
export { clusteredInterval, type ClusteredIntervalOptions } from './clustered-proportion.js';
export { cumulativePool, type CumulativeOptions, type CumulativePool } from './cumulative.js';
export { fitBinomialNormal, type BinomialNormalFit } from './binomial-normal.js';
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
export { funnelContours, type FunnelContour, type FunnelContourOptions } from './funnel-contours.js';
export {
  funnelRegression,
  type FunnelDispersion,
  type FunnelPredictor,
  type FunnelRegression,
  type FunnelRegressionOptions,
} from './funnel-regression.js';
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
export { harbordTest } from './harbord-test.js';
export { influence, type InfluenceDiagnostics, type StudyInfluence } from './influence.js';
export { leaveOneOut, type LeaveOneOut } from './leave-one-out.js';
export {
  mantelHaenszel,
  type ChiSquaredTest,
  type MantelHaenszelOptions,
  type MantelHaenszelPool,
} from './mantel-haenszel.js';
export { marginalMean, type MarginalMean } from './marginal-mean.js';
export {
  fitMeanModel,
  POOLING_METHODS,
  type FitStatistics,
  type MeanModel,
  type MeanModelOptions,
} from './mean-model.js';
export {
  metaRegression,
  predictFromRegression,
  type Coefficient,
  type MetaRegression,
  type MetaRegressionOptions,
  type ModeratorTest,
  type RegressionPrediction,
} from './meta-regression.js';
export { isNoAnswer, noAnswer, type NoAnswer, type NoAnswerReason } from './no-answer.js';
export { peto, type PetoPool } from './peto.js';
export { petersTest, type AsymmetryTest } from './peters-test.js';
export { type PooledMean, type PoolAndTestOptions } from './pool-and-test.js';
export { freemanTukey, proportionEffects, type ProportionOptions } from './proportion-effects.js';
export { qProfileInterval, type HeterogeneityInterval, type Limits } from './q-profile.js';
export { rankCorrelationTest, type RankCorrelationTest } from './rank-correlation-test.js';
export {
  reconstructSpread,
  type PrintedPool,
  type ReconstructedSpread,
  type SpreadPrediction,
} from './reconstructed-spread.js';
export {
  commonSubgroups,
  separateSubgroups,
  type BetweenGroups,
  type CommonSubgroup,
  type CommonSubgroups,
  type SeparateSubgroup,
  type SeparateSubgroups,
  type SubgroupOptions,
} from './subgroups.js';
export { type TablePool } from './table-pool.js';
export { type PoolingMethod } from './tau-squared.js';
export { treatmentContrasts, type TreatmentContrasts } from './treatment-contrasts.js';
export { trimAndFill, type TrimAndFill, type TrimAndFillOptions } from './trim-and-fill.js';
export { twoGroupEffects, type TwoGroupCounts, type TwoGroupOptions } from './two-group-effects.js';
export { withinPatientRiskRatio, type WithinPatientRiskRatio } from './within-patient.js';
export {
  agrestiCoull,
  clopperPearson,
  jeffreys,
  type ProportionInterval,
  unmodifiedJeffreys,
  wilson,
} from './single-proportion.js';
export * from './distributions.js';
