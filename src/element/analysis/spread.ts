import { html } from 'lit';
import { spreadPlot } from '../../charts/spread-plot.js';
import type { PoolAnalysis } from '../../evidence/pooling/analyse-pool.js';
import type { AnalysisContext } from './context.js';
import { part } from './part.js';

/** The spread between studies that the printed intervals imply: reconstructed, with how far off that is. */
export function spreadPart({ published }: PoolAnalysis, context: AnalysisContext) {
  const { compute, words, state } = context;
  return part('spread', words.t('spread.summary'), context, () => {
    const { ageGroup, site } = published?.stratum ?? state;
    const view = compute.spreads(compute.material(state), state.treatment, ageGroup, site, words);
    return view.rows.length ? spreadPlot(view) : html`<p>${words.t('spread.none')}</p>`;
  });
}
