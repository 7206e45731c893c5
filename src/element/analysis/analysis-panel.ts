import { html, nothing, render } from 'lit';
import type { EvidenceSource } from '../../evidence/evidence-source.js';
import { loadPoolMaterial } from '../../evidence/pooling/material.js';
import { readMethod } from '../../evidence/pooling/read-method.js';
import type { Method } from '../../evidence/pooling/method.js';
import type { Treatment } from '../../evidence/outlook.js';
import type { CountRow } from '../../evidence/records.js';
import { enPooling } from '../../i18n/en.pooling.js';
import { createPoolingWords } from '../../i18n/pooling.js';
import type { Language } from '../../i18n/translate.js';
import type { Inputs } from '../../evidence/inputs.js';
import { methodView } from '../../view-model/pooling/method-view.js';
import { chartStyles } from '../../charts/charts.styles.js';
import { announcement } from './announcement.js';
import { analysisStyles } from './analysis.styles.js';
import { createComputing, type Computing } from './compute.js';
import type { AnalysisContext } from './context.js';
import { keepingFocus } from './keeping-focus.js';
import { lastCall } from './last-call.js';
import { createOwnDataReader } from './own-data-reader.js';
import { questionControls } from './question-controls.js';
import { responsesTopic } from './responses-topic.js';
import { asked, FIRST_STATE, withMethod, type AnalysisState, type OwnRows } from './state.js';

/** The panel that shows what a number is pooled from. It draws into a place of its own. */
export interface AnalysisPanel {
  readonly node: HTMLElement;
  /** Follows the element: its questions, language, and the method and counts that the page gives. */
  follow(shown: AnalysisInputs): void;
}

/** What of the element the panel follows. */
export interface AnalysisInputs {
  readonly language: Language;
  /** Level of the panel's heading. */
  readonly level: number;
  readonly inputs: Inputs;
  /** As the page or the reader gave it. */
  readonly method: unknown;
  /** Counts that the page gave, and whether they stand alone. */
  readonly given: OwnRows;
}

/** What the panel tells the element: both change the pooled numbers of the cards too. */
export interface AnalysisChanges {
  onMethod(method: Method): void;
  onOwn(own: OwnRows): void;
}

const POOLED: readonly Treatment[] = ['tci', 'tci-phototherapy', 'phototherapy'];

/** Loads the counts and makes the panel, whose styles it adds to the shadow tree. */
export async function createAnalysisPanel(
  root: ShadowRoot,
  source: EvidenceSource,
  changes: AnalysisChanges,
): Promise<AnalysisPanel> {
  const literature = await loadPoolMaterial(source);
  for (const { styleSheet } of [chartStyles, analysisStyles]) root.adoptedStyleSheets.push(styleSheet!);
  const node = document.createElement('div');
  node.className = 'analysis';
  const computingFor = lastCall((rows: readonly CountRow[], mode: OwnRows['mode']): Computing =>
    createComputing({ ...literature, literature: mode === 'replace' ? [] : literature.literature, own: rows }),
  );
  const wordsFor = lastCall((language: Language) => {
    const words = createPoolingWords(language, enPooling);
    return { words, choices: methodView(words) };
  });
  let state = FIRST_STATE;
  let shown: AnalysisInputs | null = null;
  let lastMethod: unknown;
  let told = '';

  const change: AnalysisContext['change'] = (transition) => {
    const before = state;
    state = transition(before);
    if (state === before) return;
    if (state.method !== before.method) changes.onMethod((lastMethod = state.method) as Method);
    if (state.own !== before.own) changes.onOwn(state.own);
    draw(before);
  };
  const own = createOwnDataReader(change);

  const draw = (before: AnalysisState | null = null) => {
    if (!shown) return;
    const { language, inputs, level, given } = shown;
    const treatments = inputs.phototherapy === 'unavailable' ? POOLED.slice(0, 1) : POOLED;
    const compute = computingFor(given.rows, given.mode);
    const context: AnalysisContext = { state, compute, ...wordsFor(language), treatments, level, own, change };
    if (before) told = announcement(before, context) ?? told;
    keepingFocus(node, () => render(panelTemplate(context, inputs, told), node));
  };

  return {
    node,
    follow(next) {
      shown = next;
      const { ageGroup, site, phototherapy } = next.inputs;
      if (ageGroup && site) state = asked(state, { ageGroup, site });
      if (phototherapy === 'unavailable') state = asked(state, { treatment: 'tci' });
      if (next.method !== lastMethod) {
        lastMethod = next.method;
        state = withMethod(state, readMethod(next.method).method);
      }
      draw();
    },
  };
}

function panelTemplate(context: AnalysisContext, { ageGroup, site }: Inputs, told: string) {
  const { words, state } = context;
  if (!ageGroup || !site) return html`<p class="notice">${words.t('ask.not-understood')}</p>`;
  return html`
    ${questionControls(context)}
    ${state.topic === 'responses' ? responsesTopic(context) : nothing}
    <p class="visually-hidden" role="status">${told}</p>
  `;
}
