import { issue, type Issue } from '../issue.js';
import type { PublishedEstimate } from '../published-estimates.js';
import { at, forEachRecord, type Checker } from './checker.js';

/** Field names of an interval, so that a path leads to the number that is wrong. */
interface Names {
  estimate: string;
  low: string;
  high: string;
}
type Limits = { estimate: number | null; low: number | null; high: number | null };

function checkInterval({ estimate, low, high }: Limits, names: Names): Issue[] {
  if (low === null || high === null) {
    return low === high ? [] : [issue('half-an-interval', [low === null ? names.low : names.high])];
  }
  if (low > high) return [issue('interval-reversed', [names.low], { value: low, allowed: [high] })];
  const told = { params: { estimate, low, high } };
  if (estimate === null || estimate < low) return [issue('interval-excludes-estimate', [names.low], told)];
  return estimate > high ? [issue('interval-excludes-estimate', [names.high], told)] : [];
}

const PERCENT = { estimate: 'estimatePct', low: 'ciLowPct', high: 'ciHighPct' };
const RATIO = { estimate: 'value', low: 'ciLow', high: 'ciHigh' };
const PLAIN = { estimate: 'estimate', low: 'low', high: 'high' };
const ODDS = { estimate: 'oddsRatio', low: 'low', high: 'high' };

/** The errata a record names for its interval. */
export const intervalErrata = (record: PublishedEstimate) =>
  record.issues.filter(({ field }) => ['ciLowPct', 'ciHighPct', 'ci', 'estimatePct'].includes(field));

const printedLimits = (record: PublishedEstimate): Limits => ({
  estimate: record.estimatePct,
  low: record.ciLowPct,
  high: record.ciHighPct,
});

const ratioLimits = ({ value, ciLow, ciHigh }: NonNullable<PublishedEstimate['ratio']>): Limits => ({
  estimate: value,
  low: ciLow,
  high: ciHigh,
});

/** The limits as they probably should read. */
export const likelyLimits = (record: PublishedEstimate): Limits => ({
  estimate: record.estimatePct,
  low: record.likelyReading?.ciLowPct ?? record.ciLowPct,
  high: record.likelyReading?.ciHighPct ?? record.ciHighPct,
});

/** A printed interval contains its estimate unless an erratum of the record says why not; a likely reading always. */
export const estimatesWithinIntervals: Checker = ({ estimates }) =>
  forEachRecord('estimates', estimates, (record) => {
    const printed = checkInterval(printedLimits(record), PERCENT);
    const isExcused = printed[0]?.code === 'interval-excludes-estimate' && intervalErrata(record).length > 0;
    const { ratio, likelyReading } = record;
    const isReread = likelyReading?.ciLowPct !== undefined || likelyReading?.ciHighPct !== undefined;
    return [
      ...(isExcused ? [] : printed),
      ...(isReread ? at(['likelyReading'], checkInterval(likelyLimits(record), PERCENT)) : []),
      ...(ratio ? at(['ratio'], checkInterval(ratioLimits(ratio), RATIO)) : []),
    ];
  });

/** Ratios of the comparisons and of the maintenance trial. */
export const ratiosWithinIntervals: Checker = ({ comparisons, maintenance }) => {
  type Ratio = { [K in 'estimate' | 'low' | 'high']?: number | undefined };
  const check = ({ estimate = null, low = null, high = null }: { [K in keyof Limits]?: Limits[K] | undefined }) =>
    checkInterval({ estimate, low, high }, PLAIN);
  return [
    ...at(['comparisons'], forEachRecord<Ratio>('comparisons', comparisons.comparisons, check)),
    ...at(['comparisons'], forEachRecord<Ratio>('otherReviews', comparisons.otherReviews, check)),
    ...at(
      ['maintenance'],
      forEachRecord('comparisons', maintenance.comparisons, ({ oddsRatio = null, low = null, high = null }) =>
        checkInterval({ estimate: oddsRatio, low, high }, ODDS),
      ),
    ),
  ];
};

/** Rounding of three printed numbers can move the middle by 0.1. */
const SYMMETRY_TOLERANCE = 0.1001;

/**
 * The review's intervals are estimate plus or minus 1.96 standard errors on raw proportions, so the estimate is the
 * middle unless a limit was cut off at 0 or 100. What is not symmetric is a misprint or a slip of the keyboard.
 */
export const pooledIntervalsSymmetric: Checker = ({ estimates }) =>
  forEachRecord('estimates', estimates, (record) => {
    const { estimate, low, high } = printedLimits(record);
    if (record.measure !== 'pooled-proportion' || estimate === null || low === null || high === null) return [];
    const isCut = low === 0 || high === 100;
    const distance = Math.abs((low + high) / 2 - estimate);
    if (isCut || distance <= SYMMETRY_TOLERANCE || intervalErrata(record).length > 0) return [];
    return [issue('interval-not-symmetric', [], { params: { estimate, low, high } })];
  });

/** A reading other than the printed one needs an erratum, and the best candidate lies in its range. */
export const likelyReadingsFounded: Checker = ({ estimates }) =>
  forEachRecord('estimates', estimates, ({ likelyReading, issues }) => {
    if (!likelyReading) return [];
    const founded = issues.length > 0 ? [] : [issue('reading-without-erratum', ['likelyReading'])];
    const { participantsRange: range, participantsCandidate: candidate } = likelyReading;
    if (!range) return founded;
    const [low, high] = range;
    const isInside = low <= high && (candidate === undefined || (candidate >= low && candidate <= high));
    if (isInside) return founded;
    const told = { value: candidate ?? null, allowed: [low, high] };
    return [...founded, issue('candidate-outside-range', ['likelyReading', 'participantsRange'], told)];
  });
