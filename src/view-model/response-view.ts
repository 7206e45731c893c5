import type { Months, ResponseEstimate } from '../evidence/outlook.js';
import type { Language } from '../i18n/translate.js';
import { percent, thresholdLabel, thresholdName } from './language.js';
import { of100 } from './of-100.js';

/** One estimate in words; sentence, bar, table and note take their numbers from the same fields. */
export interface ResponseView {
  readonly key: string;
  readonly threshold: ResponseEstimate['threshold'];
  readonly label: string;
  readonly of100: number;
  /** Limits of the interval as numbers of 100; `null` where none exists. */
  readonly range: { readonly low: number; readonly high: number } | null;
  readonly rangeText: string;
  readonly sentence: string;
  /** The same in a few words: "39 did, 61 did not". */
  readonly bothSides: string;
  /** What the interval leaves open, as a sentence; `null` where `sentence` says it. */
  readonly leeway: string | null;
  /** How the interval came about, where it is not simply the printed one. */
  readonly intervalNote: string | null;
  readonly bar: BarView;
  /** "19 studies, 520 people" */
  readonly studied: string;
  /** How long people were treated, in short. */
  readonly duration: string | null;
  readonly errata: readonly string[];
  /** What it is made from, for a reader who checks: the exact figures are worded when they are shown. */
  readonly response: ResponseEstimate;
  readonly references: readonly string[];
}

/** What an interval bar draws, in percent 0..100. */
export interface BarView {
  readonly label: string;
  readonly estimate: number;
  readonly low: number | null;
  readonly high: number | null;
  /** The extent that was printed where another reading is drawn: shown hatched. */
  readonly printedLow: number | null;
  readonly tone: 'any' | 25 | 50 | 75 | 'harm';
}

export function responseView(response: ResponseEstimate, language: Language): ResponseView {
  const { t } = language;
  const label = responseLabel(response, language);
  const range = rangeOf(response);
  return {
    key: `${response.threshold}-${response.months?.printed ?? ''}`,
    threshold: response.threshold,
    label,
    of100: of100(response.estimate),
    range,
    rangeText: range ? t('interval.of-100', range) : t('interval.none'),
    sentence: sentence(response, language),
    bothSides: bothSides(response, language),
    leeway: leeway(response, range, language),
    intervalNote: intervalNote(response, language),
    bar: bar(response, label, language),
    studied: t('comma', { first: studies(response, language), second: participants(response, language) }),
    duration: duration(response.months, language),
    errata: response.errata,
    response,
    references: response.references,
  };
}

function rangeOf({ low, high }: ResponseEstimate): ResponseView['range'] {
  return low === null || high === null ? null : { low: of100(low), high: of100(high) };
}

function sentence(response: ResponseEstimate, language: Language): string {
  const { t } = language;
  const { estimate, high, participants, unit } = response;
  const threshold = thresholdName(response.threshold, language);
  if (estimate === 0 && high !== null && participants !== null) {
    return t('sentence.none', { total: participants, threshold, high: of100(high) });
  }
  // Less than one is said only where the whole interval is below one: else a small number would look certain.
  if (high !== null && high < 0.01) return t('sentence.fewer-than-1', { threshold });
  const n = of100(estimate);
  return t(`sentence.${unit}`, { n, rest: 100 - n, threshold });
}

/** Where nobody reached a threshold, the sentence itself says what cannot be excluded. */
function leeway({ estimate }: ResponseEstimate, range: ResponseView['range'], { t }: Language): string | null {
  if (!range) return t('interval.none');
  return estimate === 0 ? null : t('interval.sentence', range);
}

function bothSides({ estimate }: ResponseEstimate, { t }: Language): string {
  const n = of100(estimate);
  return t('both-sides', { n, rest: 100 - n });
}

function intervalNote({ kind, intervalFrom, printed }: ResponseEstimate, language: Language): string | null {
  const { t } = language;
  if (kind !== 'published') return null;
  if (intervalFrom === 'calculated') return t('interval.calculated');
  if (intervalFrom !== 'likely-reading' || typeof printed?.low !== 'number') return null;
  return t('interval.likely', { printed: percent(printed.low, language) });
}

function bar({ estimate, low, high, printed, threshold }: ResponseEstimate, label: string, { t }: Language): BarView {
  const numbers = { label, estimate: of100(estimate) };
  return {
    label:
      low === null || high === null
        ? t('bar.label.none', numbers)
        : t('bar.label', { ...numbers, low: of100(low), high: of100(high) }),
    estimate: estimate * 100,
    low: low === null ? null : low * 100,
    high: high === null ? null : high * 100,
    printedLow: typeof printed?.low === 'number' ? printed.low * 100 : null,
    tone: threshold,
  };
}

function studies({ studies }: ResponseEstimate, { t, plural }: Language): string {
  return studies === null ? t('studies.unknown') : plural('studies', studies);
}

function participants({ participants, participantsAre, printed }: ResponseEstimate, { t }: Language): string {
  const text =
    participants === null
      ? t('participants.not-known')
      : t(participantsAre === 'at-most' ? 'participants.at-most' : 'participants.exact', { n: participants });
  if (printed?.participants === undefined) return text;
  const asPrinted = printed.participants === null ? t('not-printed') : t('printed.participants', { printed: printed.participants });
  return `${text} (${asPrinted})`;
}

/** Rates that differ by month alone carry it in their label; a treatment range stands below. */
function responseLabel({ threshold, months }: ResponseEstimate, language: Language): string {
  const label = thresholdLabel(threshold, language);
  return months && months.median === null && months.printed !== null
    ? language.t('label.at-months', { label, months: months.printed })
    : label;
}

/** How long people were treated, in the review's own table. */
export function duration(months: Months | null, { t }: Language): string | null {
  if (!months || months.min === null || months.max === null) return null;
  const { min, max } = months;
  return min === max ? t('months.same', { min }) : t('months.range', { min, max });
}
