import type { Outlook, TreatmentOption } from '../../evidence/outlook.js';
import { createFurtherWords, type FurtherWords } from '../../i18n/further.js';
import { english, type Language } from '../../i18n/translate.js';
import type { OptionView } from '../../view-model/option-view.js';
import { exactText, monthsText } from '../../view-model/checked-view.js';
import { contextView } from '../../view-model/context-view.js';
import { maintenanceView, type MaintenanceArmView, type MaintenanceView } from '../../view-model/maintenance-view.js';
import { outlookView, type HarmView, type OutlookView } from '../../view-model/outlook-view.js';
import { overallTexts, relativeView } from '../../view-model/relative-view.js';
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
    ...view.options.map((option, i) => optionLines(option, outlook.options[i]!, language, words)),
    [
      t('harms'), t('harms.of'), ...view.harms.rows.map((row) => harmLine(row, language, words)), t('harms.not-added'),
      ...present(view.harms.none),
    ],
    [t('notes'), ...noteLines(view.notes, words)],
    [words.t('note.sources', { sources: sourceIds(outlook).join(', ') }), `${view.source}. ${t('cite')}.`],
  ];
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

const bullet = (text: string) => `- ${text}`;
const listed = ({ t }: Language, ...parts: (string | null)[]) =>
  bullet(parts.filter((part) => part !== null).reduce((first, second) => t('semicolon', { first, second })));
const labelled = ({ t }: Language, first: string, second: string) => t('colon', { first, second });
const present = (...texts: (string | null)[]) => texts.filter((text) => text !== null);

/** The records of `references.json` and `studies.json` behind the figures: their ids are first author and year. */
function sourceIds({ options, adverseEvents, maintenance }: Outlook): string[] {
  const figures = options.flatMap(({ treatment, responses, alsoRelevant, relative, context, without }) => [
    ...[...responses, ...alsoRelevant.flatMap((also) => also.responses)].flatMap(({ references }) => references),
    ...[...relative, ...context].map(({ reference }) => reference),
    ...(treatment === 'tci' ? without.map(({ study }) => study) : []),
  ]);
  const kept = maintenance ? [...maintenance.references, ...maintenance.context.map(({ reference }) => reference)] : [];
  return [...new Set([...figures, ...adverseEvents.flatMap(({ references }) => references), ...kept])];
}

function optionLines(
  option: OptionView,
  { relative, without, context }: TreatmentOption,
  language: Language,
  words: FurtherWords,
): string[] {
  const { t } = language;
  const toLine = (response: ResponseView) => responseLine(response, language, words);
  return [
    option.condition ? `${option.title} (${option.condition})` : option.title,
    [option.matchText, ...option.unmatched].join(' '),
    ...present(option.intro),
    ...option.responses.map(toLine),
    ...(option.alsoRelevant ? [option.alsoRelevant.title, ...option.alsoRelevant.responses.map(toLine)] : []),
    ...relative
      .map((row) => relativeView(row, language, words))
      .map(({ label, figures, trials }) => listed(language, labelled(language, label, figures), trials)),
    ...overallTexts(relative, words).map(bullet),
    ...(option.contextTitle ? [option.contextTitle, ...contextView(context, language, words).map(bullet)] : []),
    ...(option.treatment === 'tci'
      ? [t('without.heading'), ...withoutView(without, language, words).map(bullet)]
      : []),
    ...present(option.uvWarning, option.certainty),
  ];
}

/** What bears on the answer; what nobody pooled is not part of a record. */
function noteLines({ shown, more }: OutlookView['notes'], words: FurtherWords): string[] {
  const texts = [...shown.map(({ text }) => text), ...more.map((code) => words.find(`note.${code}`))];
  return present(...texts).map(bullet);
}

function responseLine(view: ResponseView, language: Language, words: FurtherWords): string {
  const { label, response, intervalNote, studied, duration } = view;
  const months = monthsText(response, language, words);
  const exact = exactText(response, language, words);
  return listed(language, labelled(language, label, exact), intervalNote, studied, months ?? duration);
}

function harmLine({ label, count, proportions }: HarmView, language: Language, words: FurtherWords): string {
  return listed(language, labelled(language, label, count), exactText(proportions, language, words));
}

function armLine({ label, count, exact }: MaintenanceArmView, language: Language): string {
  return listed(language, labelled(language, label, count), exact);
}

function maintenanceLines({ intro, matchText, analyses, context }: MaintenanceView, language: Language): string[] {
  const { t } = language;
  const tables = analyses.flatMap(({ title, arms, comparisons }) => [
    title,
    ...arms.map((arm) => armLine(arm, language)),
    ...comparisons.map(bullet),
  ]);
  return [t('maintenance.heading'), ...present(matchText), intro, ...tables, ...context.map(bullet)];
}
