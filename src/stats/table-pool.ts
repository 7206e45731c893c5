import { requireLevel } from './checks.js';
import { chiSquaredCdf, normalQuantile } from './distributions.js';
import { twoSidedP } from './inference.js';

/**
 * A pool that rests on the tables themselves rather than on a weighted mean of effects, on the log scale for ratios.
 */
export interface TablePool {
  readonly estimate: number;
  readonly se: number;
  /** Estimate over standard error, normal. */
  readonly statistic: number;
  readonly p: number;
  readonly level: number;
  readonly low: number;
  readonly high: number;
  /** The weight of each table given, in per cent; 0 for tables that contribute nothing. */
  readonly weights: readonly number[];
  /** Heterogeneity around the pooled effect, over the tables that have an effect. */
  readonly q: number;
  readonly qDf: number;
  readonly qP: number;
  readonly iSquared: number;
  readonly hSquared: number;
}

/** Completes a pool from its estimate: normal test and interval, weights in per cent, Q of the effects given. */
export function completeTablePool(
  estimate: number,
  se: number,
  level: number,
  rawWeights: readonly number[],
  { yi, vi }: { readonly yi: readonly number[]; readonly vi: readonly number[] },
): TablePool {
  requireLevel('pool of tables', level);
  const statistic = estimate / se;
  const margin = se * normalQuantile((1 - level) / 2, 'upper');
  const sum = rawWeights.reduce((total, weight) => total + weight, 0);
  return {
    estimate,
    se,
    statistic,
    p: twoSidedP(statistic, null),
    level,
    low: estimate - margin,
    high: estimate + margin,
    weights: rawWeights.map((weight) => (100 * weight) / sum),
    ...heterogeneityAround(estimate, yi, vi),
  };
}

function heterogeneityAround(
  estimate: number,
  yi: readonly number[],
  vi: readonly number[],
): Pick<TablePool, 'q' | 'qDf' | 'qP' | 'iSquared' | 'hSquared'> {
  const qDf = Math.max(0, yi.length - 1);
  if (qDf === 0) return { q: 0, qDf, qP: 1, iSquared: 0, hSquared: 1 };
  let q = 0;
  for (let i = 0; i < yi.length; i++) q += (yi[i]! - estimate) ** 2 / vi[i]!;
  return {
    q,
    qDf,
    qP: chiSquaredCdf(q, qDf, 'upper'),
    iSquared: q > qDf ? (100 * (q - qDf)) / q : 0,
    hSquared: q / qDf,
  };
}
