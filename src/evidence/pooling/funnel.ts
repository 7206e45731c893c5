import { funnelContours, type FunnelContour } from '../../stats/funnel-contours.js';
import { logit } from '../../stats/back-transform.js';
import type { AnalysedTrial, PoolAnalysis } from './analyse-pool.js';
import { includedTrials } from './pool-steps.js';

/** A study in a funnel plot: its effect, and its people or its standard error. */
export interface FunnelPoint {
  readonly trial: AnalysedTrial;
  readonly effect: number;
  readonly size: number;
  readonly standardError: number;
}

export interface Funnel {
  readonly points: readonly FunnelPoint[];
  /** The pooled effect on the same scale; `null` without a pool. */
  readonly centre: number | null;
  /** Pseudo-confidence limits around the pool, for the plot by standard error. */
  readonly contours: readonly FunnelContour[];
}

/** The studies of a pool on its own scale, around the pooled effect. */
export function funnel(analysis: PoolAnalysis): Funnel {
  const points = includedTrials(analysis).map((trial): FunnelPoint => ({
    trial,
    effect: trial.effect!.yi,
    size: trial.people,
    standardError: Math.sqrt(trial.effect!.vi),
  }));
  const { result } = analysis;
  const centre = result.kind === 'pooled' ? result.fit!.estimate : null;
  const largest = Math.max(0, ...points.map(({ standardError }) => standardError));
  const limits = (reference: number) => funnelContours(largest, { reference, levels: [0.95] });
  return { points, centre, contours: centre === null ? [] : limits(centre) };
}

/**
 * The review's funnel plot: log odds against the number of people. Always on log odds, whatever the pool is made on;
 * half an event where nobody or everybody reached it.
 */
export function funnelBySize(analysis: PoolAnalysis): Funnel {
  const points = includedTrials(analysis).map((trial): FunnelPoint => {
    const { events, total, people } = trial;
    const atEnd = events === 0 || events === total;
    const effect = atEnd ? Math.log((events + 0.5) / (total - events + 0.5)) : logit(events / total);
    return { trial, effect, size: people, standardError: Math.sqrt(trial.effect!.vi) };
  });
  const { result } = analysis;
  const inside = result.kind === 'pooled' && result.estimate > 0 && result.estimate < 1;
  return { points, centre: inside ? logit(result.estimate) : null, contours: [] };
}
