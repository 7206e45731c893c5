import { html } from 'lit';
import { spreadPlot, spreadTable } from '../../charts/spread-plot.js';
import type { PoolAnalysis } from '../../evidence/pooling/analyse-pool.js';
import type { AnalysisContext } from './context.js';
import { part } from './part.js';
import { pictureButtons } from './picture-buttons.js';

/** The spread between studies that the printed intervals imply: reconstructed, with how far off that is. */
export function spreadPart({ published, request }: PoolAnalysis, context: AnalysisContext) {
  const { compute, words, state } = context;
  return part('spread', words.t('spread.summary'), context, () => {
    const { ageGroup, site } = published?.stratum ?? request.question;
    const material = compute.material(state);
    const view = compute.spreads(material, request.question.treatment, ageGroup, site, words);
    if (!view.rows.length) return html`<p>${words.t('spread.none')}</p>`;
    const { version, date } = material.core.evidence;
    const source = words.t('source.published', { version, date });
    return [
      spreadPlot(view),
      pictureButtons(view.title, ({ tableFile }) => tableFile(spreadTable(view), source), words),
    ];
  });
}
