import { html } from 'lit';
import { funnelPlot } from '../../charts/funnel-plot.js';
import { stepsPlot } from '../../charts/steps-plot.js';
import type { PoolAnalysis } from '../../evidence/pooling/analyse-pool.js';
import type { AnalysisContext } from './context.js';
import { part } from './part.js';

/** Up to so many studies a pool is made again and again, and every study drawn as a point. */
const MOST_STUDIES = 100;

const FUNNELS = ['size', 'error'] as const;

/** The pool without each study in turn, and as the evidence grew. */
export function stepParts(analysis: PoolAnalysis, context: AnalysisContext) {
  const { compute, words, state } = context;
  const material = compute.material(state);
  return (['leave-one-out', 'cumulative'] as const).map((kind) =>
    part(kind, words.t(`${kind}.summary`), context, () =>
      ifNotTooMany(analysis, context, () => stepsPlot(compute.steps[kind](analysis, material, words))),
    ),
  );
}

/** Both funnels, by size as the review has it and by standard error, with the tests or why there are none. */
export function funnelPart(analysis: PoolAnalysis, context: AnalysisContext) {
  const { compute, words, state } = context;
  return part('funnel', words.t('funnel.summary'), context, () =>
    ifNotTooMany(analysis, context, () => {
      const tests = compute.smallStudy(analysis, words);
      return FUNNELS.map((kind) => funnelPlot(compute.funnels[kind](analysis, compute.material(state), words), tests));
    }),
  );
}

export function ifNotTooMany({ trials }: PoolAnalysis, { words }: AnalysisContext, content: () => unknown) {
  if (trials.length <= MOST_STUDIES) return content();
  return html`<p>${words.t('forest.large', { count: trials.length, most: MOST_STUDIES })}</p>`;
}
