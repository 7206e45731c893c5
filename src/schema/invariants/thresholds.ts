import { issue, type Issue } from '../issue.js';
import type { PublishedEstimate } from '../published-estimates.js';
import { PUBLISHED_THRESHOLDS } from '../vocabulary.js';
import type { Checker } from './checker.js';
import { intervalErrata, likelyLimits } from './intervals.js';

/** Published repigmentation within a stratum falls with the threshold: estimate, lower and upper limit. */

interface Placed {
  record: PublishedEstimate;
  index: number;
}

function strata(estimates: readonly PublishedEstimate[]): Placed[][] {
  const groups = new Map<string, Placed[]>();
  estimates.forEach((record, index) => {
    if (record.outcome !== 'repigmentation' || record.threshold === null) return;
    const key = JSON.stringify([record.treatment, record.stratum.ageGroup, record.stratum.site]);
    groups.set(key, [...(groups.get(key) ?? []), { record, index }]);
  });
  const rank = ({ record }: Placed) => PUBLISHED_THRESHOLDS.indexOf(record.threshold!);
  return [...groups.values()].map((members) => members.sort((a, b) => rank(a) - rank(b)));
}

const neighbours = (members: readonly Placed[]) =>
  members.slice(1).map((higher, before): [Placed, Placed] => [members[before]!, higher]);

function checkFall(
  [lower, higher]: [Placed, Placed],
  field: 'estimatePct' | 'ciLowPct' | 'ciHighPct',
  valueOf: (record: PublishedEstimate) => number | null,
): Issue[] {
  const above = valueOf(lower.record);
  const below = valueOf(higher.record);
  if (above === null || below === null || below <= above) return [];
  const code = field === 'estimatePct' ? 'estimates-not-monotone' : 'limits-not-monotone';
  return [issue(code, ['estimates', higher.index, field], { value: below, allowed: [above], params: { other: lower.record.id } })];
}

export const publishedThresholdsMonotone: Checker = ({ estimates }) =>
  strata(estimates).flatMap((members) => {
    const ids = new Set(members.map(({ record }) => record.threshold));
    if (ids.size < members.length) {
      const { record, index } = members.at(-1)!;
      return [issue('duplicate-row', ['estimates', index, 'threshold'], { value: record.threshold })];
    }
    return neighbours(members).flatMap((pair) => checkFall(pair, 'estimatePct', (record) => record.estimatePct));
  });

/** Printed limits fall too, unless an erratum of one of the two is about its interval; likely readings always do. */
export const publishedLimitsMonotone: Checker = ({ estimates }) =>
  strata(estimates).flatMap((members) =>
    neighbours(members).flatMap((pair) => {
      const isExcused = pair.some(({ record }) => intervalErrata(record).length > 0);
      const printed = isExcused
        ? []
        : [
            ...checkFall(pair, 'ciLowPct', (record) => record.ciLowPct),
            ...checkFall(pair, 'ciHighPct', (record) => record.ciHighPct),
          ];
      if (printed.length > 0) return printed;
      return [
        ...checkFall(pair, 'ciLowPct', (record) => likelyLimits(record).low),
        ...checkFall(pair, 'ciHighPct', (record) => likelyLimits(record).high),
      ];
    }),
  );

/** The same for phototherapy alone, at equal months. */
export const phototherapyThresholdsMonotone: Checker = ({ comparisons }) => {
  const { rows } = comparisons.phototherapyAlone;
  return rows.flatMap((row, index) => {
    const atSameTime = rows.filter((other) => other.months === row.months);
    const lower = atSameTime.find((other) => other.threshold < row.threshold && other.pct < row.pct);
    const path = ['comparisons', 'phototherapyAlone', 'rows', index, 'pct'];
    return lower ? [issue('estimates-not-monotone', path, { value: row.pct, allowed: [lower.pct] })] : [];
  });
};
