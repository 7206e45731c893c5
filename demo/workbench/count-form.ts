import type { Study } from 'vitiligo-outlook/schema';
import { checkRow, type Addition } from './check-row.js';
import { byId } from './dom.js';
import { evidence } from './evidence.js';
import { fillChoices, fillIn, fillStudies, takeStudy } from './fill-form.js';
import { follow, takeEvent } from './follow-form.js';
import { field } from './form-fields.js';
import { tellProblems } from './problems.js';
import { typedRow } from './typed-row.js';
import { countText } from './words.js';

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
  fillChoices(form);
  fillStudies(form, []);
  follow(form, added());

  const startWith = (addition: Addition | null) => {
    edited = addition;
    fillStudies(form, added());
    form.querySelector('[type="submit"]')!.textContent = edited ? 'Save this row' : 'Add this row';
    byId('leave-row').hidden = !edited;
    byId('editing').textContent = edited ? editingText(edited) : '';
    tellProblems(form, []);
  };
  const emptyCount = () => {
    for (const name of ['events', 'printedTerm', 'basis', 'note']) field(form, name).value = '';
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

  form.addEventListener('change', ({ target }) => {
    const { name } = target as HTMLInputElement;
    if (name === 'study') takeStudy(form, added());
    if (name === 'event' || name === 'list') takeEvent(form);
    // Problems of the other kind's fields have no place any more.
    if (name === 'list') tellProblems(form, []);
    follow(form, added());
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const checked = checkRow(typedRow(form, added()), added(), evidence);
    tellProblems(form, 'problems' in checked ? checked.problems : []);
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
