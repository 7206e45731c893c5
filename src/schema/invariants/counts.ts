import type { AdverseEventRow, CountRow } from '../counts.js';
import { issue, type Issue } from '../issue.js';
import type { Study } from '../studies.js';
import { at, forEachRecord, type Checker } from './checker.js';
import { checkAdverseEventRow, checkCountRow, checkEvents } from './count-row.js';
import { checkCountRows } from './count-rows.js';

/** Study-level counts: each row in itself, rows among each other, and rows against the study they belong to. */

export const countRowsHold: Checker = ({ repigmentation }) =>
  forEachRecord('repigmentation', repigmentation, checkCountRow);

export const countRowsAgree: Checker = ({ repigmentation }) => at(['repigmentation'], checkCountRows(repigmentation));

export const adverseEventRowsHold: Checker = ({ adverseEvents }) =>
  forEachRecord('adverseEvents', adverseEvents, checkAdverseEventRow);

export const candidatesHold: Checker = ({ candidates }) =>
  forEachRecord('candidates', candidates, ({ events, total }) =>
    events === null || total === null ? [] : checkEvents({ events, total }),
  );

const POPULATION_OF = { All: 'all', Children: 'children', Adult: 'adults', ND: 'not reported' } as const;

type RepeatedField = 'leeRef' | 'year' | 'population' | 'durationMonths' | 'withinPatient';

function checkAgainstStudy(row: CountRow | AdverseEventRow, study: Study): Issue[] {
  const expected: [RepeatedField, string | number | boolean][] = [
    ['leeRef', study.leeRef],
    ['year', study.year],
    ['population', POPULATION_OF[study.population]],
    ['durationMonths', study.durationMonths],
    ['withinPatient', study.design.includes('WP')],
  ];
  const differing = expected.flatMap(([field, value]) => {
    const found = row[field];
    return found === value ? [] : [issue('differs-from-study', [field], { value: found, allowed: [value] })];
  });
  if (row.design?.join() === study.design.join()) return differing;
  const design = { value: row.design?.join(', ') ?? null, allowed: [study.design.join(', ')] };
  return [...differing, issue('differs-from-study', ['design'], design)];
}

/** What a row repeats of a study of the review's table is what stands there. */
export const rowsMatchStudies: Checker = ({ studies, otherStudies, repigmentation, adverseEvents }) => {
  const ofReview = new Map(studies.map((study) => [study.id, study]));
  const others = new Map(otherStudies.map((study) => [study.id, study]));
  const check = (row: CountRow | AdverseEventRow) => {
    const study = ofReview.get(row.study);
    if (study) return checkAgainstStudy(row, study);
    const year = others.get(row.study)?.citation.year ?? row.year;
    return row.year === year ? [] : [issue('differs-from-study', ['year'], { value: row.year, allowed: [year] })];
  };
  return [
    ...forEachRecord('repigmentation', repigmentation, check),
    ...forEachRecord('adverseEvents', adverseEvents, check),
  ];
};

/** What people without a calcineurin inhibitor showed: counts that stand among the rows too, or a percentage alone. */
export const comparatorContextHolds: Checker = ({ comparisons, repigmentation }) =>
  at(
    ['comparisons', 'comparatorContext'],
    forEachRecord('rows', comparisons.comparatorContext.rows, ({ study, threshold, events, total, pct }) => {
      if (events === undefined || total === undefined) {
        return pct === undefined ? [issue('counts-or-percent-missing', [])] : [];
      }
      const isCounted = repigmentation.some(
        (row) =>
          row.study === study &&
          row.threshold === threshold &&
          row.treatment === 'other-comparator' &&
          row.events === events &&
          row.total === total,
      );
      return isCounted ? [] : [issue('differs-from-counts', [], { params: { study, threshold, events, total } })];
    }),
  );
