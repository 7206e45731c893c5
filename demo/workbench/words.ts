import type { ChangedComparison, ChangedHarm, CitedCount, LeftOutReason, PoolQuestion } from 'vitiligo-outlook/evidence';
import type { AdverseEventRow, CountRow } from 'vitiligo-outlook/schema';
import type { Addition } from './check-row.js';

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

export const EVENT: Readonly<Record<AdverseEventRow['event'], string>> = {
  burning: 'burning',
  itching: 'itching',
  'burning-or-itching': 'burning or itching',
  redness: 'redness',
  dermatitis: 'dermatitis',
  'skin-thinning': 'thin skin',
  stopped: 'stopped treatment after it',
  serious: 'serious events',
  any: 'any event',
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
const SHORT: Readonly<Partial<Record<string, string>>> = { tci: 'Cream alone', 'tci-phototherapy': 'Cream with light', phototherapy: 'Light alone' };

export const groupName = ({ treatment, ageGroup, site }: Omit<CitedCount, 'threshold' | 'status'>) =>
  `${SHORT[treatment]}, ${stratumName({ ageGroup, site })}`;

export const questionName = (question: PoolQuestion) => `${groupName(question)}: ${THRESHOLD[question.threshold]}`;

/** "Cream alone, adults: burning" */
export const harmName = ({ treatment, ageGroup, event }: Pick<ChangedHarm, 'treatment' | 'ageGroup' | 'event'>) =>
  `${SHORT[treatment]}, ${AGE[ageGroup]}: ${EVENT[event]}`;

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

/** What a row counts: "at least 75 %, face and neck", "burning (“burning sensation”)" */
export function countedText(addition: Pick<Addition, 'list' | 'row'>): string {
  if (addition.list === 'adverseEvents') {
    const { event, printedTerm } = addition.row as AdverseEventRow;
    return `${EVENT[event]} (“${printedTerm}”)`;
  }
  const { threshold, site } = addition.row as CountRow;
  return `${THRESHOLD[threshold]}, ${SITE[site] ?? site}`;
}

/** "13 of 19 people", "8 of 46 lesions of 30 people"; whose lesions they are is not recorded of adverse events. */
export function countText(row: CountRow | AdverseEventRow): string {
  const { events, total, unit } = row;
  if (unit === 'patients') return `${events} of ${total} people`;
  return `${events} of ${total} lesions${'people' in row ? ` of ${row.people} people` : ''}`;
}

export const plural = (count: number, one: string, many = `${one}s`) => `${count} ${count === 1 ? one : many}`;
