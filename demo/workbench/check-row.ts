import { formatIssue, loadCountRows, loadEvidence } from 'vitiligo-outlook/schema';
import type { CountRow, Evidence, Issue, OtherStudy } from 'vitiligo-outlook/schema';

/** A row that is added, with the citation of its study where no list of the data has it. */
export interface Addition {
  readonly row: CountRow;
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
export function checkRow(
  input: Readonly<Record<string, unknown>>,
  study: OtherStudy | null,
  added: readonly Addition[],
  evidence: Evidence,
): Checked {
  const { rows: [row], issues } = loadCountRows([input]);
  if (!row) return { problems: issues.map((found) => problem(found, String(found.path[1] ?? ''))) };
  const addition = { row, study };
  const loaded = loadEvidence(extended(evidence, [...added, addition]));
  return loaded.ok ? { addition } : { problems: loaded.issues.map((found) => problem(found, fieldOf(found))) };
}

/** The evidence with additions at the end of its lists; a study that several rows bring stands once. */
export function extended(evidence: Evidence, added: readonly Addition[]): Evidence {
  const repigmentation = [...evidence.repigmentation, ...added.map(({ row }) => row)];
  return { ...evidence, repigmentation, otherStudies: [...evidence.otherStudies, ...newStudies(added)] };
}

export function newStudies(added: readonly Addition[]): OtherStudy[] {
  const byId = new Map(added.flatMap(({ study }) => (study ? [[study.id, study] as const] : [])));
  return [...byId.values()];
}

function fieldOf({ path: [list, , ...rest] }: Issue): string {
  const field = String(rest.at(-1) ?? (list === 'otherStudies' ? 'id' : 'study'));
  return list === 'otherStudies' ? `new-${field}` : field;
}

const problem = (found: Issue, field: string): Problem => ({
  field,
  text: formatIssue({ ...found, path: field ? [field.replace('new-', '')] : [] }),
});
