import { ADVERSE_EVENTS, DATA_SITES, SINGLE_SITES, TREATMENTS } from 'vitiligo-outlook/schema';
import type { AdverseEventRow, CountRow, Study } from 'vitiligo-outlook/schema';
import { adverseEventsIn, countsIn, newStudies, type Addition } from './check-row.js';
import { byId, h, options } from './dom.js';
import { evidence } from './evidence.js';
import { ANOTHER, box, chooseList, CITED, field, ofReview, TICKED, TYPED } from './form-fields.js';
import { COMPARATOR, COUNT, EVENT, LIGHT, POPULATION, SITE, SOURCE, THRESHOLD, TREATMENT, UNIT } from './words.js';

/** The studies that a row can be of, those of added rows among them. */
export function fillStudies(form: HTMLFormElement, added: readonly Addition[]): void {
  const { studies, otherStudies } = evidence;
  const others = [...otherStudies, ...newStudies(added)];
  field(form, 'study').replaceChildren(
    h('option', { value: ANOTHER }, 'Another study, not in these lists'),
    h('optgroup', { label: 'Studies of the review' },
      ...studies.map(({ id, leeRef, authors, year }) => h('option', { value: id }, `${leeRef}: ${authors} ${year}`))),
    h('optgroup', { label: 'Other studies' },
      ...others.map(({ id, citation }) => h('option', { value: id }, `${id}: ${citation.title ?? ''}`.slice(0, 90)))),
  );
}

/** The lists that the words of the data give. */
export function fillChoices(form: HTMLFormElement): void {
  const treatments = Object.fromEntries(TREATMENTS.map((name) => [name, TREATMENT[name]]));
  const sites = Object.fromEntries(DATA_SITES.map((name) => [name, SITE[name]!]));
  const events = Object.fromEntries(ADVERSE_EVENTS.map((name) => [name, EVENT[name]]));
  // Numbers come first among the keys of an object.
  const thresholds = ['any', '25', '50', '75', 'complete'].map((value) => h('option', { value }, THRESHOLD[value]!));
  const lists = {
    treatment: treatments, site: sites, event: events, population: POPULATION, phototherapy: LIGHT,
    comparator: COMPARATOR, unit: UNIT, sourceLevel: SOURCE, count: COUNT,
  };
  for (const [name, labels] of Object.entries(lists)) field(form, name).replaceChildren(...options(labels));
  field(form, 'threshold').replaceChildren(...thresholds);
  byId('also-sites').replaceChildren(
    ...SINGLE_SITES.map((site) =>
      h('label', { class: 'check' }, h('input', { type: 'checkbox', name: 'alsoSites', value: site }), SITE[site]!)),
  );
}

/** An added row as it was typed; the citation of a study that it brought with it. */
export function fillIn(form: HTMLFormElement, { list, row, study }: Addition): void {
  chooseList(form, list);
  const isListed = [...(field(form, 'study') as HTMLSelectElement).options].some(({ value }) => value === row.study);
  field(form, 'study').value = isListed ? row.study : ANOTHER;
  if (study && !isListed) {
    const { year, ...citation } = study.citation;
    for (const name of CITED) field(form, `new-${name}`).value = citation[name] ?? '';
    field(form, 'new-id').value = study.id;
    field(form, 'new-year').value = String(year ?? '');
    box(form, 'new-after').checked = study.afterReview;
  }
  const typed = row as Readonly<Record<string, string | number | boolean | null | undefined>>;
  // Closed for the row before, it would be opened and ticked again.
  box(form, 'pool').disabled = false;
  for (const name of TYPED[list]) field(form, name).value = String(typed[name] ?? '');
  for (const name of TICKED) box(form, name).checked = typed[name] === true;
  const alsoSites: readonly string[] = list === 'repigmentation' ? row.alsoSites : [];
  for (const site of form.querySelectorAll<HTMLInputElement>('[name="alsoSites"]')) site.checked = alsoSites.includes(site.value);
}

const POPULATION_OF = { All: 'all', Children: 'children', Adult: 'adults', ND: 'not reported' } as const;

/** What the lists know of the study goes into the form. */
export function takeStudy(form: HTMLFormElement, added: readonly Addition[]): void {
  const study = ofReview(form);
  const { counts, events } = rowsOf(field(form, 'study').value, added);
  const rows = [...counts, ...events];
  const [known] = rows;
  field(form, 'population').value = study ? POPULATION_OF[study.population] : (known?.population ?? 'not reported');
  field(form, 'durationMonths').value = String(study?.durationMonths ?? known?.durationMonths ?? '');
  box(form, 'withinPatient').checked = study ? study.design.includes('WP') : (known?.withinPatient ?? false);
  box(form, 'under2Years').checked = known?.under2Years ?? false;
  for (const name of ['arm', 'agent', 'events', 'total', 'people', 'printedTerm']) field(form, name).value = '';
  list('arms', rows.map(({ arm }) => arm));
  list('agents', [...rows.flatMap(({ agent }) => agent ?? []), ...(study ? drugsOf(study) : [])]);
}

const drugsOf = ({ arms }: Study) =>
  arms.flatMap(({ tci, strength }) => (tci ? [[tci, strength].filter(Boolean).join(' ')] : []));

function list(id: string, values: readonly string[]): void {
  byId(id).replaceChildren(...[...new Set(values)].map((value) => h('option', { value })));
}

/** All rows of a study, the added ones among them. */
export function rowsOf(study: string, added: readonly Addition[]): { counts: CountRow[]; events: AdverseEventRow[] } {
  const ofStudy = (row: { study: string }) => row.study === study;
  return {
    counts: [...evidence.repigmentation, ...countsIn(added)].filter(ofStudy),
    events: [...evidence.adverseEvents, ...adverseEventsIn(added)].filter(ofStudy),
  };
}
