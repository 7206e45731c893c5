import { issue, type Issue } from '../issue.js';
import type { PublishedEstimate } from '../published-estimates.js';
import type { ReferenceList } from '../studies.js';
import { forEachRecord, sameNumbers, type Checker } from './checker.js';

/** Studies, participants and references behind a printed pool. */

const names = (record: PublishedEstimate, ...fields: string[]) =>
  record.issues.some(({ field }) => fields.includes(field));

/** A threshold has no more people than its table row, the union of the three, unless an erratum says so. */
export const participantsWithinRow: Checker = ({ estimates }) =>
  forEachRecord('estimates', estimates, (record) => {
    const most = record.table3Row?.participants ?? Infinity;
    if (record.participants === null || record.participants <= most || names(record, 'participants')) return [];
    return [issue('participants-exceed-table-row', ['participants'], { value: record.participants, allowed: [most] })];
  });

function checkListLength(path: Issue['path'], studies: number | null | undefined, refs: readonly number[]): Issue[] {
  if (studies === null || studies === undefined || studies === refs.length) return [];
  return [issue('studies-differ-from-references', path, { value: refs.length, allowed: [studies] })];
}

/** As many references as studies, unless an erratum says why not; the likely reading always. */
export const referencesMatchStudies: Checker = ({ estimates }) =>
  forEachRecord('estimates', estimates, (record) => {
    const { table3Row, likelyReading } = record;
    const readingStudies = likelyReading?.studies ?? record.studies;
    return [
      ...(names(record, 'studies/refs') ? [] : checkListLength(['refs'], record.studies, record.refs)),
      ...(table3Row ? checkListLength(['table3Row', 'refs'], table3Row.studies, table3Row.refs) : []),
      ...(likelyReading?.refs ? checkListLength(['likelyReading', 'refs'], readingStudies, likelyReading.refs) : []),
    ];
  });

/** "7, 8, 22-25" in full. */
export function expandReferences(printed: string): number[] {
  return printed.split(',').flatMap((part) => {
    const [first = NaN, last = first] = part.split('-').map(Number);
    return Array.from({ length: Math.max(0, Math.min(last - first, 200)) + 1 }, (_, step) => first + step);
  });
}

function checkPrintedList(path: Issue['path'], printed: string, refs: readonly number[]): Issue[] {
  return sameNumbers(expandReferences(printed), refs)
    ? []
    : [issue('references-differ-from-printed', path, { value: refs.join(', '), allowed: [printed] })];
}

export const referencesMatchPrintedLists: Checker = ({ estimates, referenceLists }) => [
  ...forEachRecord('estimates', estimates, ({ table3Row }) =>
    table3Row ? checkPrintedList(['table3Row', 'refs'], table3Row.refsPrinted, table3Row.refs) : [],
  ),
  ...Object.entries(referenceLists).flatMap(([key, list]) =>
    checkPrintedList(['referenceLists', key, 'refs'], list.printed, list.refs),
  ),
];

type Group = Pick<PublishedEstimate, 'refs' | 'studies' | 'participants'>;

const isSameGroup = (record: Group, list: ReferenceList) =>
  record.studies === list.printedStudies &&
  record.participants === list.printedParticipants &&
  sameNumbers(record.refs, list.refs);

/** The numbers of a pool and those of the review's list of references, typed twice, are the same. */
export const estimatesMatchReferenceLists: Checker = ({ estimates, referenceLists }) => {
  const lists = Object.values(referenceLists);
  const check = (path: Issue['path'], group: Group, kind: ReferenceList['kind']) =>
    lists.some((list) => list.kind === kind && isSameGroup(group, list))
      ? []
      : [issue('differs-from-reference-list', path, { params: { studies: group.studies, participants: group.participants } })];
  return forEachRecord('estimates', estimates, (record) => [
    ...(record.table3Row ? check(['table3Row'], record.table3Row, 'table3-row') : []),
    ...(record.denominatorScope.startsWith('threshold') ? check([], record, 'threshold') : []),
  ]);
};

/** A list has as many references as studies, unless an erratum of the pool it belongs to says why not. */
export const referenceListsComplete: Checker = ({ estimates, referenceLists }) =>
  Object.entries(referenceLists).flatMap(([key, list]) => {
    const isExcused = estimates.some((record) => names(record, 'studies/refs') && isSameGroup(record, list));
    return isExcused ? [] : checkListLength(['referenceLists', key, 'refs'], list.printedStudies, list.refs);
  });
