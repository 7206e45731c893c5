// The evidence workbench: what is known of the review's studies, a form for what is missing, and what it would change.
// It is made of the package's own entries; `npm run build` puts them together in dist/demo/.
import { citedCounts } from 'vitiligo-outlook/evidence';
import { countsIn, type Addition } from './check-row.js';
import { createCountForm } from './count-form.js';
import { byId } from './dom.js';
import { showEffects } from './effects.js';
import { evidence, materialWith } from './evidence.js';
import { createStudyTable } from './study-table.js';
import { createTakeAway } from './take-away.js';

let added: readonly Addition[] = [];
let isTaken = true;
let shown = Promise.resolve();

const before = await materialWith([]);
const outlook = document.querySelector('vitiligo-outlook')!;
const showStudies = createStudyTable((study) => form.choose(study));
const showTakeAway = createTakeAway(() => added, () => (isTaken = true));
const form = createCountForm(() => added, (addition, edited) => {
  if (!edited) return set([...added, addition]);
  set(added.map((other) => (other === edited ? addition : other)), 'Row changed. ');
  focusAdded(added.indexOf(addition), 'edit');
});

byId('introduction').textContent = introduction();
window.addEventListener('beforeunload', (event) => {
  if (!isTaken) event.preventDefault();
});
set(added);

/** `what` happened is told with what it changes. */
function set(additions: readonly Addition[], what = ''): void {
  added = additions;
  isTaken = added.length === 0;
  shown = show(what);
}

function remove(index: number): void {
  form.forget(added[index]!);
  set(added.filter((_, position) => position !== index), 'Row removed. ');
  focusAdded(Math.min(index, added.length - 1), 'remove');
}

/** On the same button of the row that stands there now; without rows, on what says so. */
function focusAdded(index: number, act: string): void {
  void shown.then(() => (document.querySelectorAll<HTMLElement>(`[data-act="${act}"]`)[index] ?? byId('effect-summary')).focus());
}

async function show(what: string): Promise<void> {
  const after = await materialWith(added);
  showStudies(after);
  showEffects(before, after, added, what, { edit: (index) => form.edit(added[index]!), remove });
  showTakeAway();
  const rows = countsIn(added);
  outlook.studies = rows.length ? { studies: rows, mode: 'add' } : null;
}

function introduction(): string {
  const { studies, safety, version } = evidence;
  const cited = [...citedCounts(before).values()];
  const counts = cited.flat();
  const counted = counts.filter(({ status }) => status === 'counted').length;
  return (
    `The table of the review has ${studies.length} rows. Its pools of creams rest on ${counts.length} counts of ` +
    `${cited.length} studies, of which ${counted} stand in a source that we could read and are pooled here; its rates of ` +
    `adverse events rest on ${safety.pooledReview.studiesWithCounts} studies. Whoever ` +
    `has the full text of a study can add its counts here, see which pools move, and take a file for the data folder ` +
    `along. Evidence ${version}.`
  );
}
