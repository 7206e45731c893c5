import type { OtherStudy } from 'vitiligo-outlook/schema';
import { newStudies, type Addition, type Typed } from './check-row.js';
import { evidence } from './evidence.js';
import { ANOTHER, box, CITED, field, listOf, ofReview, textOf } from './form-fields.js';

/** The row as typed, with the fields of its kind alone; what only the other kind has is not sent. */
export function typedRow(form: HTMLFormElement, added: readonly Addition[]): Typed {
  const list = listOf(form);
  const study = newStudy(form);
  const own = list === 'repigmentation' ? countFields(form) : eventFields(form);
  const input = { ...armFields(form, added, study), ...own };
  return { list, input: Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined)), study };
}

function armFields(form: HTMLFormElement, added: readonly Addition[], typedStudy: OtherStudy | null) {
  const study = ofReview(form);
  const id = textOf(form, 'study') || textOf(form, 'new-id');
  return {
    study: id,
    leeRef: study?.leeRef ?? null,
    year: study?.year ?? yearOf(id, added, typedStudy),
    population: textOf(form, 'population'),
    design: study?.design ?? null,
    treatment: textOf(form, 'treatment'),
    arm: textOf(form, 'arm') || textOf(form, 'treatment'),
    agent: orNull(form, 'agent'),
    phototherapy: orNull(form, 'phototherapy'),
    durationMonths: number(form, 'durationMonths') ?? null,
    comparator: orNull(form, 'comparator'),
    withinPatient: box(form, 'withinPatient').checked,
    under2Years: box(form, 'under2Years').checked,
    unit: textOf(form, 'unit'),
    events: number(form, 'events'),
    total: number(form, 'total'),
    sourceLevel: textOf(form, 'sourceLevel'),
    url: orNull(form, 'url'),
    pool: box(form, 'pool').checked,
    notPooledBecause: orNull(form, 'notPooledBecause'),
    note: orNull(form, 'note'),
  };
}

function countFields(form: HTMLFormElement) {
  const threshold = textOf(form, 'threshold');
  return {
    threshold: /^\d+$/.test(threshold) ? Number(threshold) : threshold,
    site: textOf(form, 'site'),
    people: number(form, textOf(form, 'unit') === 'patients' ? 'total' : 'people'),
    alsoSites: new FormData(form).getAll('alsoSites'),
    count: textOf(form, 'count'),
    basis: textOf(form, 'basis'),
    place: textOf(form, 'place') || undefined,
    conflict: box(form, 'conflict').checked || undefined,
    extractions: 1,
  };
}

function eventFields(form: HTMLFormElement) {
  return { event: textOf(form, 'event'), printedTerm: textOf(form, 'printedTerm'), basis: orNull(form, 'basis') };
}

const orNull = (form: HTMLFormElement, name: string) => textOf(form, name) || null;

/** A number that is none stays text, so that the check names it. */
function number(form: HTMLFormElement, name: string): number | string | undefined {
  const text = textOf(form, name);
  return /^\d+([.]\d+)?$/.test(text) ? Number(text) : text || undefined;
}

function yearOf(id: string, added: readonly Addition[], typedStudy: OtherStudy | null): unknown {
  const known = [...evidence.otherStudies, ...newStudies(added)].find((study) => study.id === id);
  return (known ?? typedStudy)?.citation.year ?? null;
}

/** The citation of a study that no list has; `null` where one was chosen. */
function newStudy(form: HTMLFormElement): OtherStudy | null {
  if (field(form, 'study').value !== ANOTHER) return null;
  const text = (name: string) => textOf(form, `new-${name}`);
  const year = /^\d+$/.test(text('year')) ? Number(text('year')) : text('year');
  const fields = { year, ...Object.fromEntries(CITED.map((name) => [name, text(name)])) };
  const citation = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ''));
  return { id: text('id'), citation, afterReview: box(form, 'new-after').checked, note: null };
}
