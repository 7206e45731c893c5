import { backTransform, harmonicMean } from '../../src/stats/back-transform.js';
import { normalQuantile } from '../../src/stats/distributions.js';
import type { EffectSizes } from '../../src/stats/effect-sizes.js';
import { genericEffects } from '../../src/stats/generic-effects.js';
import { proportionEffects } from '../../src/stats/proportion-effects.js';
import { twoGroupEffects } from '../../src/stats/two-group-effects.js';
import type { GoldenDataset, GoldenFile, GoldenMeasure, GoldenNumber } from './golden-file.js';
import type { GoldenReport } from './report.js';
import { TOLERANCES } from './tolerances.js';

/** Effects, their variances, and each study's back-transformed interval. */
export function checkEffects(data: GoldenFile, report: GoldenReport): void {
  for (const dataset of data.datasets ?? []) {
    for (const measure of dataset.measures ?? []) checkMeasure(dataset, measure, report);
  }
}

/** The engine's effects for a measure of a data set. */
export function effectsOf(dataset: GoldenDataset, { measure, add, to, drop00 }: GoldenMeasure): EffectSizes {
  const continuity = { add, to };
  switch (measure) {
    case 'GEN':
      return genericEffects(dataset.yi!, dataset.vi!);
    case 'RR':
    case 'OR':
    case 'RD': {
      const { ai, n1i, ci, n2i } = dataset;
      const counts = { ai: ai!, n1i: n1i!, ci: ci!, n2i: n2i! };
      return twoGroupEffects(counts, { measure, continuity, dropDoubleZero: drop00 });
    }
    default:
      return proportionEffects(dataset.xi!, dataset.ni!, { measure, continuity });
  }
}

function checkMeasure(dataset: GoldenDataset, measure: GoldenMeasure, report: GoldenReport): void {
  const at = `${dataset.id}/${measure.key}`;
  const effects = effectsOf(dataset, measure);
  const yi = spread(effects.yi, effects, dataset.k);
  const vi = spread(effects.vi, effects, dataset.k);
  report.compareAll('yi', at, yi, measure.yi, TOLERANCES.effects);
  report.compareAll('vi', at, vi, measure.vi, TOLERANCES.variances);
  const quantile = normalQuantile(0.025, 'upper');
  const limit = (side: number): GoldenNumber[] =>
    yi.map((y, i) => {
      if (y === null) return null;
      return backTransform(measure.measure, y + side * quantile * Math.sqrt(vi[i]!), dataset.ni?.[i]);
    });
  report.compareAll('study_bt', at, limit(0), measure.study_bt?.est, TOLERANCES.backTransforms);
  report.compareAll('study_bt interval', at, limit(-1), measure.study_bt?.['ci.lb'], TOLERANCES.backTransforms);
  report.compareAll('study_bt interval', at, limit(1), measure.study_bt?.['ci.ub'], TOLERANCES.backTransforms);
  if (measure.harmonic_mean_n !== undefined) {
    report.compare('harmonic mean n', at, harmonicMean(dataset.ni!), measure.harmonic_mean_n, TOLERANCES.closedForm);
  }
}

/** Puts the values of the studies kept back to their places; null for the dropped ones. */
function spread(values: readonly number[], { studies }: EffectSizes, k: number): GoldenNumber[] {
  const all = new Array<GoldenNumber>(k).fill(null);
  studies.forEach((study, i) => (all[study] = values[i]!));
  return all;
}
