import { html, nothing } from 'lit';
import { TEMPLATE_COLUMNS, templateCsv } from '../../adapters/export/template-csv.js';
import type { OwnData } from '../../adapters/import/read-own-data.js';
import type { PoolAnalysis } from '../../evidence/pooling/analyse-pool.js';
import type { CheckedRows } from '../../evidence/pooling/checked-rows.js';
import { progressBar } from './answer.js';
import type { AnalysisContext } from './context.js';
import { part } from './part.js';
import { saveFile } from './save-file.js';
import { withMode, withoutOwn, type Reading } from './state.js';

/** Messages beyond these are counted: nobody mends a file by more at a time. */
const MOST_MESSAGES = 50;
const MODES = ['add', 'replace'] as const satisfies readonly CheckedRows['mode'][];
/** The first columns of the template, without which no row counts. */
const NEEDED = 5;

/** Where a reader pastes, chooses or drops counts of their own. Nothing of it leaves the page. */
export function ownData(analysis: PoolAnalysis, context: AnalysisContext) {
  const { words, state } = context;
  const { rows } = state.own;
  const title = rows.length ? words.t('own.title.given', { rows: rowsText(rows.length, context) }) : words.t('own.title');
  return part('own', title, context, () => html`
    <div class="own" @dragover=${allowDrop} @drop=${(event: DragEvent) => handleDrop(event, context)}>
      <p>${words.t('own.intro')}</p>
      ${entry(context)} ${progress(state.reading, context)} ${rows.length ? given(analysis, context) : nothing}
      ${columnsPart(context)}
    </div>
  `);
}

export const rowsText = (n: number, { words }: Pick<AnalysisContext, 'words'>) =>
  words.t(n === 1 ? 'own.rows.one' : 'own.rows.other', { n });

function entry({ words, own }: AnalysisContext) {
  const { t } = words;
  const handleRead = ({ currentTarget }: Event) => {
    const text = (currentTarget as HTMLElement).parentElement!.querySelector('textarea')!.value;
    void own.read(text, null);
  };
  const handleFile = ({ target }: Event) => {
    const field = target as HTMLInputElement;
    const [file] = field.files ?? [];
    if (file) void own.read(file, file.name);
    // The same file, mended, can be chosen again.
    field.value = '';
  };
  return html`
    <div>
      <label class="own-label" for="analysis-own-text">${t('own.text')}</label>
      <textarea id="analysis-own-text" rows="6" spellcheck="false" autocomplete="off" dir="ltr"></textarea>
      <button type="button" @click=${handleRead}>${t('own.read')}</button>
      <button type="button" @click=${() => saveFile('study-counts.csv', templateCsv(), 'text/csv')}>${t('own.template')}</button>
    </div>
    <div>
      <label class="own-label" for="analysis-own-file">${t('own.file')}</label>
      <input id="analysis-own-file" type="file" accept=".csv,.tsv,.txt,.json,text/csv,application/json" @change=${handleFile} />
      <p class="help">${t('own.drop')}</p>
    </div>
  `;
}

const allowDrop = (event: DragEvent) => {
  if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
};

/** Text that is dragged goes where it is dropped, such as the text area. */
function handleDrop(event: DragEvent, { own }: AnalysisContext) {
  const [file] = event.dataTransfer?.files ?? [];
  if (!file) return;
  event.preventDefault();
  void own.read(file, file.name);
}

/** How far reading is, or what came of it; every message says where. */
function progress(reading: Reading, context: AnalysisContext) {
  const { words, own } = context;
  if (reading.kind === 'nothing') return nothing;
  if (reading.kind === 'read') return messages(reading.data, context, reading.source);
  if (reading.kind !== 'reading') return html`<p class="reading">${words.t(`own.${reading.kind}`)}</p>`;
  const cancel = html`<button type="button" @click=${own.cancel}>${words.t('own.cancel')}</button>`;
  return progressBar('own.reading', reading.percent, context, cancel);
}

function messages(data: OwnData, context: AnalysisContext, source: string | null) {
  const { t } = context.words;
  const shown = data.messages.slice(0, MOST_MESSAGES);
  const more = data.problems - shown.length;
  return html`<p class="reading">${resultText(data, context, source)}</p>
    <ul class="plain messages">
      ${shown.map(({ line, column, text }) => html`<li>${t('own.message', { line, column, text })}</li>`)}
      ${more > 0 ? html`<li>${t('own.more', { count: more })}</li>` : nothing}
    </ul>`;
}

/** "Read from audit.csv: 3 rows. Problems: 1." */
export function resultText(data: OwnData, context: Pick<AnalysisContext, 'words'>, source: string | null): string {
  const { t } = context.words;
  const values = { source: source ?? t('own.source.text'), rows: rowsText(data.rows.length, context) };
  return data.problems ? t('own.result', { ...values, problems: data.problems }) : t('own.result.good', values);
}

function given({ trials }: PoolAnalysis, { words, state, change }: AnalysisContext) {
  const { t } = words;
  const handleMode = (mode: CheckedRows['mode']) => change((now) => withMode(now, mode));
  return html`
    <fieldset>
      <legend>${t('own.mode')}</legend>
      <div class="answers">
        ${MODES.map(
          (mode) => html`<label>
            <input
              type="radio"
              name="analysis-own-mode"
              value=${mode}
              .checked=${mode === state.own.mode}
              @change=${() => handleMode(mode)}
            />
            ${t(`own.mode.${mode}`)}
          </label>`,
        )}
      </div>
    </fieldset>
    <p>${t('own.elsewhere', { count: trials.filter(({ origin }) => origin === 'reader').length })}</p>
    <button type="button" @click=${() => change(withoutOwn)}>${t('own.remove')}</button>
  `;
}

function columnsPart({ words }: AnalysisContext) {
  const { t } = words;
  const named = (columns: readonly string[]) => columns.join(', ');
  return html`<details class="part">
    <summary>${t('own.columns')}</summary>
    <p>${t('own.columns.needed', { columns: named(TEMPLATE_COLUMNS.slice(0, NEEDED)) })}</p>
    <p>${t('own.columns.values')}</p>
    <p>${t('own.columns.more', { columns: named(TEMPLATE_COLUMNS.slice(NEEDED)) })}</p>
  </details>`;
}
