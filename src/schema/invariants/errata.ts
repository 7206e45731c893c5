import type { Erratum } from '../errata.js';
import { issue, type Issue } from '../issue.js';
import type { PublishedEstimate } from '../published-estimates.js';
import { SEVERITIES } from '../vocabulary.js';
import { forEachRecord, type Checker } from './checker.js';

type Pointer = PublishedEstimate['issues'][number];

function checkPointer(record: PublishedEstimate, pointer: Pointer, errata: ReadonlyMap<string, Erratum>): Issue[] {
  const named = { value: pointer.erratum };
  const erratum = errata.get(pointer.erratum);
  if (!erratum) return [issue('unknown-erratum', ['erratum'], named)];
  if (!erratum.affects.includes(record.id)) return [issue('erratum-does-not-affect-record', ['erratum'], named)];
  const isGraver = SEVERITIES.indexOf(pointer.severity) < SEVERITIES.indexOf(erratum.severity);
  return isGraver
    ? [issue('severity-above-erratum', ['severity'], { value: pointer.severity, allowed: [erratum.severity] })]
    : [];
}

/** Each erratum a record names exists, names the record in its turn, and is at least as grave. */
export const recordsNameErrata: Checker = ({ estimates, errata }) => {
  const byId = new Map(errata.map((erratum) => [erratum.id, erratum]));
  return forEachRecord('estimates', estimates, (record) =>
    forEachRecord('issues', record.issues, (pointer) => checkPointer(record, pointer, byId)),
  );
};

/**
 * Each record an erratum affects exists. A misprint (severity A) is also named by the record, with the field; errata
 * that qualify a result need not be: `affects` alone says to which records they belong.
 */
export const errataNameRecords: Checker = ({ estimates, errata }) => {
  const byId = new Map(estimates.map((record) => [record.id, record]));
  return forEachRecord('errata', errata, (erratum) =>
    erratum.affects.flatMap((id, index): Issue[] => {
      const record = byId.get(id);
      const told = { value: id };
      if (!record) return [issue('unknown-record', ['affects', index], told)];
      const isNamed = record.issues.some((pointer) => pointer.erratum === erratum.id);
      return isNamed || erratum.severity !== 'A' ? [] : [issue('erratum-not-named-by-record', ['affects', index], told)];
    }),
  );
};

/** `consistent` is false exactly where a record names an erratum of severity A for itself. */
export const consistentFlagAgrees: Checker = ({ estimates }) =>
  forEachRecord('estimates', estimates, (record) => {
    const isConsistent = !record.issues.some((pointer) => pointer.severity === 'A');
    if (record.consistent === isConsistent) return [];
    return [issue('consistent-flag-wrong', ['consistent'], { value: record.consistent, allowed: [isConsistent] })];
  });

export const maintenanceErrataResolve: Checker = ({ maintenance, errata }) => {
  const known = new Set(errata.map((erratum) => erratum.id));
  const check = (id: string, path: Issue['path']) =>
    known.has(id) ? [] : [issue('unknown-erratum', ['maintenance', ...path], { value: id })];
  return [
    ...maintenance.errata.flatMap((id, index) => check(id, ['errata', index])),
    ...check(maintenance.asPrintedInTheReview.erratum, ['asPrintedInTheReview', 'erratum']),
  ];
};
