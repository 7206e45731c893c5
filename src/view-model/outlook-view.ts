import { INPUTS, INPUT_NAMES, type InputName, type Inputs } from '../evidence/inputs.js';
import type { AdverseEvent, Note, Outlook } from '../evidence/outlook.js';
import { en, type MessageKey } from '../i18n/en.js';
import type { Language } from '../i18n/translate.js';
import { optionView, type OptionView } from './option-view.js';
import { rateView, type RateView } from './rate-view.js';

/** The whole screen in words and rounded numbers: the element places it and computes nothing. */
export interface OutlookView {
  readonly summary: string;
  readonly questions: readonly QuestionView[];
  readonly options: readonly OptionView[];
  readonly harms: HarmsView;
  readonly notes: NotesView;
  readonly source: string;
}

export interface QuestionView {
  readonly name: InputName;
  readonly legend: string;
  readonly help: string | null;
  readonly answers: readonly { readonly value: string; readonly label: string }[];
}

export interface HarmsView {
  readonly rows: readonly HarmView[];
  readonly none: string | null;
}

export interface HarmView extends RateView {
  readonly event: string;
  readonly proportions: Pick<AdverseEvent, 'estimate' | 'low' | 'high'>;
  readonly label: string;
  readonly count: string;
  /** Reports for every 100 people, and what the interval leaves open. */
  readonly sentence: string;
  readonly errata: readonly string[];
}

export interface NotesView {
  readonly shown: readonly { readonly code: string; readonly text: string }[];
  /** Codes whose sentences load on demand. */
  readonly more: readonly string[];
}

export function outlookView(outlook: Outlook, clinician: boolean, language: Language): OutlookView {
  const { t } = language;
  const { version, date, reviewBy } = outlook.evidence;
  return {
    summary: summary(outlook.inputs, language),
    questions: INPUT_NAMES.map((name) => question(name, language)),
    options: outlook.options.map((option) => optionView(option, outlook.inputs, clinician, language)),
    harms: harms(outlook, language),
    notes: notes(outlook.notes, language),
    source: t('source', { version, date: language.date(date), reviewBy: language.date(reviewBy) }),
  };
}

function summary(inputs: Inputs, { t }: Language): string {
  const words = Object.fromEntries(
    INPUT_NAMES.map((name) => {
      const prefix = name === 'phototherapy' ? 'phototherapy.summary' : name;
      return [name, inputs[name] === null ? t('colon', { first: t(name), second: '?' }) : t(`${prefix}.${inputs[name]}` as MessageKey)];
    }),
  );
  return t('inputs.summary', words);
}

function question(name: InputName, { t }: Language): QuestionView {
  const help = `${name}.help`;
  return {
    name,
    legend: t(name),
    help: help in en ? t(help as MessageKey) : null,
    answers: INPUTS[name].map((value) => ({ value, label: t(`${name}.${value}` as MessageKey) })),
  };
}

function harms({ adverseEvents, notes }: Outlook, language: Language): HarmsView {
  const { t } = language;
  const missing = notes.find(({ code }) => code === 'no-adverse-event-data')?.params?.['treatments'] as string[] | undefined;
  const names = missing?.map((treatment) => t(`treatment.${treatment}` as MessageKey));
  return {
    rows: adverseEvents.map((row) => harm(row, language)),
    none: names?.length ? t('harms.none', { treatments: language.list(names) }) : null,
  };
}

function harm(row: AdverseEvent, language: Language): HarmView {
  const { t } = language;
  const { event, events, total, errata, estimate, low, high } = row;
  const label = t(`event.${event}`);
  const count = t('harms.row', { events, total });
  const rate = rateView(row, label, language, t('interval.none'));
  const { of100: n, range } = rate;
  const sentence = [t('harms.sentence', { n }), range ? t('interval.sentence', range) : rate.rangeText].join(' ');
  return { event, proportions: { estimate, low, high }, label, count, sentence, ...rate, errata };
}

/** The notes whose sentence the first screen has, and the codes of the rest; C9 stands with each light option. */
function notes(notes: readonly Note[], { t }: Language): NotesView {
  const isShown = ({ code }: Note) => `note.${code}` in en;
  return {
    shown: notes.filter(isShown).map(({ code }) => ({ code, text: t(`note.${code}` as MessageKey) })),
    more: notes.filter((note) => !isShown(note)).map(({ code }) => code),
  };
}
