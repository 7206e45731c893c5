import type { MeanTestResult } from '../../src/stats/inference.js';
import type { MeanModel } from '../../src/stats/mean-model.js';
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
  for (const dataset of data.datasets) {
    for (const measure of dataset.measures) {
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
  readonly tail: Tolerance;
  readonly iSquared: Tolerance;
}

/** Methods that metafor iterates by its own stopping rule. */
const ITERATED = ['ML', 'REML', 'EB', 'PM'];

export function tolerancesOf(method: string | null, vi: readonly number[]): PartTolerances {
  if (Math.max(...vi) / Math.min(...vi) >= EXTREME_VARIANCE_RATIO) {
    const value = TOLERANCES.extremeVariances;
    return { value, tail: TOLERANCES.tailIterated, iSquared: TOLERANCES.iSquaredIterated };
  }
  if (method !== null && ITERATED.includes(method)) {
    return { value: TOLERANCES.iterated, tail: TOLERANCES.tailIterated, iSquared: TOLERANCES.iSquaredIterated };
  }
  return { value: TOLERANCES.closedForm, tail: TOLERANCES.tail, iSquared: TOLERANCES.iSquared };
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
export function toleranceFor(name: string, { value, tail, iSquared }: PartTolerances): Tolerance {
  if (/^(pval|QEp|QMp|p|p_as_QE)$/.test(name)) return tail;
  if (name === 'R2') return iSquared.relative < R_SQUARED.relative ? R_SQUARED : iSquared;
  return name === 'I2' ? iSquared : value;
}

const R_SQUARED: Tolerance = { relative: 1e-8, floor: 1, reason: 'a small difference of two variances; 5e-10 seen' };
