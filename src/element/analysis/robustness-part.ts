import { nothing } from 'lit';
import type { PoolAnalysis } from '../../evidence/pooling/analyse-pool.js';
import type { AnalysisContext } from './context.js';
import { part } from './part.js';
import { ifDrawable } from './steps.js';

/** Every method on every named set, filled in while it is looked at. */
export function robustnessPart({ trials }: PoolAnalysis, context: AnalysisContext) {
  const { compute, words, state, robustness } = context;
  return part('robustness', words.t('robustness.summary'), context, () =>
    ifDrawable(trials.length, 2, context, () =>
      compute.pooling(state) === null ? robustness.show(compute.material(state), state) : nothing,
    ),
  );
}
