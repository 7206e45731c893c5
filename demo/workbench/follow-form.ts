import type { AdverseEventRow } from 'vitiligo-outlook/schema';
import type { Addition } from './check-row.js';
import { byId } from './dom.js';
import { rowsOf } from './fill-form.js';
import { ANOTHER, box, field, listOf, ofReview, type Field } from './form-fields.js';

/** Shows the fields of what was counted; fields that other answers settle are filled in and closed. */
export function follow(form: HTMLFormElement, added: readonly Addition[]): void {
  const list = listOf(form);
  for (const part of form.querySelectorAll<HTMLElement>('[data-list]')) part.hidden = part.dataset.list !== list;
  const treatment = field(form, 'treatment').value;
  followStudy(form, added);
  settle(field(form, 'phototherapy'), treatment === 'tci', '');
  settle(field(form, 'comparator'), treatment !== 'other-comparator', '');
  settle(field(form, 'people'), field(form, 'unit').value === 'patients', field(form, 'total').value);
  followPool(form);
}

function followStudy(form: HTMLFormElement, added: readonly Addition[]): void {
  const study = ofReview(form);
  const isAnother = field(form, 'study').value === ANOTHER;
  byId('new-study').hidden = !isAnother;
  for (const name of ['population', 'durationMonths', 'withinPatient']) field(form, name).disabled = study !== undefined;
  const { counts, events } = rowsOf(field(form, 'study').value, added);
  const known = `Rows of this study so far: ${counts.length} of repigmentation, ${events.length} of adverse events.`;
  byId('study-hint').textContent = study ? `As in the review's table, and closed here. ${known}` : isAnother ? '' : known;
}

/** The reasons that rows of adverse events give in the data. */
const OF_LESIONS = 'counted in lesions';
const MIXED = 'not a single kind of event';
const MIXED_KINDS: ReadonlySet<AdverseEventRow['event']> = new Set(['burning-or-itching', 'stopped', 'serious', 'any']);

/** Events are pooled by person. */
function followPool(form: HTMLFormElement): void {
  const pool = box(form, 'pool');
  const isOfLesions = listOf(form) === 'adverseEvents' && field(form, 'unit').value === 'lesions';
  if (pool.disabled && !isOfLesions) pool.checked = true;
  pool.disabled = isOfLesions;
  if (isOfLesions) pool.checked = false;
  settle(field(form, 'notPooledBecause'), pool.checked || isOfLesions, isOfLesions ? OF_LESIONS : '');
}

/** Mixed kinds are shown in the data and not pooled: a proposal, which the reader of the paper may overrule. */
export function takeEvent(form: HTMLFormElement): void {
  const isMixed = listOf(form) === 'adverseEvents' && MIXED_KINDS.has(field(form, 'event').value as AdverseEventRow['event']);
  const reason = field(form, 'notPooledBecause');
  if (!isMixed && reason.value !== MIXED) return;
  box(form, 'pool').checked = !isMixed;
  reason.value = isMixed ? MIXED : '';
}

function settle(target: Field, isSettled: boolean, value: string): void {
  target.disabled = isSettled;
  if (isSettled) target.value = value;
}
