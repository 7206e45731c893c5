import type { Study } from 'vitiligo-outlook/schema';
import type { CountList } from './check-row.js';
import { evidence } from './evidence.js';

/** The fields of the form by name, and what they are called in rows. */

export type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** The choice "another study" in the list of studies. */
export const ANOTHER = '';

export function field(form: HTMLFormElement, name: string): Field {
  return form.elements.namedItem(name) as Field;
}

export const box = (form: HTMLFormElement, name: string) => field(form, name) as HTMLInputElement;
export const textOf = (form: HTMLFormElement, name: string) => field(form, name).value.trim();

const choiceOfList = (form: HTMLFormElement) => form.elements.namedItem('list') as RadioNodeList;
export const listOf = (form: HTMLFormElement) => choiceOfList(form).value as CountList;
export function chooseList(form: HTMLFormElement, list: CountList): void {
  choiceOfList(form).value = list;
}

export const ofReview = (form: HTMLFormElement): Study | undefined =>
  evidence.studies.find(({ id }) => id === field(form, 'study').value);

const OF_ARM = [
  'population', 'durationMonths', 'treatment', 'arm', 'agent', 'phototherapy', 'comparator', 'unit', 'events', 'total',
  'sourceLevel', 'url', 'basis', 'notPooledBecause', 'note',
] as const;

/** What is typed or chosen from a list in a row of each kind. */
export const TYPED: Readonly<Record<CountList, readonly string[]>> = {
  repigmentation: [...OF_ARM, 'threshold', 'site', 'people', 'place', 'count'],
  adverseEvents: [...OF_ARM, 'event', 'printedTerm'],
};
export const TICKED = ['withinPatient', 'under2Years', 'conflict', 'pool'] as const;

/** What is typed of a citation, beside its year. */
export const CITED = ['authors', 'title', 'journal', 'doi', 'pmid'] as const;
