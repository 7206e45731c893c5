import type { ContinuityCorrection, ProportionMeasure } from '../../stats/effect-sizes.js';
import type { MeanTest } from '../../stats/inference.js';
import type { PoolingMethod } from '../../stats/tau-squared.js';

/** How counts are pooled; the names are metafor's. */
export interface Method {
  readonly estimator: PoolingMethod;
  readonly scale: ProportionMeasure;
  readonly interval: MeanTest;
  /** Coverage of every interval, between 0 and 1. */
  readonly level: number;
  /** A study in which nobody or everybody responded: half an event is added to it, or it is left out. */
  readonly zeroCells: 'half' | 'drop';
}

/**
 * REML on logits with Hartung-Knapp intervals that are never narrower than the normal ones: what simulation studies
 * of few small studies support (Röver et al. 2015, doi:10.1186/s12874-015-0091-1). Half an event is added only where a
 * cell is zero.
 */
export const DEFAULT_METHOD: Method = {
  estimator: 'REML',
  scale: 'PLO',
  interval: 'adhoc',
  level: 0.95,
  zeroCells: 'half',
};

export const CONTINUITY: Readonly<Record<Method['zeroCells'], ContinuityCorrection>> = {
  half: { add: 0.5, to: 'only0' },
  drop: { add: 0, to: 'none' },
};
