import { formatIssue, loadCountRows, loadEvidence } from 'vitiligo-outlook/schema';
import type { AdverseEventRow, CountRow, Evidence, Issue, OtherStudy } from 'vitiligo-outlook/schema';

/** What was counted, as the lists of data/counts.json are called. */
export type CountList = 'repigmentation' | 'adverseEvents';

/** A row that is added, with the citation of its study where no list of the data has it. */
export type Addition = { readonly study: OtherStudy | null } & (
  | { readonly list: 'repigmentation'; readonly row: CountRow }
  | { readonly list: 'adverseEvents'; readonly row: AdverseEventRow }
);

/** A row as typed, and the citation beside it. */
export interface Typed {
  readonly list: CountList;
  readonly input: Readonly<Record<string, unknown>>;
  readonly study: OtherStudy | null;
}

/** What is wrong, and the field it is about, if it is one of the row's or, with `new-`, of the study's. */
export interface Problem {
  readonly field: string;
  readonly text: string;
}

export type Checked = { readonly addition: Addition } | { readonly problems: readonly Problem[] };

/**
 * A row as typed, checked in itself, and against all of the evidence with the rows added before: what passes here
 * passes the data build.
 */
export function checkRow({ list, input, study }: Typed, added: readonly Addition[], evidence: Evidence): Checked {
  if (list === 'adverseEvents') {
    // Its form is checked with all of the evidence: until that passes, nothing reads the row.
    return checkAddition({ list, row: input as unknown as AdverseEventRow, study }, added, evidence);
  }
  const { rows: [row], issues } = loadCountRows([input]);
  if (!row) return { problems: issues.map((found) => problem(found, String(found.path[1] ?? ''))) };
  return checkAddition({ list, row, study }, added, evidence);
}

function checkAddition(addition: Addition, added: readonly Addition[], evidence: Evidence): Checked {
  const loaded = loadEvidence(extended(evidence, [...added, addition]));
  return loaded.ok ? { addition } : { problems: loaded.issues.map((found) => problem(found, fieldOf(found))) };
}

/** The evidence with additions at the end of its lists; a study that several rows bring stands once. */
export function extended(evidence: Evidence, added: readonly Addition[]): Evidence {
  return {
    ...evidence,
    repigmentation: [...evidence.repigmentation, ...countsIn(added)],
    adverseEvents: [...evidence.adverseEvents, ...adverseEventsIn(added)],
    otherStudies: [...evidence.otherStudies, ...newStudies(added)],
  };
}

export const countsIn = (added: readonly Addition[]): CountRow[] =>
  added.flatMap((addition) => (addition.list === 'repigmentation' ? [addition.row] : []));

export const adverseEventsIn = (added: readonly Addition[]): AdverseEventRow[] =>
  added.flatMap((addition) => (addition.list === 'adverseEvents' ? [addition.row] : []));

export function newStudies(added: readonly Addition[]): OtherStudy[] {
  const byId = new Map(added.flatMap(({ study }) => (study ? [[study.id, study] as const] : [])));
  return [...byId.values()];
}

/** Where a whole record is at fault, the field that tells it from others. */
const NAMING: Readonly<Record<string, string>> = { otherStudies: 'id', adverseEvents: 'printedTerm' };

function fieldOf({ path: [list, , ...rest] }: Issue): string {
  const field = String(rest.at(-1) ?? NAMING[String(list)] ?? 'study');
  return list === 'otherStudies' ? `new-${field}` : field;
}

const problem = (found: Issue, field: string): Problem => ({
  field,
  text: formatIssue({ ...found, path: field ? [field.replace('new-', '')] : [] }),
});
