import { html } from 'lit';
import { funnelPicture, funnelPlot } from '../../charts/funnel-plot.js';
import { stepsPlot, stepsTable } from '../../charts/steps-plot.js';
import type { PoolAnalysis } from '../../evidence/pooling/analyse-pool.js';
import { sourceLine } from '../../view-model/pooling/pool-words.js';
import type { AnalysisContext } from './context.js';
import { part } from './part.js';
import { pictureButtons } from './picture-buttons.js';

/** Up to so many studies a pool is made again and again, and every study drawn as a point. */
const MOST_STUDIES = 100;

const FUNNELS = ['size', 'error'] as const;

/** The pool without each study in turn, and as the evidence grew. */
export function stepParts(analysis: PoolAnalysis, context: AnalysisContext) {
  const { compute, words, state } = context;
  const material = compute.material(state);
  const source = sourceLine(state.method, material.core.evidence, words);
  return (['leave-one-out', 'cumulative'] as const).map((kind) =>
    part(kind, words.t(`${kind}.summary`), context, () =>
      ifNotTooMany(analysis, context, () => {
        const view = compute.steps[kind](analysis, material, words);
        return [
          stepsPlot(view),
          pictureButtons(view.title, ({ tableFile }) => tableFile(stepsTable(view), source), words),
        ];
      }),
    ),
  );
}

/** Both funnels, by size as the review has it and by standard error, with the tests or why there are none. */
export function funnelPart(analysis: PoolAnalysis, context: AnalysisContext) {
  const { compute, words, state } = context;
  const material = compute.material(state);
  const source = sourceLine(state.method, material.core.evidence, words);
  return part('funnel', words.t('funnel.summary'), context, () =>
    ifNotTooMany(analysis, context, () => {
      const tests = compute.smallStudy(analysis, words);
      return FUNNELS.map((kind) => {
        const view = compute.funnels[kind](analysis, material, words);
        return [
          funnelPlot(view, tests),
          pictureButtons(
            view.title,
            ({ framedFile }) => framedFile(funnelPicture(view), tests.texts, source),
            words,
          ),
        ];
      });
    }),
  );
}

export function ifNotTooMany({ trials }: PoolAnalysis, { words }: AnalysisContext, content: () => unknown) {
  if (trials.length <= MOST_STUDIES) return content();
  return html`<p>${words.t('forest.large', { count: trials.length, most: MOST_STUDIES })}</p>`;
}
