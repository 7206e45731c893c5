import { html } from 'lit';
import type { Method } from '../../evidence/pooling/method.js';
import { methodLine } from '../../view-model/pooling/pool-words.js';
import type { AnalysisContext } from './context.js';
import { part } from './part.js';
import { selectControl } from './select-control.js';
import { withMethod, type AnalysisState } from './state.js';

/** Intervals of less or more say nothing that anybody asks for. */
const LEVELS = { min: 50, max: 99.9 };

/** Every choice that pooling has, with what it means; presets first. */
export function methodControls(context: AnalysisContext) {
  const { words, choices, state, change } = context;
  const { t } = words;
  return part('method', t('method.title', { method: methodLine(state.method, words) }), context, () => html`
    <p>${choices.statement}</p>
    <div class="controls">
      ${presetControl(context)}
      ${choices.groups.map(({ name, label, choices: of }) =>
        selectControl({
          id: `analysis-${name}`,
          label,
          choices: of,
          value: state.method[name],
          meaning: of.find(({ value }) => value === state.method[name])?.meaning,
          onChoice: (value) => change((now) => withMethod(now, { ...now.method, [name]: value })),
        }),
      )}
      ${levelControl(context)}
    </div>
    <p class="help">${t('method.applies')}</p>
  `);
}

function presetControl({ words, choices, state, change }: AnalysisContext) {
  const { presets } = choices;
  const current = presets.find(({ method }) => isSame(method, state.method)) ?? null;
  return selectControl({
    id: 'analysis-preset',
    label: words.t('method.preset'),
    choices: presets,
    value: current?.value ?? null,
    meaning: current?.meaning ?? words.t('method.own'),
    onChoice: (value) => {
      const chosen = presets.find((preset) => preset.value === value);
      if (chosen) change((now) => withMethod(now, chosen.method));
    },
  });
}

function isSame(a: Method, b: Method): boolean {
  return (Object.keys(a) as (keyof Method)[]).every((name) => a[name] === b[name]);
}

function levelControl({ words, choices, state, change }: AnalysisContext) {
  const { label, meaning } = choices.level;
  return html`<div class="control">
    <label for="analysis-level">${label} (%)</label>
    <input
      id="analysis-level"
      type="number"
      inputmode="decimal"
      step="any"
      min=${LEVELS.min}
      max=${LEVELS.max}
      aria-describedby="analysis-level-meaning analysis-level-error"
      .value=${String(Number((state.method.level * 100).toPrecision(6)))}
      @change=${({ target }: Event) => change((now) => withLevel(target as HTMLInputElement, now))}
    />
    <p class="help" id="analysis-level-meaning">${meaning}</p>
    <p class="refused" id="analysis-level-error">${words.t('level.refused', LEVELS)}</p>
  </div>`;
}

/** A level that cannot be keeps the last one; the field says which can, as long as it stands there. */
function withLevel(field: HTMLInputElement, state: AnalysisState): AnalysisState {
  const level = Number((field.valueAsNumber / 100).toPrecision(6));
  const isValid = level >= LEVELS.min / 100 && level <= LEVELS.max / 100;
  field.toggleAttribute('aria-invalid', !isValid);
  if (!isValid) field.setAttribute('aria-invalid', 'true');
  return isValid && level !== state.method.level ? withMethod(state, { ...state.method, level }) : state;
}
