import type { EvidenceDetails } from '../evidence/details.js';
import type { Outlook, TreatmentOption } from '../evidence/outlook.js';
import type { MessageKey } from '../i18n/en.js';
import type { SupportKey } from '../i18n/en.support.js';
import { createFurtherWords } from '../i18n/further.js';
import type { SupportWords } from '../i18n/support.js';
import type { OptionView } from './option-view.js';
import { inPlainWords } from './plain-words.js';
import { withoutView } from './without-view.js';

/** What a talk about a choice needs beside the numbers: what each choice involves, for how long, and how sure it is. */
export interface SupportView {
  readonly choices: readonly ChoiceView[];
  readonly times: readonly { readonly choice: string; readonly length: string }[];
  readonly timeNote: string;
  readonly worthwhile: readonly SourcedText[];
  readonly certainty: readonly CertaintyView[];
  readonly others: readonly SourcedText[];
  readonly searchEnd: string;
}

export interface ChoiceView {
  readonly id: TreatmentOption['treatment'] | 'none' | 'maintenance';
  readonly title: string;
  readonly lines: readonly string[];
  /** Labels warn of light during use. */
  readonly uvWarning: string | null;
}

export interface SourcedText {
  readonly text: string;
  readonly source: string;
}

export interface CertaintyView {
  readonly outcome: string;
  readonly rating: string;
  readonly reasons: readonly string[];
}

export interface SupportMaterial {
  readonly outlook: Outlook;
  readonly options: readonly OptionView[];
  readonly details: EvidenceDetails;
  /** Length of the maintenance trial. */
  readonly weeks: number;
}

export function supportView(material: SupportMaterial, words: SupportWords): SupportView {
  const { outlook, details, weeks } = material;
  const { safety, certainty, errata } = details;
  const { t } = words;
  // E11 is about cream alone for all people and sites; beside another answer its figures would contradict the row.
  const stated = outlook.options.some(({ responses }) => responses.some(({ errata }) => errata.includes('E11')));
  const figures = stated && errata.find(({ id }) => id === 'E11')?.figures;
  return {
    choices: choices(material, words),
    times: [
      ...outlook.options.flatMap((option) => timeRow(option, words)),
      { choice: words.language.t('maintenance.heading'), length: t('time.weeks', { weeks }) },
    ],
    timeNote: figures ? `${t('time.table', figures)} ${t('time.note')}` : t('time.note'),
    worthwhile: sourced('worthwhile', safety.whatPatientsCallWorthwhile, details, words).filter(({ known }) => known),
    certainty: certainty.map((outcome) => certaintyRow(outcome, words)),
    others: sourced('others', safety.otherTreatments.facts, details, words),
    searchEnd: t('others.search', { date: words.language.date(safety.otherTreatments.searchEnd) }),
  };
}

function choices({ outlook, options, details, weeks }: SupportMaterial, { t, language }: SupportWords): ChoiceView[] {
  const groups = countGroups(details);
  const notCovered = (id: ChoiceView['id']) => t('choice.not-covered', { topics: t(`topics.${id}`) });
  const involved: Partial<Record<ChoiceView['id'], readonly string[]>> = {
    'tci': [t('choice.apply', groups.cream)],
    'tci-phototherapy': [t('choice.light', groups.light)],
    'tacrolimus-microneedling': [t('choice.microneedling')],
  };
  // Vehicle and hydrocortisone are treatments too: what they showed does not belong beside no treatment.
  const rows = outlook.options.flatMap(({ without }) => without).filter(({ group }) => group === 'untreated lesions');
  const untreated = rows.length ? withoutView(rows, language, createFurtherWords(language)) : [];
  return [
    {
      id: 'none',
      title: t('choice.none'),
      lines: [t('choice.none.text'), ...untreated, notCovered('none')],
      uvWarning: null,
    },
    ...options.map(({ treatment, title, uvWarning }) => ({
      id: treatment,
      title,
      lines: [...(involved[treatment] ?? []), notCovered(treatment)],
      uvWarning,
    })),
    {
      id: 'maintenance',
      title: language.t('maintenance.heading'),
      lines: [t('choice.maintenance', { weeks }), notCovered('maintenance')],
      uvWarning: null,
    },
  ];
}

/** How often the groups of the review's table used a cream or ointment, and light beside it. */
function countGroups({ studies }: EvidenceDetails) {
  const groups = studies.flatMap(({ treatments }) => treatments).filter((text) => !text.includes('maintenance'));
  const count = (some: readonly string[], pattern: RegExp) => some.filter((text) => pattern.test(text)).length;
  const cream = groups.filter((text) => !text.includes('+'));
  const light = groups.filter((text) => /\+ *(NBUVB|EL)\b/.test(text));
  const [twice, once] = [count(cream, /twice daily/), count(cream, /once daily/)];
  const [two, three] = [count(light, /twice weekly/), count(light, /thrice weekly/)];
  return {
    cream: { twice, once, open: cream.length - twice - once },
    light: { two, three, open: light.length - two - three },
  };
}

/** Length of treatment; an option without an answer has none to tell. */
function timeRow({ treatment, responses, reason }: TreatmentOption, words: SupportWords): SupportView['times'] {
  const { t, language } = words;
  const row = (length: string) => [{ choice: language.t(`treatment.${treatment}` as MessageKey), length }];
  if (reason === 'ratio-only') return row(t('time.open'));
  const months = responses.flatMap(({ months }) => months ?? []);
  const all = (field: 'min' | 'max' | 'median' | 'printed') => months.flatMap((one) => one[field] ?? []);
  const medians = all('median');
  if (medians.length) {
    const [low, high] = [Math.min(...medians), Math.max(...medians)];
    const middle = low === high ? t('time.median', { median: low }) : t('time.medians', { low, high });
    return row(t('time.months', { min: Math.min(...all('min')), max: Math.max(...all('max')), middle }));
  }
  const looked = [...new Set(all('printed'))].sort((a, b) => a - b).map((value) => language.number(value));
  return looked.length ? row(t('time.looked', { months: language.list(looked) })) : [];
}

const DOMAINS = ['riskOfBias', 'inconsistency', 'indirectness', 'imprecision', 'other'] as const;

function certaintyRow(outcome: EvidenceDetails['certainty'][number], words: SupportWords): CertaintyView {
  const { t, find, language } = words;
  const reason = (text: string) => inPlainWords(`reason.${text}`, text, words);
  return {
    outcome: find(`sure.${outcome.id}`) ?? outcome.outcome,
    rating: language.t(`certainty.${outcome.certainty}` as MessageKey),
    reasons: DOMAINS.flatMap((domain) => {
      const text = outcome[domain];
      if (!text) return [];
      const [rating, why] = text.split(': ').map(reason);
      const name = t(`sure.${domain}` as SupportKey);
      return [why ? t('sure.reason.why', { name, rating: rating!, why }) : t('sure.reason', { name, rating: rating! })];
    }),
  };
}

function sourced(
  kind: string,
  facts: readonly { readonly statement: string; readonly reference: string }[],
  { references }: EvidenceDetails,
  words: SupportWords,
) {
  return facts.map(({ statement, reference }) => {
    const source = references.find(({ id }) => id === reference);
    const key = `${kind}.${reference}`;
    return {
      text: inPlainWords(key, statement, words),
      source: source?.title ?? source?.authors ?? reference,
      known: words.find(key) !== null,
    };
  });
}
