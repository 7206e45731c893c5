import type { CountRow } from '../../schema/index.js';
import { designEffect } from '../../stats/design-effect.js';
import { normalQuantile } from '../../stats/distributions.js';
import { testMean } from '../../stats/inference.js';
import { fitMeanModel } from '../../stats/mean-model.js';
import { isNoAnswer, type NoAnswer } from '../../stats/no-answer.js';
import { twoGroupEffects, type TwoGroupCounts } from '../../stats/two-group-effects.js';
import { withinPatientRiskRatio } from '../../stats/within-patient.js';
import { THRESHOLDS, type Stratum, type Threshold } from '../outlook.js';
import { allRows, originsOf, type Origin, type PoolMaterial } from './material.js';
import type { Method } from './method.js';
import { isOfAge, isOfSite } from './select-trials.js';

/** Two treatments that trials gave side by side. */
export const CONTRASTS = ['light', 'placebo', 'untreated', 'steroid'] as const;
/** A cream with light against light alone; a cream alone against placebo or vehicle, nothing, or a steroid. */
export type Contrast = (typeof CONTRASTS)[number];

/** Both arms of a trial at one threshold. */
export interface ComparedTrial {
  readonly study: string;
  readonly first: CountRow;
  readonly second: CountRow;
  /** Of the arm that was added, where one was. */
  readonly origin: Origin;
  /** The arms share people, so that they cannot be independent. */
  readonly withinPatient: boolean;
  readonly ratio: ComparedEffect | null;
  /** `null` where neither arm varies: nobody or everybody in both. */
  readonly difference: ComparedEffect | null;
  /** Within patients: the ratio's interval if responses agreed as much, or as little, as the counts allow. */
  readonly bounds: { readonly narrowest: Limits; readonly widest: Limits } | null;
}

export interface Limits {
  readonly low: number;
  readonly high: number;
}

/** A risk ratio, or a difference between two proportions, with its interval. */
export interface ComparedEffect extends Limits {
  readonly estimate: number;
}

export interface Comparison {
  readonly contrast: Contrast;
  readonly threshold: Threshold;
  readonly trials: readonly ComparedTrial[];
  /** Of two trials or more. */
  readonly ratio: ComparedEffect | NoAnswer | null;
  readonly difference: ComparedEffect | NoAnswer | null;
  /** In per cent, of the ratio; `null` without a pool. */
  readonly iSquared: number | null;
}

/** Half an event where a cell is zero; a trial without any event says nothing about a ratio. */
const RATIO = { measure: 'RR', dropDoubleZero: true } as const;
/** A difference needs no half events: it is that of the two proportions as they are. */
const DIFFERENCE = { measure: 'RD', continuity: { add: 0, to: 'none' } } as const;

/**
 * What trials that gave both treatments found: risk ratios and differences within each trial, and pooled from two.
 * Input site `any` takes rows of every site, since both arms of a trial have the same. Comparisons without a trial are
 * left out.
 */
export function compareWithinTrials(
  material: PoolMaterial,
  group: Stratum,
  method: Pick<Method, 'estimator' | 'interval' | 'level'>,
): Comparison[] {
  const rows = rowsOfTwoKinds(material).filter(
    (row) => row.pool && isOfAge(row, group.ageGroup) && isAtSite(row, group),
  );
  const originOf = originsOf(material);
  return CONTRASTS.flatMap((contrast) =>
    THRESHOLDS.flatMap((threshold) => {
      const trials = pairs(rows.filter((row) => row.threshold === threshold), contrast).map(([first, second]) =>
        comparedTrial(first, second, originOf([first, second]), method.level),
      );
      return trials.length ? comparison(contrast, threshold, trials, method) : [];
    }),
  );
}

/** Rows of studies that have an arm to compare with: of a reader's many rows mostly none. */
function rowsOfTwoKinds(material: PoolMaterial): CountRow[] {
  const rows = allRows(material);
  const seconds = rows.filter((row) => CONTRASTS.some((contrast) => isSecond(row, contrast)));
  const studies = new Set(seconds.map(({ study }) => study));
  return rows.filter(({ study }) => studies.has(study));
}

const isAtSite = (row: CountRow, { site }: Stratum) => site === 'any' || isOfSite(row, site);

const FIRST: Readonly<Record<Contrast, CountRow['treatment']>> = {
  light: 'tci-phototherapy',
  placebo: 'tci',
  untreated: 'tci',
  steroid: 'tci',
};

function isSecond({ treatment, comparator }: CountRow, contrast: Contrast): boolean {
  return contrast === 'light'
    ? treatment === 'phototherapy'
    : treatment === 'other-comparator' && comparator === contrast;
}

