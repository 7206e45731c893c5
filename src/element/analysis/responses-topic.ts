import { html } from 'lit';
import { questionName } from '../../view-model/pooling/pool-words.js';
import { heading } from '../heading.js';
import { besideAnswer } from './answer.js';
import type { AnalysisContext } from './context.js';
import { exportsPart } from './exports.js';
import { forest } from './forest.js';
import { methodControls } from './method-controls.js';
import { ownData } from './own-data.js';
import { robustnessPart } from './robustness-part.js';
import { selectionList } from './selection-list.js';
import { spreadPart } from './spread.js';
import { funnelPart, stepParts } from './steps.js';

/** One pool of responses: its answer, its studies, and everything about them. */
export function responsesTopic(context: AnalysisContext) {
  const { compute, state, words, level, firstLook } = context;
  const analysis = compute.analysis(state);
  const view = compute.forest(analysis, compute.material(state), words);
  firstLook.draw(context);
  return html`
    ${heading(level, questionName(analysis.request.question, words), 'small-title')}
    ${firstLook.answer} ${besideAnswer(analysis, context)} ${methodControls(context)} ${forest(view, context)}
    ${selectionList(analysis, context)} ${stepParts(analysis, context)} ${robustnessPart(analysis, context)}
    ${funnelPart(analysis, context)} ${spreadPart(analysis, context)} ${ownData(analysis, context)}
    ${exportsPart(context)}
  `;
}
