import { html, nothing } from 'lit';
import { analysisCsv } from '../../adapters/export/analysis-csv.js';
import { analysisJson } from '../../adapters/export/analysis-json.js';
import { analysisR } from '../../adapters/export/analysis-r.js';
import type { AnalysisContext } from './context.js';
import { part } from './part.js';
import { saveFile } from './save-file.js';
import { withTaken } from './state.js';

const FORMS = [
  { form: 'csv', text: analysisCsv, type: 'text/csv;charset=utf-8', ending: 'csv' },
  { form: 'json', text: analysisJson, type: 'application/json;charset=utf-8', ending: 'json' },
  { form: 'r', text: analysisR, type: 'text/plain;charset=utf-8', ending: 'R' },
] as const;

/** The analysis in view as a table, as data, and as a script that repeats it elsewhere. */
export function exportsPart(context: AnalysisContext) {
  const { words } = context;
  const { t } = words;
  return part('export', t('export.title'), context, () => {
    return html`
      <ul class="exports">
        ${FORMS.map(({ form, text, type, ending }) => {
          const label = t(`export.${form}`);
          return html`<li data-form=${form}>
            <span>${label}</span>
            <button type="button" aria-label=${t('export.save', { form: label })} @click=${() => saveFile(fileName(ending, context), textOf(text, context), type)}>
              ${t('export.save.short')}
            </button>
            <button type="button" aria-label=${t('export.copy', { form: label })} @click=${() => copy(textOf(text, context), context)}>
              ${t('export.copy.short')}
            </button>
          </li>`;
        })}
      </ul>
      <p class="help">${t('export.r.meaning')}</p>
      ${taken(context)}
    `;
  });
}

function fileName(ending: string, { now, compute }: AnalysisContext): string {
  const { treatment, ageGroup, site, threshold } = compute.analysis(now()).request.question;
  return `${['pool', treatment, ageGroup, site, threshold].join('-')}.${ending}`;
}

/** Of the answer and the plot in view, also where what goes with them is still to be drawn. */
function textOf(form: (typeof FORMS)[number]['text'], { now, compute }: AnalysisContext): string {
  const state = now();
  return form(compute.analysis(state), compute.material(state));
}

async function copy(text: string, { change }: AnalysisContext): Promise<void> {
  const isCopied = await Promise.resolve()
    .then(() => navigator.clipboard.writeText(text))
    .then(() => true, () => false);
  change((now) => withTaken(now, isCopied ? { kind: 'copied' } : { kind: 'by-hand', text }));
}

function taken({ state, words }: AnalysisContext) {
  if (!state.taken) return nothing;
  if (state.taken.kind === 'copied') return html`<p>${words.t('export.copied')}</p>`;
  const handleFocus = ({ target }: Event) => (target as HTMLTextAreaElement).select();
  return html`<label class="own-label" for="analysis-copy">${words.t('export.by-hand')}</label>
    <textarea id="analysis-copy" readonly rows="6" dir="ltr" .value=${state.taken.text} @focus=${handleFocus}></textarea>`;
}
