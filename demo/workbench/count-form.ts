import { DATA_SITES, SINGLE_SITES, TREATMENTS } from 'vitiligo-outlook/schema';
import type { CountRow, OtherStudy, Study } from 'vitiligo-outlook/schema';
import { checkRow, newStudies, type Addition, type Problem } from './check-row.js';
import { byId, h, options } from './dom.js';
import { evidence } from './evidence.js';
import { COMPARATOR, COUNT, countText, LIGHT, POPULATION, SITE, SOURCE, THRESHOLD, TREATMENT, UNIT } from './words.js';

/** The choice "another study" in the list of studies. */
const ANOTHER = '';

type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

export interface CountForm {
  /** Chooses a study and moves there. */
  choose(study: Study): void;
  /** Takes an added row into the form again; sending the form puts what stands there then in its place. */
  edit(addition: Addition): void;
  /** The row is gone: it is edited no more. */
  forget(addition: Addition): void;
}

/** The form for one row. `allAdded` gives the rows that stand already; one that passes every check goes to `onRow`. */
export function createCountForm(
  allAdded: () => readonly Addition[],
  onRow: (addition: Addition, edited: Addition | null) => void,
): CountForm {
  let edited: Addition | null = null;
  /** A row that is edited does not stand in its own way. */
  const added = () => allAdded().filter((addition) => addition !== edited);
  const form = byId('count-form') as HTMLFormElement;
  fillLists(form, []);
  follow(form, added());

  const startWith = (addition: Addition | null) => {
    edited = addition;
    fillLists(form, added());
    form.querySelector('[type="submit"]')!.textContent = edited ? 'Save this row' : 'Add this row';
    byId('leave-row').hidden = !edited;
    byId('editing').textContent = edited ? editingText(edited) : '';
    tell(form, []);
  };
  const emptyCount = () => {
    for (const name of ['events', 'basis', 'note']) field(form, name).value = '';
    follow(form, added());
  };
  const leave = () => {
    startWith(null);
    emptyCount();
  };
  const moveHere = () => {
    follow(form, added());
    byId('add').scrollIntoView();
    field(form, 'study').focus({ preventScroll: true });
  };
  byId('leave-row').addEventListener('click', () => {
    leave();
    field(form, 'study').focus();
  });

  form.addEventListener('change', (event) => {
    if (event.target === field(form, 'study')) takeStudy(form, added());
    follow(form, added());
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const study = newStudy(form);
    const checked = checkRow(inputOf(form, added()), study, added(), evidence);
    tell(form, 'problems' in checked ? checked.problems : []);
    if ('problems' in checked) return;
    onRow(checked.addition, edited);
    startWith(null);
    // Rows of one study are typed one after the other: only the count itself is emptied.
    field(form, 'study').value = checked.addition.row.study;
    emptyCount();
  });
  return {
    choose: ({ id }) => {
      startWith(null);
      field(form, 'study').value = id;
      takeStudy(form, added());
      moveHere();
    },
    edit: (addition) => {
      startWith(addition);
      fillIn(form, addition);
      moveHere();
    },
    forget: (addition) => {
      if (addition === edited) leave();
    },
  };
}

const editingText = ({ row }: Addition) =>
  `In the form again: ${row.study}, ${countText(row)}. Saving puts it in the place of the row that you added.`;

function field(form: HTMLFormElement, name: string): Field {
  return form.elements.namedItem(name) as Field;
}

const box = (form: HTMLFormElement, name: string) => field(form, name) as HTMLInputElement;

function fillLists(form: HTMLFormElement, added: readonly Addition[]): void {
  const { studies, otherStudies } = evidence;
  const others = [...otherStudies, ...newStudies(added)];
  field(form, 'study').replaceChildren(
    h('option', { value: ANOTHER }, 'Another study, not in these lists'),
    h('optgroup', { label: 'Studies of the review' },
      ...studies.map(({ id, leeRef, authors, year }) => h('option', { value: id }, `${leeRef}: ${authors} ${year}`))),
    h('optgroup', { label: 'Other studies' },
      ...others.map(({ id, citation }) => h('option', { value: id }, `${id}: ${citation.title ?? ''}`.slice(0, 90)))),
  );
  if (field(form, 'treatment').children.length) return;
  const treatments = Object.fromEntries(TREATMENTS.map((name) => [name, TREATMENT[name]]));
  const sites = Object.fromEntries(DATA_SITES.map((name) => [name, SITE[name]!]));
  // Numbers come first among the keys of an object.
  const thresholds = ['any', '25', '50', '75', 'complete'].map((value) => h('option', { value }, THRESHOLD[value]!));
  const lists = {
    treatment: treatments, site: sites, population: POPULATION, phototherapy: LIGHT, comparator: COMPARATOR,
    unit: UNIT, sourceLevel: SOURCE, count: COUNT,
  };
  for (const [name, labels] of Object.entries(lists)) field(form, name).replaceChildren(...options(labels));
  field(form, 'threshold').replaceChildren(...thresholds);
  byId('also-sites').replaceChildren(
    ...SINGLE_SITES.map((site) =>
      h('label', { class: 'check' }, h('input', { type: 'checkbox', name: 'alsoSites', value: site }), SITE[site]!)),
  );
}

