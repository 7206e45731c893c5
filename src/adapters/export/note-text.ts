import type { Outlook } from '../../evidence/outlook.js';
import { createFurtherWords, type FurtherWords } from '../../i18n/further.js';
import { english, type Language } from '../../i18n/translate.js';
import type { OptionView } from '../../view-model/option-view.js';
import { maintenanceView, type MaintenanceView } from '../../view-model/maintenance-view.js';
import { outlookView, type HarmView } from '../../view-model/outlook-view.js';
import { relativeView } from '../../view-model/relative-view.js';
import type { ResponseView } from '../../view-model/response-view.js';
import { withoutView } from '../../view-model/without-view.js';

/**
 * An outlook as plain text for a record: the questions as answered, every number with its interval and who was studied,
 * the evidence's version, and what the text is not. Lines end in `\n`; nothing is marked up. Digits are 0 to 9 in every
 * language, since other programs read a record.
 */
export function toText(outlook: Outlook, wanted: Language = english): string {
  const language = wanted.in(new Intl.Locale(wanted.locale, { numberingSystem: 'latn' }).toString());
  const { t } = language;
  const view = outlookView(outlook, true, language);
  const words = createFurtherWords(language);
  const maintenance = outlook.maintenance && maintenanceView(outlook.maintenance, language, words);
  const blocks = [
    [t('title'), view.summary, t('intended-use')],
    ...(maintenance ? [maintenanceLines(maintenance, language)] : []),
    ...view.options.map((option) => optionLines(option, language, words)),
    [t('harms'), t('harms.of'), ...view.harms.rows.map(harmLine), ...present(view.harms.none)],
    [t('notes'), ...view.notes.shown.map(({ text }) => bullet(text))],
    [`${view.source}. ${t('cite')}.`],
  ];
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

const bullet = (text: string) => `- ${text}`;
const listed = (...parts: (string | null)[]) => bullet(parts.filter((part) => part !== null).join('; '));
const present = (text: string | null) => (text === null ? [] : [text]);

function optionLines(option: OptionView, language: Language, words: FurtherWords): string[] {
  const { t } = language;
  return [
    option.condition ? `${option.title} (${option.condition})` : option.title,
    [option.matchText, ...option.unmatched].join(' '),
    ...present(option.intro),
    ...option.responses.map(responseLine),
    ...(option.alsoRelevant ? [option.alsoRelevant.title, ...option.alsoRelevant.responses.map(responseLine)] : []),
    ...option.relative
      .map((row) => relativeView(row, language, words))
      .map(({ label, figures, trials }) => listed(`${label}: ${figures}`, trials)),
    ...(option.context ? [option.context.title, ...option.context.rows.map(bullet)] : []),
    ...(option.without ? [t('without.heading'), ...withoutView(option.without, language, words).map(bullet)] : []),
    ...(option.uvWarning ? [t('uv-warning')] : []),
  ];
}

function responseLine({ label, exact, intervalNote, studied, months, duration }: ResponseView): string {
  return listed(`${label}: ${exact}`, intervalNote, studied, months ?? duration);
}

function harmLine({ label, count, exact }: Pick<HarmView, 'label' | 'count' | 'exact'>): string {
  return listed(`${label}: ${count}`, exact);
}

function maintenanceLines({ intro, matchText, analyses, context }: MaintenanceView, { t }: Language): string[] {
  const tables = analyses.flatMap(({ title, arms, comparisons }) => [
    title,
    ...arms.map(harmLine),
    ...comparisons.map(bullet),
  ]);
  return [t('maintenance.heading'), ...present(matchText), intro, ...tables, ...context.map(bullet)];
}
