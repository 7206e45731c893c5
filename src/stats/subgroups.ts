import { requireEqualLength } from './checks.js';
import { twoSidedP } from './inference.js';
import { fitMeanModel } from './mean-model.js';
import {
  metaRegression,
  predictFromRegression,
  type Coefficient,
  type MetaRegression,
  type ModeratorTest,
} from './meta-regression.js';
import { isNoAnswer, noAnswer, type NoAnswer } from './no-answer.js';
import { poolAndTest, type PoolAndTestOptions, type PooledMean } from './pool-and-test.js';
import { sortedLevels, treatmentContrasts } from './treatment-contrasts.js';

export interface SubgroupOptions extends PoolAndTestOptions {
  /** The groups in the order wanted; default those that occur, sorted by code unit. */
  readonly groups?: readonly string[];
}

/** One group's pooled effect under a variance between studies that all groups share. */
export interface CommonSubgroup extends Coefficient {
  readonly group: string;
  readonly k: number;
}

/** Groups that share one variance between studies. */
export interface CommonSubgroups {
  readonly kind: 'common-subgroups';
  readonly groups: readonly CommonSubgroup[];
  /** Test that all groups have the same mean: chi-squared, or F under `knha` and `adhoc`. */
  readonly between: ModeratorTest;
  /** The regression on the groups (the first is the reference), with tau-squared, residual Q and R-squared. */
  readonly regression: MetaRegression;
}

/**
 * Compares groups of studies that share one variance between studies: a meta-regression on the group. Right when groups
 * are small, since a variance of its own for each would rest on too few studies.
 *
 * @param yi effects, finite, one a study
 * @param vi their sampling variances, at least 0
 * @param labels the group of each study
 * @returns the pooled effect of each group and the test between them, or a no-answer: `too-few-groups` unless there are
 *   two, `too-few-studies` unless there is one more study than groups, `zero-variance`, `did-not-converge`
 * @throws RangeError for arrays of unequal length, labels outside `groups`, a group without studies, unknown options
 *
 * Accuracy and cost: those of `metaRegression`. Source: Borenstein and Higgins 2013, doi:10.1007/s11121-013-0377-7;
 * Rubio-Aparicio et al. 2020, doi:10.1080/00220973.2018.1561404, on when a common variance serves better.
 *
 * @example
 * commonSubgroups([0, 1, 4, 5], [1, 1, 1, 1], ['a', 'a', 'b', 'b'], { method: 'EE', test: 'z' })
 * // groups a 0.5, b 4.5 (se 0.7071), between.statistic 16, df 1
 */
export function commonSubgroups(
  yi: readonly number[],
  vi: readonly number[],
  labels: readonly string[],
  { method, test = 'z', level = 0.95, groups = sortedLevels(labels) }: SubgroupOptions,
): CommonSubgroups | NoAnswer {
  requireGroups('commonSubgroups', yi, labels, groups);
  if (groups.length < 2) return noAnswer('too-few-groups', groups.length, 2, { method });
  const { columns } = treatmentContrasts(labels, groups);
  const regression = metaRegression(yi, vi, columns, { method, test, level });
  if (isNoAnswer(regression)) return regression;
  const summaries = groups.map((group, j) => ({
    group,
    k: labels.filter((label) => label === group).length,
    ...groupMean(regression, j),
  }));
  return { kind: 'common-subgroups', groups: summaries, between: regression.moderatorTest!, regression };
}

/** The mean of the group in position j: the prediction for its row of the design matrix. */
function groupMean(regression: MetaRegression, j: number): Coefficient {
  const row = regression.coefficients.slice(1).map((_, column) => (column === j - 1 ? 1 : 0));
  const { estimate, se, low, high } = predictFromRegression(regression, row);
  const statistic = se === 0 && estimate === 0 ? null : estimate / se;
  return { estimate, se, statistic, p: statistic === null ? null : twoSidedP(statistic, regression.df), low, high };
}

/** One group pooled by itself. */
export interface SeparateSubgroup extends PooledMean {
  readonly group: string;
}

/** Groups that have a variance between studies each. */
export interface SeparateSubgroups {
  readonly kind: 'separate-subgroups';
  readonly groups: readonly SeparateSubgroup[];
  /**
   * Cochran's Q of the groups' pooled effects, chi-squared on the number of groups less one; or a no-answer
   * `zero-variance` when a group has standard error 0 (identical effects under `knha`).
   */
  readonly between: BetweenGroups | NoAnswer;
}

/** Cochran's Q between groups with its degrees of freedom and upper-tail probability. */
export interface BetweenGroups {
  readonly kind: 'between-groups';
  readonly q: number;
  readonly df: number;
  readonly p: number;
}

/**
 * Pools each group of studies by itself, with its own variance between studies, and tests whether the pooled effects
 * differ: Q between groups with weights 1/se^2, se that of the test named.
 *
 * A group of one study enters with its sampling variance alone, tau-squared 0, and has the normal test.
 *
 * @param yi effects, finite, one a study
 * @param vi their sampling variances, at least 0
 * @param labels the group of each study
 * @returns groups and test, or a no-answer: `too-few-groups` unless there are two, or that of the group that has none
 * @throws RangeError for arrays of unequal length, labels outside `groups`, a group without studies, unknown options
 *
 * Source: Borenstein et al. 2009, Introduction to Meta-Analysis, ch. 19, doi:10.1002/9780470743386; Deeks, Higgins and
 * Altman in the Cochrane Handbook, section 10.11.3.1.
 *
 * @example
 * separateSubgroups([0, 1, 4, 5], [1, 1, 1, 1], ['a', 'a', 'b', 'b'], { method: 'DL', test: 'z' })
 * // groups 0.5 and 4.5 (tau-squared 0 each), between.q 16
 */
export function separateSubgroups(
  yi: readonly number[],
  vi: readonly number[],
  labels: readonly string[],
  { groups = sortedLevels(labels), ...options }: SubgroupOptions,
): SeparateSubgroups | NoAnswer {
  requireGroups('separateSubgroups', yi, labels, groups);
  requireEqualLength('separateSubgroups', 'yi', yi, 'vi', vi);
  if (groups.length < 2) return noAnswer('too-few-groups', groups.length, 2, { method: options.method });
  const pooled: SeparateSubgroup[] = [];
  for (const group of groups) {
    const own = yi.flatMap((_, i) => (labels[i] === group ? [i] : []));
    const pool = poolAndTest(own.map((i) => yi[i]!), own.map((i) => vi[i]!), options);
    if (isNoAnswer(pool)) return pool;
    pooled.push({ group, ...pool });
  }
  return { kind: 'separate-subgroups', groups: pooled, between: compareGroups(pooled) };
}

function compareGroups(groups: readonly SeparateSubgroup[]): SeparateSubgroups['between'] {
  const means = groups.map(({ mean }) => mean);
  const pool = fitMeanModel(means.map(({ estimate }) => estimate), means.map(({ se }) => se ** 2), { method: 'EE' });
  return isNoAnswer(pool) ? pool : { kind: 'between-groups', q: pool.q, df: pool.qDf, p: pool.qP };
}

function requireGroups(
  where: string,
  yi: readonly number[],
  labels: readonly string[],
  groups: readonly string[],
): void {
  requireEqualLength(where, 'yi', yi, 'labels', labels);
  const unknown = labels.find((label) => !groups.includes(label));
  if (unknown !== undefined) throw new RangeError(`${where}: ${unknown} is not among the groups`);
  const empty = groups.find((group) => !labels.includes(group));
  if (empty !== undefined) throw new RangeError(`${where}: the group ${empty} has no studies`);
}
