import type { CitedCount, PoolMaterial } from 'vitiligo-outlook/evidence';
import type { AdverseEventRow, Candidate, CountRow, Study } from 'vitiligo-outlook/schema';
import { byId, h, type Child } from './dom.js';
import { evidence } from './evidence.js';
import { knownStudies, listed, type Filter, type KnownStudy, type SortKey, type Sorting } from './known.js';
import { countedText, countText, EVENT, groupName, plural } from './words.js';

/** The review's table of studies: searched, filtered and sorted with native controls. */
export function createStudyTable(onAdd: (study: Study) => void): (material: PoolMaterial) => void {
  const form = byId('filters') as HTMLFormElement;
  const headers = [...byId('study-table').querySelectorAll<HTMLElement>('th[data-sort]')];
  const body = byId('study-table').querySelector('tbody')!;
  let studies: readonly KnownStudy[] = [];
  let sorting: Sorting = { key: 'number', descending: false };

  function show(): void {
    const [search, filter] = ['search', 'show'].map((name) => (form.elements.namedItem(name) as HTMLInputElement).value);
    const found = listed(studies, search!, filter as Filter, sorting);
    body.replaceChildren(...found.map((known) => studyRow(known, onAdd)));
    form.querySelector('output')!.value = `${found.length} of ${studies.length} rows`;
    for (const header of headers) {
      const isSorted = header.dataset.sort === sorting.key;
      header.ariaSort = isSorted ? (sorting.descending ? 'descending' : 'ascending') : 'none';
    }
  }

  form.addEventListener('input', show);
  form.addEventListener('submit', (event) => event.preventDefault());
  for (const header of headers) {
    header.querySelector('button')!.addEventListener('click', () => {
      const key = header.dataset.sort as SortKey;
      sorting = { key, descending: sorting.key === key && !sorting.descending };
      show();
    });
  }
  return (material) => {
    studies = knownStudies(evidence, material);
    show();
  };
}

function studyRow(known: KnownStudy, onAdd: (study: Study) => void): Node {
  const { study } = known;
  const button = h('button', { type: 'button', 'aria-label': `Add a count of ${study.authors} ${study.year}` }, 'Add');
  button.addEventListener('click', () => onAdd(study));
  return h('tr', { role: 'row', 'data-study': study.id },
    h('td', { role: 'cell', class: 'number', 'data-label': 'No.' }, String(study.leeRef)),
    h('th', { role: 'rowheader', scope: 'row' }, ...studyCell(study)),
    h('td', { role: 'cell', 'data-label': 'Counts here' }, ...knownCell(known)),
    h('td', { role: 'cell', 'data-label': 'Missing' }, ...missingCell(known), ...missingEventsCell(known)),
    h('td', { role: 'cell' }, button),
  );
}

const AGES = { All: 'all ages', Children: 'children', Adult: 'adults', ND: 'ages not reported' } as const;

function studyCell({ authors, year, citation, population, durationMonths, country, arms }: Study): Child[] {
  const name = `${authors} ${year}`;
  const { doi, pmid, title } = citation;
  const address = doi ? `https://doi.org/${doi}` : pmid ? `https://pubmed.ncbi.nlm.nih.gov/${pmid}/` : null;
  const finished = arms.map(({ intervention, completed, enrolled }) => `${intervention}: ${completed} of ${enrolled}`);
  const facts = [country, AGES[population], plural(durationMonths, 'month')];
  return [
    address ? h('a', { href: address, title: title ?? null }, name) : name,
    h('small', {}, facts.join(', ')),
    h('small', {}, `Finished: ${finished.join('; ')}`),
  ];
}

function knownCell({ rows, events, candidates }: KnownStudy): Child[] {
  const items = [...rows.map(knownRow), ...events.map(knownEvent), ...candidates.map(candidateRow)];
  return items.length ? [h('ul', {}, ...items)] : [h('span', { class: 'none' }, 'none')];
}

function knownRow(row: CountRow): Node {
  const read = row.extractions > 1 ? 'read twice' : 'read once';
  const doubt = row.conflict ? ', contradicts itself or the review' : '';
  return h('li', { class: row.pool ? 'pooled' : 'shown' },
    `${countedText({ list: 'repigmentation', row })}: ${countText(row)} `,
    h('small', {}, `${row.arm}; ${poolState(row)}, ${read}${doubt}`),
  );
}

const knownEvent = (row: AdverseEventRow) =>
  h('li', { class: row.pool ? 'pooled' : 'shown' },
    `${countedText({ list: 'adverseEvents', row })}: ${countText(row)} `, h('small', {}, `${row.arm}; ${poolState(row)}`));

const poolState = ({ pool, notPooledBecause }: CountRow | AdverseEventRow) =>
  pool ? 'in the pool' : `not pooled (${notPooledBecause})`;

const candidateRow = ({ printed, reasonNotRecorded }: Candidate) =>
  h('li', { class: 'doubtful' }, `in doubt: “${printed}” `, h('small', {}, reasonNotRecorded));

function missingCell({ cited, missing }: KnownStudy): Child[] {
  if (cited === 0) return [h('span', { class: 'none' }, 'no published pool cites it')];
  if (missing.length === 0) return [h('span', { class: 'none' }, `none of ${cited}`)];
  const groups = new Map<string, CitedCount['threshold'][]>();
  for (const count of missing) {
    const group = groupName(count);
    groups.set(group, [...(groups.get(group) ?? []), count.threshold].sort());
  }
  const items = [...groups].map(([group, thresholds]) => h('li', {}, `${group}: ${thresholds.join(', ')}\u00a0%`));
  return [h('strong', {}, `${missing.length} of ${cited}`), h('ul', {}, ...items)];
}

/** The review names the studies of its rates and not which of them reported which kind. */
function missingEventsCell({ citedEvents, missingEvents }: KnownStudy): Child[] {
  if (missingEvents.length === 0) return [];
  const kinds = missingEvents.map(({ event }) => EVENT[event]);
  return [h('div', {}, h('strong', {}, `${missingEvents.length} of ${citedEvents}`), ' kinds of adverse events',
    h('ul', {}, h('li', {}, `Cream alone: ${kinds.join(', ')}`)))];
}
