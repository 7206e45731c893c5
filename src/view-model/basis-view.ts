import type { Outlook } from '../evidence/outlook.js';
import { INPUT_NAMES, type InputName } from '../evidence/inputs.js';
import type { EvidenceDetails } from '../evidence/details.js';
import type { Details } from '../i18n/details.js';
import type { DetailKey } from '../i18n/en.details.js';
import type { Language, MessageValues } from '../i18n/translate.js';
import { aidValues } from './aid-view.js';

type MainSource = Pick<EvidenceDetails, 'references'> & { readonly studies: readonly { readonly leeRef: number }[] };

export interface BasisSection {
  readonly id: (typeof SECTIONS)[number];
  readonly title: string;
  readonly paragraphs: readonly string[];
}

/** What a clinician needs to judge the display alone: the headings of the basis panel, in their order. */
const SECTIONS = [
  'intended-use', 'for-whom', 'inputs', 'method', 'studies', 'limits', 'missing', 'version', 'aid', 'translation',
] as const;

export function basisView(
  outlook: Outlook,
  evidence: MainSource,
  language: Language,
  details: Details,
): readonly BasisSection[] {
  const { date, reviewBy } = outlook.evidence;
  const days = { date: language.date(date), reviewBy: language.date(reviewBy) };
  const values = { ...outlook.evidence, ...days, ...mainSource(evidence, language), ...aidValues(language, details) };
  const pooled = outlook.estimates === 'pooled' ? [details.t('basis.method.pooled')] : [];
  const sections = SECTIONS.filter((id) => id !== 'translation' || language.tag !== 'en');
  return sections.map((id) => ({
    id,
    title: details.t(`basis.${id}.title`),
    paragraphs: [
      ...standing(id, values, details),
      ...(id === 'method' ? pooled : []),
      ...(id === 'missing' ? missing(outlook, language, details) : []),
    ],
  }));
}

/** The main review, as its sentence needs it. */
function mainSource({ references, studies }: MainSource, language: Language): MessageValues {
  const review = references.find(({ role }) => role === 'parent review');
  return {
    title: review?.title ?? '?',
    journal: review?.journal ?? '?',
    // Part of a citation, which stays as printed.
    year: String(review?.year ?? '?'),
    searchedTo: language.date(review?.searchedTo ?? '?'),
    studies: new Set(studies.map(({ leeRef }) => leeRef)).size,
  };
}

/** The paragraphs of a section that hold for every answer: `.text.1`, `.text.2` and so on. */
function standing(id: string, values: MessageValues, { find, t }: Details): string[] {
  const paragraphs: string[] = [];
  for (let n = 1; find(`basis.${id}.text.${n}`) !== null; n++) {
    paragraphs.push(t(`basis.${id}.text.${n}` as DetailKey, values));
  }
  return paragraphs;
}

/** Answers not understood, answers left open, and per option what its numbers do not reflect. */
function missing({ inputs, options }: Outlook, language: Language, { t }: Details): string[] {
  const names = (some: readonly InputName[]) => language.list(some.map((name) => language.t(name)));
  const notUnderstood = INPUT_NAMES.filter((name) => inputs[name] === null);
  const open = INPUT_NAMES.filter((name) => inputs[name] === 'any' || inputs[name] === 'not-stated');
  const answers = [
    ...(notUnderstood.length ? [t('basis.missing.not-understood', { inputs: names(notUnderstood) })] : []),
    ...(open.length ? [t('basis.missing.open', { inputs: names(open) })] : []),
  ];
  const perOption = options.flatMap(({ treatment, match, unmatched }) => {
    const title = language.t(`treatment.${treatment}`);
    if (match === 'none') return [t('basis.missing.no-rates', { treatment: title })];
    return unmatched.length ? [t('basis.missing.not-reflected', { treatment: title, inputs: names(unmatched) })] : [];
  });
  return [...(answers.length ? answers : [t('basis.missing.nothing')]), ...perOption];
}
