import type { Issue, IssueCode } from '../../src/schema/issue.js';

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- parsed JSON, to be damaged at any place
export type Loose = any;

/** One thing broken in a copy of the real core; the path that must be named is the place that was broken. */
export type Break = readonly [code: IssueCode, path: Issue['path'], value: unknown];

const RESPONSE = ['strata', 0, 'responses', 0] as const;
const POOLED = ['pools', 0, 'responses', 0] as const;
export const BREAKS: readonly Break[] = [
  ['wrong-type', ['evidence'], undefined],
  ['wrong-type', ['evidence', 'version'], ''],
  ['wrong-type', ['evidence', 'reviewBy'], 20271122],
  ['wrong-type', ['strata'], {}],
  ['wrong-type', ['strata', 1], null],
  ['not-allowed', ['strata', 0, 'treatment'], 'ruxolitinib'],
  ['not-allowed', ['strata', 0, 'ageGroup'], 'infant'],
  ['not-allowed', ['strata', 0, 'site'], 'hand'],
  ['wrong-type', ['strata', 0, 'responses'], 'none'],
  ['wrong-type', ['strata', 0, 'certainty'], 3],
  ['wrong-type', ['strata', 0, 'studyPopulations', 'adults'], undefined],
  ['not-allowed', [...RESPONSE, 'threshold'], 80],
  ['wrong-type', [...RESPONSE, 'estimate'], 55],
  ['wrong-type', [...RESPONSE, 'estimate'], -0.1],
  ['wrong-type', [...RESPONSE, 'estimate'], NaN],
  ['interval-excludes-estimate', [...RESPONSE, 'estimate'], 0.9],
  ['half-an-interval', [...RESPONSE, 'low'], null],
  ['wrong-type', [...RESPONSE, 'high'], '0.678'],
  ['wrong-type', [...RESPONSE, 'level'], 95],
  ['wrong-type', [...RESPONSE, 'studies'], 2.5],
  ['wrong-type', [...RESPONSE, 'participants'], -1],
  ['not-allowed', [...RESPONSE, 'participantsAre'], 'about'],
  ['not-allowed', [...RESPONSE, 'unit'], 'eyes'],
  ['wrong-type', [...RESPONSE, 'months', 'max'], Infinity],
  ['wrong-type', [...RESPONSE, 'ifDropoutsFailed'], 1.2],
  ['wrong-type', [...RESPONSE, 'errata', 0], 1],
  ['empty', [...RESPONSE, 'references'], []],
  ['wrong-type', [...POOLED, 'prediction'], 0.5],
  ['wrong-type', [...POOLED, 'heterogeneity'], []],
  ['wrong-type', ['pools', 0, 'missing'], null],
  ['wrong-type', ['context', 0, 'estimate'], 44.2],
  ['not-allowed', ['context', 0, 'appliesTo'], 'face'],
  ['wrong-type', ['microneedlingCertainty'], undefined],
  ['not-allowed', ['relative', 0, 'measure'], 'HR'],
  ['wrong-type', ['relative', 0, 'estimate'], null],
  ['wrong-type', ['without', 0, 'group'], ''],
  ['events-exceed-total', ['adverseEvents', 0, 'events'], 297],
  ['wrong-type', ['adverseEvents', 0, 'total'], 0],
  ['wrong-type', ['adverseEvents', 0, 'low'], undefined],
  ['wrong-type', ['maintenance', 'weeks'], '24'],
  ['not-allowed', ['maintenance', 'arms', 0, 'analysis'], 'as-treated'],
  ['events-exceed-total', ['maintenance', 'arms', 1, 'events'], 32],
  ['wrong-type', ['maintenance', 'comparison', 0, 'p'], 5],
  ['wrong-type', ['maintenance', 'context', 0, 'code'], null],
  ['wrong-type', ['notes', 0, 'appliesTo'], undefined],
  ['wrong-type', ['notes', 0, 'appliesTo', 'ageGroup'], 'adult'],
];

/** Puts a value at a place, and returns what stood there. */
export function put(root: Loose, path: Issue['path'], value: unknown): unknown {
  const parent = path.slice(0, -1).reduce((at, key) => at[key], root);
  const key = path.at(-1)!;
  const before: unknown = parent[key];
  parent[key] = value;
  return before;
}
