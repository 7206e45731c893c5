import { issue, type Issue } from '../issue.js';
import type { PublishedEstimate } from '../published-estimates.js';
import type { Study } from '../studies.js';
import { forEachRecord, type Checker } from './checker.js';

/** What was typed beside a number agrees with it. */

const numbersIn = (text: string) => new Set((text.match(/\d+(?:\.\d+)?/g) ?? []).map(Number));

/** Each number of the record stands in the string copied from the source. */
export const numbersStandInPrintedText: Checker = ({ estimates }) =>
  forEachRecord('estimates', estimates, (record) => {
    const printed = numbersIn(record.asPrinted);
    const typed: [Issue['path'], number | null | undefined][] = [
      [['estimatePct'], record.estimatePct],
      [['ciLowPct'], record.ciLowPct],
      [['ciHighPct'], record.ciHighPct],
      [['count'], record.count],
      [['ratio', 'value'], record.ratio?.value],
      [['ratio', 'ciLow'], record.ratio?.ciLow],
      [['ratio', 'ciHigh'], record.ratio?.ciHigh],
    ];
    return typed.flatMap(([path, value]) =>
      value === null || value === undefined || printed.has(value)
        ? []
        : [issue('not-in-printed-text', path, { value, allowed: [record.asPrinted] })],
    );
  });

/** Percentages are printed to one decimal: half of its last digit, and a little for binary fractions. */
const PERCENT_TOLERANCE = 0.05 + 1e-9;

function checkPercent(path: Issue['path'], percent: number | null, events?: number, total?: number): Issue[] {
  if (percent === null || events === undefined || total === undefined) return [];
  const exact = (100 * events) / total;
  if (Math.abs(exact - percent) <= PERCENT_TOLERANCE) return [];
  return [issue('percent-differs-from-counts', path, { value: percent, params: { events, total } })];
}

export const percentagesMatchCounts: Checker = ({ estimates, maintenance }) => [
  ...forEachRecord('estimates', estimates, ({ estimatePct, count, denominator, likelyReading }) => [
    ...checkPercent(['estimatePct'], estimatePct, count, denominator),
    ...checkPercent(['likelyReading', 'count'], estimatePct, likelyReading?.count, likelyReading?.denominator),
  ]),
  ...maintenance.arms.flatMap((arm, index) =>
    checkPercent(['maintenance', 'arms', index, 'printedPct'], arm.printedPct, arm.events, arm.total),
  ),
];

function summariseMonths(months: readonly number[]) {
  const sorted = [...months].sort((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  const median = (sorted[Math.floor(middle)]! + sorted[Math.ceil(middle)]!) / 2;
  return { median, min: sorted[0]!, max: sorted.at(-1)!, studies: sorted.length };
}

/** Months by reference number, one row a number: a study with two rows counts once. */
const monthsByRef = (studies: readonly Study[]) =>
  new Map(studies.map(({ leeRef, durationMonths }) => [leeRef, durationMonths]));

function checkMonths(record: PublishedEstimate, byRef: ReadonlyMap<number, number>): Issue[] {
  const months = record.refs.flatMap((ref) => byRef.get(ref) ?? []);
  const stated = record.treatmentMonthsInTable2;
  if (stated === null || months.length === 0) return [];
  const found = summariseMonths(months);
  return (['median', 'min', 'max', 'studies'] as const).flatMap((key) => {
    const told = { value: stated[key], allowed: [found[key]] };
    return stated[key] === found[key]
      ? []
      : [issue('treatment-months-differ', ['treatmentMonthsInTable2', key], told)];
  });
}

/** Treatment months behind a pool are those of the cited studies in the table of studies. */
export const treatmentMonthsReproduce: Checker = ({ estimates, studies }) => {
  const byRef = monthsByRef(studies);
  return forEachRecord('estimates', estimates, (record) => checkMonths(record, byRef));
};
