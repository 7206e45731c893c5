import { INPUTS, INPUT_NAMES, type InputName, type Inputs } from '../evidence/inputs.js';
import type { AdverseEvent, MaintenanceArm, MaintenanceComparison, MaintenanceOutlook, Note, Outlook } from '../evidence/outlook.js';
import { en, type MessageKey } from '../i18n/en.js';
import type { Language } from '../i18n/translate.js';
import { percent, pValue } from './language.js';
import { of100 } from './of-100.js';
import { optionView, type OptionView } from './option-view.js';
import type { BarView, ResponseView } from './response-view.js';

/** The whole screen in words and rounded numbers: the element places it and computes nothing. */
export interface OutlookView {
  readonly summary: string;
  readonly questions: readonly QuestionView[];
  readonly options: readonly OptionView[];
  readonly harms: HarmsView;
  readonly maintenance: MaintenanceView | null;
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

export interface HarmView {
  readonly event: string;
  readonly label: string;
  readonly of100: number;
  readonly range: ResponseView['range'];
  readonly count: string;
  readonly rangeText: string;
  readonly exact: string;
  readonly bar: BarView;
  readonly errata: readonly string[];
}

export interface NotesView {
  readonly shown: readonly { readonly code: string; readonly text: string }[];
  /** Codes whose sentences load on demand. */
  readonly more: readonly string[];
}

export interface MaintenanceView {
  readonly intro: string;
  readonly matchText: string | null;
  readonly unmatched: readonly string[];
  /** For a child the adults' figures are folded away, since they are not about children. */
  readonly folded: boolean;
  readonly analyses: readonly MaintenanceAnalysisView[];
  readonly context: readonly string[];
  readonly errata: readonly string[];
}

export interface MaintenanceAnalysisView {
  readonly title: string;
  readonly arms: readonly MaintenanceArmView[];
  readonly comparisons: readonly string[];
}

export interface MaintenanceArmView {
  readonly label: string;
  readonly of100: number;
  readonly range: ResponseView['range'];
  readonly count: string;
  readonly people: string | null;
  readonly rangeText: string;
  readonly exact: string;
  readonly bar: BarView;
}

export function outlookView(outlook: Outlook, clinician: boolean, language: Language): OutlookView {
  const { t } = language;
  const { version, date, reviewBy } = outlook.evidence;
  return {
    summary: summary(outlook.inputs, language),
    questions: INPUT_NAMES.map((name) => question(name, language)),
    options: outlook.options.map((option) => optionView(option, outlook.inputs, clinician, language)),
    harms: harms(outlook, language),
    maintenance: outlook.maintenance && maintenance(outlook.maintenance, language),
    notes: notes(outlook.notes, language),
    source: t('source', { version, date, reviewBy }),
  };
}

function summary(inputs: Inputs, { t }: Language): string {
  const words = Object.fromEntries(
    INPUT_NAMES.map((name) => {
      const prefix = name === 'phototherapy' ? 'phototherapy.summary' : name;
      return [name, inputs[name] === null ? `${t(name)}: ?` : t(`${prefix}.${inputs[name]}` as MessageKey)];
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
    none: names?.length ? t('harms.none', { treatments: new Intl.ListFormat(language.tag).format(names) }) : null,
  };
}

function harm(row: AdverseEvent, language: Language): HarmView {
  const { event, events, total, errata } = row;
  const label = language.t(`event.${event}`);
  const count = language.t('harms.row', { events, total });
  return { event, label, count, ...figures(row, label, 'harm', language), errata };
}

/** What a rate with an exact interval shows, whatever it counts. */
function figures(
  { estimate, low, high }: { estimate: number; low: number | null; high: number | null },
  label: string,
  tone: BarView['tone'],
  language: Language,
): Pick<HarmView, 'of100' | 'range' | 'rangeText' | 'exact' | 'bar'> {
  const { t } = language;
  const n = of100(estimate);
  const printed = percent(estimate, language);
  const bar = { estimate: estimate * 100, printedLow: null, tone };
  if (low === null || high === null) {
    return {
      of100: n,
      range: null,
      rangeText: t('maintenance.no-interval'),
      exact: t('interval.exact.none', { estimate: printed }),
      bar: { ...bar, label: t('bar.label.none', { label, estimate: n }), low: null, high: null },
    };
  }
  const range = { low: of100(low), high: of100(high) };
  return {
    of100: n,
    range,
    rangeText: t('interval.of-100', range),
    exact: t('interval.exact', {
      estimate: printed,
      level: 95,
      low: percent(low, language, false),
      high: percent(high, language, false),
    }),
    bar: { ...bar, label: t('bar.label', { label, estimate: n, ...range }), low: low * 100, high: high * 100 },
  };
}

function maintenance(outlook: MaintenanceOutlook, language: Language): MaintenanceView {
  const { t } = language;
  const analyses = ['intention-to-treat', 'per-protocol'] as const;
  return {
    intro: t('maintenance.intro', { weeks: outlook.weeks }),
    matchText: outlook.reason && t(`reason.${outlook.reason}`),
    unmatched: outlook.unmatched.filter((name) => name !== 'ageGroup').map((name) => t(`unmatched.${name}` as MessageKey)),
    folded: outlook.match === 'none',
    analyses: analyses
      .map((analysis) => ({
        title: t(`maintenance.analysis.${analysis}`),
        arms: outlook.arms.filter((arm) => arm.analysis === analysis).map((arm) => maintenanceArm(arm, language)),
        comparisons: outlook.comparison
          .filter((row) => row.analysis === analysis)
          .map((row) => comparison(row, language)),
      }))
      .filter(({ arms }) => arms.length > 0),
    context: outlook.context.map(({ code, estimate }) =>
      t(`maintenance.context.${code}` as MessageKey, { estimate: of100(estimate) }),
    ),
    errata: outlook.errata,
  };
}

function maintenanceArm(arm: MaintenanceArm, language: Language): MaintenanceArmView {
  const { t } = language;
  const { events, total, people } = arm;
  const label = t(`maintenance.arm.${arm.treatment}` as MessageKey);
  return {
    label,
    count: t('maintenance.row', { events, total }),
    people: people === null ? null : t('maintenance.people', { people }),
    ...figures(arm, label, 'harm', language),
  };
}

function comparison(row: MaintenanceComparison, language: Language): string {
  const { t, number } = language;
  const { oddsRatio, low, high, printedAsAdjusted } = row;
  const p = pValue(row.p, language);
  if (oddsRatio === null || low === null || high === null) return t('maintenance.p', { p });
  const [ratio, from, to] = [oddsRatio, low, high].map((value) => number(value, 2)) as [string, string, string];
  const odds = t('maintenance.odds', { oddsRatio: ratio, low: from, high: to, p });
  return printedAsAdjusted ? `${odds} (${t('maintenance.adjusted')})` : odds;
}

/** The notes whose sentence the first screen has, and the codes of the rest; C9 stands with each light option. */
function notes(notes: readonly Note[], { t }: Language): NotesView {
  const isShown = ({ code }: Note) => `note.${code}` in en;
  return {
    shown: notes.filter(isShown).map(({ code }) => ({ code, text: t(`note.${code}` as MessageKey) })),
    more: notes.filter((note) => !isShown(note)).map(({ code }) => code),
  };
}
