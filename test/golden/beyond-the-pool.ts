import type { MeanTestResult } from '../../src/stats/inference.js';
import { fitMeanModel, type MeanModel } from '../../src/stats/mean-model.js';
import type { PoolingMethod } from '../../src/stats/tau-squared.js';
import { effectsOf } from './check-effects.js';
import type { GoldenDataset, GoldenFile, GoldenMeasure, GoldenNumber, Remarks } from './golden-file.js';
import type { Tolerance } from './report.js';
import { TOLERANCES } from './tolerances.js';

/** One entry of a part of the golden file, with the effects it was computed from. */
export interface PartCase<Entry> {
  readonly entry: Entry & Remarks;
  readonly dataset: GoldenDataset;
  readonly measure: GoldenMeasure;
  readonly yi: readonly number[];
  readonly vi: readonly number[];
  /** For each entry of yi its position in the data set. */
  readonly studies: readonly number[];
  readonly at: string;
}

/** Every entry of a part (`leave1out`, `peters` ...) in all measures of all data sets. */
export function* partCases<Entry>(data: GoldenFile, part: string): Generator<PartCase<Entry>> {
  for (const dataset of data.datasets ?? []) {
    for (const measure of dataset.measures ?? []) {
      const { yi, vi, studies } = effectsOf(dataset, measure);
      const entries = [measure[part] ?? []].flat() as (Entry & Remarks)[];
      for (const [i, entry] of entries.entries()) {
        yield { entry, dataset, measure, yi, vi, studies, at: `${dataset.id}/${measure.key}/${part}[${i}]` };
      }
    }
  }
}

/** From this ratio of the largest to the smallest variance on metafor warns that results are unstable. */
const EXTREME_VARIANCE_RATIO = 1e7;

/** The tolerances that hold for one entry, by what it rests on. */
export interface PartTolerances {
  readonly value: Tolerance;
  readonly tauSquared: Tolerance;
  readonly tail: Tolerance;
  readonly iSquared: Tolerance;
}

/** Methods that metafor iterates by its own stopping rule. */
const ITERATED = ['ML', 'REML', 'EB', 'PM'];

/** How far from the solution metafor may stop, absolute in tau2: its threshold, and some more for slow convergence. */
export const STOPPING_RULES = {
  /** The `control` of the file, threshold 1e-12. */
  tight: 2e-12,
  /**
   * metafor's default, threshold 1e-5. Its trim and fill refits under the default whatever control the fit had: with
   * the tight control on the same filled studies it gives the engine's numbers.
   */
  loose: 5e-5,
};

/** Never accept more than this, whatever the stopping rule. */
const LARGEST_ERROR = 1e-3;

/**
 * A distance in tau2 counts against the total variances, which are at least the smallest variance plus tau2: that is
 * how much weights, and what is made of them, may be off.
 */
export function tolerancesOf(
  method: string | null,
  vi: readonly number[],
  distance = STOPPING_RULES.tight,
  tauSquared = 0,
): PartTolerances {
  if (Math.max(...vi) / Math.min(...vi) >= EXTREME_VARIANCE_RATIO) {
    const value = TOLERANCES.extremeVariances;
    return { value, tauSquared: value, tail: TOLERANCES.tailIterated, iSquared: TOLERANCES.iSquaredIterated };
  }
  if (method !== null && ITERATED.includes(method)) {
    const off = distance / (Math.min(...vi) + tauSquared);
    const relative = Math.min(LARGEST_ERROR, Math.max(TOLERANCES.iterated.relative, off));
    const { iterated, tailIterated, iSquaredIterated } = TOLERANCES;
    return {
      value: { ...iterated, relative, floor: distance === STOPPING_RULES.loose ? 1 : iterated.floor },
      tauSquared: { ...iterated, floor: Math.max(iterated.floor, distance / iterated.relative) },
      tail: { ...tailIterated, relative: 100 * relative },
      iSquared: { ...iSquaredIterated, relative: 100 * relative },
    };
  }
  const { closedForm, tauSquared: closedTauSquared, tail, iSquared } = TOLERANCES;
  return { value: closedForm, tauSquared: closedTauSquared, tail, iSquared };
}

/** All effects alike, so that in R every difference between them is rounding. */
export function identical(yi: readonly number[]): boolean {
  return yi.every((y) => Math.abs(y - yi[0]!) <= 4 * Number.EPSILON * Math.abs(y));
}

/** What metafor calls R2 where the pool without moderators has tau2 = 0. */
export const R2_OF_NOTHING = 'R2 where tau2 without moderators is 0 and in metafor what its stopping rule leaves of it';

export function nothingToExplain(yi: readonly number[], vi: readonly number[], method: PoolingMethod): boolean {
  const fit = fitMeanModel(yi, vi, { method });
  return method !== 'EE' && fit.kind !== 'no-answer' && fit.tauSquared === 0;
}

/** The quantities of a pool as the golden file names them, in one column each. */
export function poolColumns(fit: MeanModel, mean: MeanTestResult): Readonly<Record<string, GoldenNumber>> {
  return {
    beta: mean.estimate,
    se: mean.se,
    stat: mean.statistic,
    pval: mean.p,
    'ci.lb': mean.low,
    'ci.ub': mean.high,
    tau2: fit.tauSquared,
    QE: fit.q,
    QEp: fit.qP,
    I2: fit.iSquared,
    H2: fit.hSquared,
  };
}

/** The tolerance of a quantity by its golden name. */
export function toleranceFor(name: string, { value, tauSquared, tail, iSquared }: PartTolerances): Tolerance {
  if (name === 'tau2' || name === 'tau2.del') return tauSquared;
  if (/^(pval|QEp|QMp|p|p_as_QE)$/.test(name)) return tail;
  if (name === 'R2') return iSquared.relative < R_SQUARED.relative ? R_SQUARED : iSquared;
  return name === 'I2' ? iSquared : value;
}

const R_SQUARED: Tolerance = { relative: 1e-8, floor: 1, reason: 'a small difference of two variances; 5e-10 seen' };
