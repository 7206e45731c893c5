import type { DisplayedSafety } from '../evidence/details.js';
import type { Details } from '../i18n/details.js';
import type { DetailKey } from '../i18n/en.details.js';
import type { Language } from '../i18n/translate.js';

/** A statement with the ids of the references that it rests on; none where it says that nobody looked. */
export interface SafetySentence {
  readonly text: string;
  readonly references: readonly string[];
}

export interface SafetyView {
  readonly title: string;
  readonly general: readonly SafetySentence[];
  readonly labels: readonly { readonly title: string; readonly sentences: readonly SafetySentence[] }[];
}

type Label = DisplayedSafety['labels'][number];

/** Label status, warnings, ages, strengths and precautions in words: each fact of the record in one sentence. */
export function safetyView(safety: DisplayedSafety, language: Language, details: Details): SafetyView {
  const { offLabel, cancerRisk, pooledReview, labels } = safety;
  const { t } = details;
  const rare = pooledReview.rare.map((event) => inWords('rare', event, details));
  return {
    title: t('safety.title'),
    general: [
      { text: t('safety.off-label'), references: [offLabel.reference] },
      { text: t('safety.cancer'), references: [cancerRisk.reference] },
      { text: t('safety.rare', { events: language.list(rare) }), references: [pooledReview.reference] },
      { text: t('safety.not-covered'), references: [] },
    ],
    labels: labels.map((label) => ({
      title: inWords('agent', label.agent, details),
      sentences: labelSentences(label, language, details),
    })),
  };
}

function labelSentences(label: Label, language: Language, details: Details): SafetySentence[] {
  const { boxedWarning, strengths, ultraviolet } = label;
  const fromLabel = [
    inWords('indication', label.indication, details),
    ...Object.entries(strengths).map(([ages, values]) => strengthSentence(ages, values, language, details)),
    details.t('safety.boxed-warning', { since: language.year(boxedWarning.since) }),
    ...boxedWarning.content.map((words) => inWords('warning', words, details)),
  ];
  return [
    ...cite(fromLabel, label.reference),
    ...cite(ultraviolet.content.map((words) => inWords('ultraviolet', words, details)), ultraviolet.reference),
    ...cite(label.precautions.map((words) => inWords('precaution', words, details)), label.precautionsReference),
  ];
}

const cite = (texts: readonly string[], reference: string): SafetySentence[] =>
  texts.map((text) => ({ text, references: [reference] }));

/** The sentence for words of the record, with the number in them; words without a sentence stay as they are. */
function inWords(kind: string, words: string, { find, t }: Details): string {
  const key = `safety.${kind}.${words}`;
  const [figure] = words.match(/\d+/) ?? [];
  return find(key) === null ? words : t(key as DetailKey, figure === undefined ? {} : { figure: Number(figure) });
}

const AGES = {
  adults: /^adults$/,
  between: /^(?<from>\d+) to (?<to>\d+) years$/,
  from: /^(?<from>\d+) years and older$/,
  under: /^under (?<to>\d+) years$/,
} as const;

function agesInWords(ages: string, { t }: Details): string {
  for (const [kind, pattern] of Object.entries(AGES) as [keyof typeof AGES, RegExp][]) {
    const match = pattern.exec(ages);
    if (match) return t(`safety.ages.${kind}`, numbers(match.groups));
  }
  return ages;
}

/** Figures in the words of a record as numbers, so that they are formatted for the language. */
const numbers = (figures: Readonly<Record<string, string>> = {}) =>
  Object.fromEntries(Object.entries(figures).map(([name, figure]) => [name, Number(figure)]));

/** The strengths labelled at an age; an empty list is "not labelled". */
function strengthSentence(ages: string, strengths: readonly string[], language: Language, details: Details): string {
  const { t } = details;
  const values = strengths.map((strength) => t('safety.strength', { strength: Number.parseFloat(strength) }));
  return t('safety.strengths', {
    ages: agesInWords(ages, details),
    strengths: values.length ? language.list(values) : t('safety.strengths.none'),
  });
}
