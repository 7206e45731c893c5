import { issue, type Issue } from '../issue.js';
import { at, forEachRecord, type Checker } from './checker.js';

/** Every number, id and key that points to another record points to one that exists. */

const idsOf = (records: readonly { id: string }[]) => new Set(records.map((record) => record.id));

function unknownOnes<T extends string | number>(
  code: 'unknown-reference' | 'unknown-record',
  path: Issue['path'],
  values: readonly T[],
  known: ReadonlySet<T>,
): Issue[] {
  return values.flatMap((value, index) => (known.has(value) ? [] : [issue(code, [...path, index], { value })]));
}

/** Reference numbers of the review resolve to a study, a mechanism study or a reference. */
export const leeRefsResolve: Checker = (evidence) => {
  const numbered = [...evidence.studies, ...evidence.mechanisms, ...evidence.references];
  const known = new Set(numbered.flatMap((record) => record.leeRef ?? []));
  const check = (path: Issue['path'], refs: readonly number[]) => unknownOnes('unknown-reference', path, refs, known);
  const ofEstimates = forEachRecord('estimates', evidence.estimates, (record) => [
    ...check(['refs'], record.refs),
    ...check(['table3Row', 'refs'], record.table3Row?.refs ?? []),
    ...check(['likelyReading', 'refs'], record.likelyReading?.refs ?? []),
  ]);
  const ofLists = Object.entries(evidence.referenceLists).flatMap(([key, list]) =>
    check(['referenceLists', key, 'refs'], list.refs),
  );
  return [...ofEstimates, ...ofLists];
};

/** Collects every string under a key named `reference` or `...Reference`, at any depth. */
function referencesIn(value: unknown, path: Issue['path']): { id: string; path: Issue['path'] }[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, child]: [string, unknown]) => {
    const childPath = [...path, Array.isArray(value) ? Number(name) : name];
    if (typeof child === 'string') return /reference$/i.test(name) ? [{ id: child, path: childPath }] : [];
    return referencesIn(child, childPath);
  });
}

export const referenceIdsResolve: Checker = ({ comparisons, maintenance, safety, references }) => {
  const known = idsOf(references);
  const named = referencesIn({ comparisons, maintenance, safety }, []);
  return [
    ...named.flatMap(({ id, path }) => (known.has(id) ? [] : [issue('unknown-reference', path, { value: id })])),
    ...unknownOnes('unknown-reference', ['maintenance', 'references'], maintenance.references, known),
  ];
};

export const studyIdsResolve: Checker = (evidence) => {
  const known = new Set([...idsOf(evidence.studies), ...idsOf(evidence.otherStudies)]);
  const check = ({ study }: { study: string }) =>
    known.has(study) ? [] : [issue('unknown-study', ['study'], { value: study })];
  return [
    ...forEachRecord('repigmentation', evidence.repigmentation, check),
    ...forEachRecord('adverseEvents', evidence.adverseEvents, check),
    ...forEachRecord('candidates', evidence.candidates, check),
    ...at(['comparisons', 'comparatorContext'], forEachRecord('rows', evidence.comparisons.comparatorContext.rows, check)),
  ];
};

/** The lists a study is cited in are the reference lists that hold its number. */
export const citedInAgrees: Checker = ({ studies, referenceLists }) => {
  const lists = new Map(Object.entries(referenceLists));
  return forEachRecord('studies', studies, (study) => {
    const unknown = study.citedIn.flatMap((key, index) =>
      lists.has(key) ? [] : [issue('unknown-reference-list', ['citedIn', index], { value: key })],
    );
    const differing = [...lists].flatMap(([key, list]) =>
      list.refs.includes(study.leeRef) === study.citedIn.includes(key)
        ? []
        : [issue('cited-in-differs', ['citedIn'], { params: { list: key, leeRef: study.leeRef } })],
    );
    return [...unknown, ...differing];
  });
};
