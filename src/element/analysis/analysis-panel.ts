import { css, html, nothing, render } from 'lit';
import { chartStyles } from '../../charts/charts.styles.js';
import type { Inputs } from '../../evidence/inputs.js';
import type { Treatment } from '../../evidence/outlook.js';
import type { CheckedRows } from '../../evidence/pooling/checked-rows.js';
import { loadPoolMaterial } from '../../evidence/pooling/material.js';
import type { Method } from '../../evidence/pooling/method.js';
import { readMethod } from '../../evidence/pooling/read-method.js';
import { enPooling } from '../../i18n/en.pooling.js';
import { createPoolingWords } from '../../i18n/pooling.js';
import { createDetails } from '../../i18n/details.js';
import { english, type Language } from '../../i18n/translate.js';
import { methodView } from '../../view-model/pooling/method-view.js';
import type { PartSource, Styled } from '../parts.js';
import { createAfterPaint } from './after-paint.js';
import { announcement } from './announcement.js';
import { analysisStyles } from './analysis.styles.js';
import { comparisonsTopic } from './comparisons-topic.js';
import { createComputing } from './compute.js';
import type { AnalysisContext } from './context.js';
import { createFirstLook } from './first-look.js';
import { harmsTopic } from './harms-topic.js';
import { keepingFocus } from './keeping-focus.js';
import { createOwnDataReader } from './own-data-reader.js';
import { questionControls } from './question-controls.js';
import { responsesTopic } from './responses-topic.js';
import { createRobustness } from './robustness.js';
import { asked, FIRST_STATE, isFirstLook, withMethod, type AnalysisState, type Topic } from './state.js';

/** What of the element the panel follows. */
export interface AnalysisInputs {
  readonly language: Language;
  /** Level of the panel's heading. */
  readonly level: number;
  readonly inputs: Inputs;
  /** As the page or the reader gave it. */
  readonly method: unknown;
  /** Counts that the page gave, and whether they stand alone. */
  readonly given: CheckedRows;
}

/** What the numbers are pooled from. It draws itself, into a place of its own, so that a click draws nothing else. */
export interface AnalysisPanel extends Styled {
  /** The place, up to date with the element. */
  show(element: AnalysisInputs): Node;
}

const POOLED: readonly Treatment[] = ['tci', 'tci-phototherapy', 'phototherapy'];

/** The terms of meta-analysis stay English, whatever the language of the page. */
const words = createPoolingWords(english, enPooling);
const choices = methodView(words);

export async function createAnalysisPanel({ evidence, pool, wait }: AnalysisSource): Promise<AnalysisPanel> {
  const literature = await loadPoolMaterial(evidence);
  const place = Object.assign(document.createElement('div'), { className: 'analysis', lang: 'en', dir: 'ltr' });
  const compute = createComputing(literature, {
    handleProgress: () => firstLook.draw(contextOf(shown!), false),
    handleDone: () => rest.now(),
    wait,
  });
  let state = FIRST_STATE;
  let shown: AnalysisInputs | null = null;
  let lastMethod: unknown;
  let told = '';
  /** The state that the reader was told of, and all but the first look was drawn from, where that is an earlier one. */
  let behind: AnalysisState | null = null;
  /** A reader's method that the element is yet to be told of. */
  let chosen: Method | null = null;

  const change: AnalysisContext['change'] = (transition) => {
    const before = state;
    state = transition(before);
    if (state === before) return;
    behind ??= before;
    if (state.method !== before.method) chosen = state.method;
    if (!isFirstLook(before, state)) return rest.now();
    firstLook.draw(contextOf(shown!), false);
    rest.ask();
  };
  const rest = createAfterPaint(() => {
    // Of many rows the answer is told, and the cards follow, once it is there.
    const before = compute.pooling(state) === null ? behind : null;
    draw(before);
    if (!before) return;
    behind = null;
    if (chosen) pool({ method: (lastMethod = chosen) });
    chosen = null;
    if (state.own !== before.own) pool({ own: state.own });
  }, wait);
  const firstLook = createFirstLook();
  const own = createOwnDataReader(change);
  const robustness = createRobustness(words);
  const now = () => state;

  const contextOf = ({ inputs, level }: AnalysisInputs): AnalysisContext => {
    const treatments = inputs.phototherapy === 'unavailable' ? POOLED.slice(0, 1) : POOLED;
    return { state, compute, words, choices, treatments, level, firstLook, own, robustness, now, change };
  };
  const draw = (before: AnalysisState | null) => {
    const { language, inputs } = shown!;
    const context = contextOf(shown!);
    if (state.topic !== 'responses' || !state.open.has('robustness')) robustness.stop();
    if (before) told = announcement(before, context) ?? told;
    keepingFocus(place, () => render([languageNote(language), panelTemplate(context, inputs, told)], place));
  };

  return {
    styles: css`${chartStyles}${analysisStyles}`,
    show(next) {
      const isMethodNew = next.method !== lastMethod;
      const { given } = next;
      const isNew = isMethodNew || given !== state.given || !isSame(shown, next);
      shown = next;
      state = { ...following(state, next.inputs), given };
      if (isMethodNew) {
        lastMethod = next.method;
        chosen = null;
        state = withMethod(state, readMethod(next.method).method);
      }
      if (isNew) draw(null);
      return place;
    },
  };
}

type AnalysisSource = Pick<PartSource, 'evidence' | 'pool' | 'wait'>;

/** The group is the element's; without light treatment there is one treatment to pool. */
function following(state: AnalysisState, { ageGroup, site, phototherapy }: Inputs): AnalysisState {
  const followed = ageGroup && site ? asked(state, { ageGroup, site }) : state;
  return phototherapy === 'unavailable' ? asked(followed, { treatment: 'tci' }) : followed;
}

/** But for the method, which the panel itself gives too. */
function isSame(before: AnalysisInputs | null, { language, inputs, level }: AnalysisInputs): boolean {
  return (
    before !== null &&
    before.language === language &&
    before.level === level &&
    (['ageGroup', 'site', 'phototherapy'] as const).every((name) => before.inputs[name] === inputs[name])
  );
}

const TOPIC: Readonly<Record<Topic, (context: AnalysisContext) => unknown>> = {
  responses: responsesTopic,
  harms: harmsTopic,
  comparisons: comparisonsTopic,
};

/** Says in the page's language that what follows is English. */
function languageNote(language: Language) {
  if (language.tag === english.tag) return nothing;
  return html`<p class="small" lang=${language.tag} dir=${language.dir}>${createDetails(language).t('in-english')}</p>`;
}

function panelTemplate(context: AnalysisContext, { ageGroup, site }: Inputs, told: string) {
  const { state } = context;
  if (!ageGroup || !site) return html`<p class="notice">${words.t('ask.not-understood')}</p>`;
  return html`
    ${questionControls(context)} ${TOPIC[state.topic](context)}
    <p class="visually-hidden" role="status">${told}</p>
  `;
}