/** A trial's arms of both kinds at the same site; a trial with several sites gives the one of all sites, if any. */
function pairs(rows: readonly CountRow[], contrast: Contrast): [CountRow, CountRow][] {
  const byStudy = new Map<string, CountRow[]>();
  for (const row of rows) {
    const arms = byStudy.get(row.study);
    if (arms) arms.push(row);
    else byStudy.set(row.study, [row]);
  }
  return [...byStudy.values()].flatMap((found): [CountRow, CountRow][] => {
    const arms = found.sort((a, b) => rank(a) - rank(b));
    for (const first of arms.filter(({ treatment }) => treatment === FIRST[contrast])) {
      const second = arms.find((row) => isSecond(row, contrast) && row.site === first.site);
      if (second) return [[first, second]];
    }
    return [];
  });
}

const rank = ({ site }: CountRow) => (site === 'all' ? 0 : 1);

function comparedTrial(first: CountRow, second: CountRow, origin: Origin, level: number): ComparedTrial {
  const counts = effectiveCounts([[first, second]]);
  const ratio = wald(twoGroupEffects(counts, RATIO), level);
  const withinPatient = first.withinPatient || second.withinPatient;
  return {
    study: first.study,
    first,
    second,
    origin,
    withinPatient,
    ratio: ratio && exponentiated(ratio),
    difference: wald(twoGroupEffects(counts, DIFFERENCE), level),
    bounds: withinPatient ? boundsOf(counts, level) : null,
  };
}

/**
 * Counts divided by the design effect of lesions of fewer people: proportions stay, and every variance is multiplied by
 * lesions / people.
 */
function effectiveCounts(pairs: readonly (readonly [CountRow, CountRow])[]): TwoGroupCounts {
  const scaled = ({ events, total, people }: CountRow) => {
    const effect = designEffect(total, people);
    return { events: events / effect, total: total / effect };
  };
  const first = pairs.map(([row]) => scaled(row));
  const second = pairs.map(([, row]) => scaled(row));
  return {
    ai: first.map(({ events }) => events),
    n1i: first.map(({ total }) => total),
    ci: second.map(({ events }) => events),
    n2i: second.map(({ total }) => total),
  };
}

/** The same people under both treatments: without the same number of them the overlap has no bounds. */
function boundsOf({ ai, n1i, ci, n2i }: TwoGroupCounts, level: number): ComparedTrial['bounds'] {
  if (Math.abs(n1i[0]! - n2i[0]!) > 1e-9) return null;
  const ratio = withinPatientRiskRatio(ai[0]!, ci[0]!, n1i[0]!);
  if (isNoAnswer(ratio)) return null;
  const limits = (variance: number) => {
    const { low, high } = exponentiated(around(ratio.logRiskRatio, variance, level));
    return { low, high };
  };
  return { narrowest: limits(ratio.smallestVariance), widest: limits(ratio.largestVariance) };
}

interface Effects {
  readonly yi: readonly number[];
  readonly vi: readonly number[];
}

function wald({ yi, vi }: Effects, level: number): ComparedEffect | null {
  return yi.length ? around(yi[0]!, vi[0]!, level) : null;
}

function around(estimate: number, variance: number, level: number): ComparedEffect {
  const margin = Math.sqrt(variance) * normalQuantile((1 - level) / 2, 'upper');
  return { estimate, low: estimate - margin, high: estimate + margin };
}

const exponentiated = ({ estimate, low, high }: ComparedEffect): ComparedEffect => ({
  estimate: Math.exp(estimate),
  low: Math.exp(low),
  high: Math.exp(high),
});

function comparison(
  contrast: Contrast,
  threshold: Threshold,
  trials: readonly ComparedTrial[],
  method: Pick<Method, 'estimator' | 'interval' | 'level'>,
): Comparison {
  if (trials.length < 2) return { contrast, threshold, trials, ratio: null, difference: null, iSquared: null };
  const counts = effectiveCounts(trials.map(({ first, second }) => [first, second] as const));
  const ratio = pooled(twoGroupEffects(counts, RATIO), method);
  const difference = pooled(twoGroupEffects(counts, DIFFERENCE), method);
  return {
    contrast,
    threshold,
    trials,
    ratio: isNoAnswer(ratio) ? ratio : exponentiated(ratio),
    difference,
    iSquared: isNoAnswer(ratio) ? null : ratio.iSquared,
  };
}

type PooledEffect = ComparedEffect & { readonly kind: 'pooled-effect'; readonly iSquared: number };

function pooled(
  { yi, vi }: Effects,
  { estimator, interval, level }: Pick<Method, 'estimator' | 'interval' | 'level'>,
): PooledEffect | NoAnswer {
  const fit = fitMeanModel(yi, vi, { method: estimator });
  if (isNoAnswer(fit)) return fit;
  const test = testMean(fit, { test: interval, level });
  if (isNoAnswer(test)) return test;
  const { estimate, low, high } = test;
  return { kind: 'pooled-effect', estimate, low, high, iSquared: fit.iSquared };
}
