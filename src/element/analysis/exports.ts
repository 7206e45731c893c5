import { html, nothing } from 'lit';
import { analysisCsv } from '../../adapters/export/analysis-csv.js';
import { analysisJson } from '../../adapters/export/analysis-json.js';
import { analysisR } from '../../adapters/export/analysis-r.js';
import type { PoolAnalysis } from '../../evidence/pooling/analyse-pool.js';
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
export function exportsPart(analysis: PoolAnalysis, context: AnalysisContext) {
  const { words, state, compute } = context;
  const { t } = words;
  return part('export', t('export.title'), context, () => {
    const material = compute.material(state);
    return html`
      <ul class="exports">
        ${FORMS.map(({ form, text, type, ending }) => {
          const label = t(`export.${form}`);
          const name = `${nameOf(analysis)}.${ending}`;
          return html`<li data-form=${form}>
            <span>${label}</span>
            <button type="button" aria-label=${t('export.save', { form: label })} @click=${() => saveFile(name, text(analysis, material), type)}>
              ${t('export.save.short')}
            </button>
            <button type="button" aria-label=${t('export.copy', { form: label })} @click=${() => copy(text(analysis, material), context)}>
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

function nameOf({ request: { question } }: PoolAnalysis): string {
  const { treatment, ageGroup, site, threshold } = question;
  return ['pool', treatment, ageGroup, site, threshold].join('-');
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