/** An added row as it was typed; the citation of a study that it brought with it. */
function fillIn(form: HTMLFormElement, { row, study }: Addition): void {
  const isListed = [...(field(form, 'study') as HTMLSelectElement).options].some(({ value }) => value === row.study);
  field(form, 'study').value = isListed ? row.study : ANOTHER;
  if (study && !isListed) {
    const { year, ...citation } = study.citation;
    for (const name of CITED) field(form, `new-${name}`).value = citation[name] ?? '';
    field(form, 'new-id').value = study.id;
    field(form, 'new-year').value = String(year ?? '');
    box(form, 'new-after').checked = study.afterReview;
  }
  for (const name of TYPED) field(form, name).value = String(row[name] ?? '');
  for (const name of TICKED) box(form, name).checked = row[name] === true;
  for (const site of form.querySelectorAll<HTMLInputElement>('[name="alsoSites"]')) {
    site.checked = (row.alsoSites as readonly string[]).includes(site.value);
  }
}

const TYPED = [
  'population', 'durationMonths', 'treatment', 'arm', 'agent', 'phototherapy', 'comparator', 'threshold', 'site', 'unit',
  'events', 'total', 'people', 'sourceLevel', 'url', 'place', 'count', 'basis', 'notPooledBecause', 'note',
] as const;
const TICKED = ['withinPatient', 'under2Years', 'conflict', 'pool'] as const;

const ofReview = (form: HTMLFormElement) => evidence.studies.find(({ id }) => id === field(form, 'study').value);

const POPULATION_OF = { All: 'all', Children: 'children', Adult: 'adults', ND: 'not reported' } as const;

/** What the lists know of the study goes into the form. */
function takeStudy(form: HTMLFormElement, added: readonly Addition[]): void {
  const study = ofReview(form);
  const rows = rowsOf(field(form, 'study').value, added);
  const [known] = rows;
  field(form, 'population').value = study ? POPULATION_OF[study.population] : (known?.population ?? 'not reported');
  field(form, 'durationMonths').value = String(study?.durationMonths ?? known?.durationMonths ?? '');
  box(form, 'withinPatient').checked = study ? study.design.includes('WP') : (known?.withinPatient ?? false);
  box(form, 'under2Years').checked = known?.under2Years ?? false;
  for (const name of ['arm', 'agent', 'events', 'total', 'people']) field(form, name).value = '';
  list('arms', rows.map(({ arm }) => arm));
  list('agents', [...rows.flatMap(({ agent }) => agent ?? []), ...(study ? drugsOf(study) : [])]);
}

const drugsOf = ({ arms }: Study) =>
  arms.flatMap(({ tci, strength }) => (tci ? [[tci, strength].filter(Boolean).join(' ')] : []));

function list(id: string, values: readonly string[]): void {
  byId(id).replaceChildren(...[...new Set(values)].map((value) => h('option', { value })));
}

const rowsOf = (study: string, added: readonly Addition[]): CountRow[] =>
  [...evidence.repigmentation, ...added.map(({ row }) => row)].filter((row) => row.study === study);

/** Fields that other answers settle are filled in and closed. */
function follow(form: HTMLFormElement, added: readonly Addition[]): void {
  const study = ofReview(form);
  const isAnother = field(form, 'study').value === ANOTHER;
  const treatment = field(form, 'treatment').value;
  const known = rowsOf(field(form, 'study').value, added).length;
  byId('new-study').hidden = !isAnother;
  for (const name of ['population', 'durationMonths', 'withinPatient']) field(form, name).disabled = study !== undefined;
  byId('study-hint').textContent = study
    ? `As in the review's table, and closed here. Rows of this study so far: ${known}.`
    : isAnother ? '' : `Rows of this study so far: ${known}.`;
  settle(field(form, 'phototherapy'), treatment === 'tci', '');
  settle(field(form, 'comparator'), treatment !== 'other-comparator', '');
  settle(field(form, 'people'), field(form, 'unit').value === 'patients', field(form, 'total').value);
  settle(field(form, 'notPooledBecause'), box(form, 'pool').checked, '');
}

