import { html, nothing } from 'lit';
import type { PoolAnalysis } from '../../evidence/pooling/analyse-pool.js';
import { methodLine } from '../../view-model/pooling/pool-words.js';
import { coverageTexts, publishedBesideView } from '../../view-model/pooling/selection-view.js';
import type { AnalysisContext } from './context.js';
import { publishedBeside } from './published-beside.js';

/** The number that the pool gives; where it gives none, why, and the last one. */
export function answer(analysis: PoolAnalysis, context: AnalysisContext) {
  const { compute, words, state } = context;
  const percent = compute.pooling(state);
  const { noAnswer } = compute.forest(analysis, compute.material(state), words);
  const kept = noAnswer && !isEmptiedByHand(analysis) ? compute.kept(state) : null;
  return html`
    ${percent === null ? nothing : progressBar('pooling', percent, context)}
    ${noAnswer ? html`<p class="notice">${noAnswer} ${kept ? words.t('no-answer.kept') : nothing}</p>` : nothing}
    ${kept ? keptAnswer(kept, context) : noAnswer ? nothing : figures(analysis, context)}
  `;
}

/** How far reading or pooling is. */
export function progressBar(key: 'own.reading' | 'pooling', percent: number, { words }: AnalysisContext, rest?: unknown) {
  const text = words.t(key, { percent });
  return html`<p class=${key === 'pooling' ? key : 'reading'}>
    <progress max="100" .value=${percent} aria-label=${text}></progress> ${text} ${rest ?? nothing}
  </p>`;
}

/** What the number rests on, and the published one beside it. */
export function besideAnswer(analysis: PoolAnalysis, context: AnalysisContext) {
  const { words } = context;
  const published = publishedBesideView(analysis, words);
  return html`
    ${coverageTexts(analysis, words).map((text) => html`<p class="coverage">${text}</p>`)}
    ${published ? html`<div class="published">${publishedBeside(published, context)}</div>` : nothing}
  `;
}

/** A reader who switches off every study asks for no pool; a method or a set without one was asked in vain. */
function isEmptiedByHand({ trials }: PoolAnalysis): boolean {
  return trials.length > 0 && trials.every(({ included }) => !included);
}

function keptAnswer(analysis: PoolAnalysis, context: AnalysisContext) {
  const { words } = context;
  return html`<div class="kept">
    ${figures(analysis, context)}
    <p class="small">${words.t('answer.kept-method', { method: methodLine(analysis.request.method, words) })}</p>
  </div>`;
}

function figures(analysis: PoolAnalysis, { compute, words, state }: AnalysisContext) {
  const { pooled } = compute.forest(analysis, compute.material(state), words);
  if (!pooled) return nothing;
  return html`
    <p class="headline">
      <span class="fixed-line headline-first">
        <span class="big-number">${pooled.of100}</span><span>/100 ${pooled.label}</span>
      </span>
      <span class="fixed-line small">${pooled.range}</span>
    </p>
  `;
}
