import { html } from 'lit';
import { funnelPicture, funnelPlot } from '../../charts/funnel-plot.js';
import { stepsPlot, stepsTable } from '../../charts/steps-plot.js';
import type { PoolAnalysis } from '../../evidence/pooling/analyse-pool.js';
import { includedTrials } from '../../evidence/pooling/pool-steps.js';
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
  const source = sourceLine(analysis.request.method, material.core.evidence, words);
  return (['leave-one-out', 'cumulative'] as const).map((kind) =>
    part(kind, words.t(`${kind}.summary`), context, () =>
      ifDrawable(includedTrials(analysis).length, kind === 'cumulative' ? 1 : 2, context, () => {
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
  const source = sourceLine(analysis.request.method, material.core.evidence, words);
  return part('funnel', words.t('funnel.summary'), context, () =>
    ifDrawable(includedTrials(analysis).length, 1, context, () => {
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

/** A picture where there are studies to draw, at least so many; else why there is none. */
export function ifDrawable(studies: number, least: 1 | 2, { words }: AnalysisContext, content: () => unknown) {
  if (studies >= least && studies <= MOST_STUDIES) return content();
  const tooFew = studies === 0 ? 'no-answer.no-studies' : 'no-answer.too-few-studies';
  return studies < least
    ? html`<p>${words.t(tooFew, { found: studies, needed: least })}</p>`
    : html`<p>${words.t('forest.large', { count: studies, most: MOST_STUDIES })}</p>`;
}