function settle(target: Field, isSettled: boolean, value: string): void {
  target.disabled = isSettled;
  if (isSettled) target.value = value;
}

/** The row as typed. A number that is none stays text, so that the check names it. */
function inputOf(form: HTMLFormElement, added: readonly Addition[]): Record<string, unknown> {
  const study = ofReview(form);
  const text = (name: string) => field(form, name).value.trim();
  const number = (name: string) => (/^\d+([.]\d+)?$/.test(text(name)) ? Number(text(name)) : text(name) || undefined);
  const orNull = (name: string) => text(name) || null;
  const checked = (name: string) => box(form, name).checked;
  const threshold = text('threshold');
  const id = text('study') || text('new-id');
  const input = {
    study: id,
    leeRef: study?.leeRef ?? null,
    year: study?.year ?? yearOf(form, id, added),
    population: text('population'),
    design: study?.design ?? null,
    treatment: text('treatment'),
    arm: text('arm') || text('treatment'),
    agent: orNull('agent'),
    phototherapy: orNull('phototherapy'),
    durationMonths: number('durationMonths') ?? null,
    comparator: orNull('comparator'),
    withinPatient: checked('withinPatient'),
    under2Years: checked('under2Years'),
    threshold: /^\d+$/.test(threshold) ? Number(threshold) : threshold,
    site: text('site'),
    unit: text('unit'),
    events: number('events'),
    total: number('total'),
    people: text('unit') === 'patients' ? number('total') : number('people'),
    alsoSites: new FormData(form).getAll('alsoSites'),
    count: text('count'),
    basis: text('basis'),
    sourceLevel: text('sourceLevel'),
    url: orNull('url'),
    extractions: 1,
    pool: checked('pool'),
    notPooledBecause: orNull('notPooledBecause'),
    note: orNull('note'),
    place: text('place') || undefined,
    conflict: checked('conflict') || undefined,
  };
  return Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));
}

function yearOf(form: HTMLFormElement, id: string, added: readonly Addition[]): unknown {
  const known = [...evidence.otherStudies, ...newStudies(added)].find((study) => study.id === id);
  return known ? (known.citation.year ?? null) : (newStudy(form)?.citation.year ?? null);
}

const CITED = ['authors', 'title', 'journal', 'doi', 'pmid'] as const;

/** The citation of a study that no list has; `null` where one was chosen. */
function newStudy(form: HTMLFormElement): OtherStudy | null {
  if (field(form, 'study').value !== ANOTHER) return null;
  const text = (name: string) => field(form, `new-${name}`).value.trim();
  const year = /^\d+$/.test(text('year')) ? Number(text('year')) : text('year');
  const fields = { year, ...Object.fromEntries(CITED.map((name) => [name, text(name)])) };
  const citation = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ''));
  return { id: text('id'), citation, afterReview: box(form, 'new-after').checked, note: null };
}

/** Every problem in a list, each with a link to its field. */
function tell(form: HTMLFormElement, problems: readonly Problem[]): void {
  for (const marked of form.querySelectorAll('[aria-invalid]')) marked.removeAttribute('aria-invalid');
  const place = byId('problems');
  if (problems.length === 0) return place.replaceChildren();
  const items = problems.map(({ field: name, text }) => {
    const target = form.elements.namedItem(name) as Field | null;
    if (!(target instanceof HTMLElement)) return h('li', {}, text);
    target.setAttribute('aria-invalid', 'true');
    target.id ||= `field-${name}`;
    const label = target.closest('label')?.firstChild?.textContent?.trim() ?? name;
    const link = h('a', { href: `#${target.id}` }, `${label}: ${text}`);
    link.addEventListener('click', (event) => {
      event.preventDefault();
      target.focus();
    });
    return h('li', {}, link);
  });
  const heading = problems.length === 1 ? 'This row cannot be added yet' : `This row cannot be added yet: ${problems.length} problems`;
  place.replaceChildren(h('p', {}, heading), h('ul', {}, ...items));
  place.focus();
}
