import type { ChangedComparison, CitedCount, LeftOutReason, PoolQuestion } from 'vitiligo-outlook/evidence';
import type { CountRow } from 'vitiligo-outlook/schema';

/** The page's names for the words of the data. */

type Contrast = NonNullable<ChangedComparison['after']>['contrast'];

export const TREATMENT: Readonly<Record<CountRow['treatment'], string>> = {
  tci: 'Cream or ointment alone',
  'tci-phototherapy': 'Cream or ointment with light',
  phototherapy: 'Light alone',
  microneedling: 'With microneedling',
  'other-comparator': 'Other comparator',
};

export const THRESHOLD: Readonly<Record<string, string>> = {
  any: 'any repigmentation',
  25: 'at least 25\u00a0%',
  50: 'at least 50\u00a0%',
  75: 'at least 75\u00a0%',
  complete: 'complete',
};

export const SITE: Readonly<Record<string, string>> = {
  all: 'all sites',
  'face-neck': 'face and neck',
  'trunk-extremities': 'trunk, arms and legs',
  'hands-feet': 'hands and feet',
};

export const POPULATION: Readonly<Record<CountRow['population'], string>> = {
  children: 'children',
  adults: 'adults',
  all: 'children and adults',
  'not reported': 'not reported',
};

export const LIGHT = { '': 'none', nbuvb: 'narrowband UVB', excimer: 'excimer', other: 'other' } as const;

export const COMPARATOR = {
  '': 'none: this arm is no comparator',
  placebo: 'placebo or vehicle',
  untreated: 'nothing',
  steroid: 'steroid',
  'phototherapy-alone': 'light alone',
  other: 'other',
} as const;

export const UNIT = { patients: 'people', lesions: 'lesions' } as const;

export const SOURCE = {
  'full-text': 'the full text',
  abstract: 'the abstract',
  registry: 'a registry',
  secondary: 'another text that cites it',
} as const;

export const COUNT = { stated: 'stated as such', derived: 'derived from a percentage' } as const;

const AGE = { any: 'any age', child: 'children', adult: 'adults' } as const;
const ASKED_SITE: Readonly<Record<string, string>> = { ...SITE, any: 'any site' };

/** In a table that repeats it, without "or ointment". */
const SHORT = { tci: 'Cream alone', 'tci-phototherapy': 'Cream with light', phototherapy: 'Light alone' } as const;

export const groupName = ({ treatment, ageGroup, site }: Omit<CitedCount, 'threshold' | 'status'>) =>
  `${SHORT[treatment as keyof typeof SHORT]}, ${stratumName({ ageGroup, site })}`;

export const questionName = (question: PoolQuestion) => `${groupName(question)}: ${THRESHOLD[question.threshold]}`;

export const CONTRAST: Readonly<Record<Contrast, string>> = {
  light: 'Cream with light against light alone',
  placebo: 'Cream against placebo or vehicle',
  untreated: 'Cream against nothing',
  steroid: 'Cream against a steroid',
};

/** "any age, any site" */
export const stratumName = ({ ageGroup, site }: Pick<PoolQuestion, 'ageGroup' | 'site'>) => `${AGE[ageGroup]}, ${ASKED_SITE[site]}`;

export const LEFT_OUT: Readonly<Record<LeftOutReason, string>> = {
  'not-pooled': 'shown only, not pooled',
  'other-site': 'of another site',
  'other-age': 'of another age group',
  infants: 'of children under two',
  'same-people': 'the people are in the pool already, with another row',
  'not-in-set': 'outside of the set',
  'unknown-for-set': 'not known to be in the set',
};

/** "13 of 19 people", "8 of 46 lesions of 30 people" */
export function countText({ events, total, people, unit }: Pick<CountRow, 'events' | 'total' | 'people' | 'unit'>) {
  return `${events} of ${total} ${unit === 'patients' ? 'people' : `lesions of ${people} people`}`;
}

export const plural = (count: number, one: string, many = `${one}s`) => `${count} ${count === 1 ? one : many}`;
