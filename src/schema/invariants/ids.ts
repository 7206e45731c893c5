import { issue, type Issue } from '../issue.js';
import type { Checker } from './checker.js';

function checkUnique(path: Issue['path'], keys: readonly string[], code: 'duplicate-id' | 'duplicate-row'): Issue[] {
  const seen = new Set<string>();
  return keys.flatMap((key, index) => {
    if (seen.has(key)) return [issue(code, [...path, index], { value: key })];
    seen.add(key);
    return [];
  });
}

const idsOf = (records: readonly { id: string }[]) => records.map((record) => record.id);

export const uniqueIds: Checker = (evidence) => {
  const { comparisons, certainty } = evidence;
  const lists: [Issue['path'], readonly { id: string }[]][] = [
    [['estimates'], evidence.estimates],
    [['errata'], evidence.errata],
    [['notPublished'], evidence.notPublished],
    [['cautions'], evidence.cautions],
    [['studies'], evidence.studies],
    [['mechanisms'], evidence.mechanisms],
    [['references'], evidence.references],
    [['comparisons', 'comparisons'], comparisons.comparisons],
    [['comparisons', 'otherReviews'], comparisons.otherReviews],
    [['certainty', 'outcomes'], certainty.outcomes],
  ];
  return lists.flatMap(([path, records]) => checkUnique(path, idsOf(records), 'duplicate-id'));
};

/** A study of the review is not listed a second time among the others. */
export const uniqueOtherStudies: Checker = ({ studies, otherStudies }) => {
  const ofReview = new Set(idsOf(studies));
  const inBoth = otherStudies.flatMap((study, index) =>
    ofReview.has(study.id) ? [issue('duplicate-id', ['otherStudies', index], { value: study.id })] : [],
  );
  return [...checkUnique(['otherStudies'], idsOf(otherStudies), 'duplicate-id'), ...inBoth];
};

export const uniqueAdverseEventRows: Checker = ({ adverseEvents }) => {
  const keys = adverseEvents.map((row) => `${row.study} / ${row.arm} / ${row.printedTerm}`);
  return checkUnique(['adverseEvents'], keys, 'duplicate-row');
};

export const uniquePhototherapyRows: Checker = ({ comparisons }) => {
  const keys = comparisons.phototherapyAlone.rows.map((row) => `${row.threshold} % / ${row.months} months`);
  return checkUnique(['comparisons', 'phototherapyAlone', 'rows'], keys, 'duplicate-row');
};
