import { beforeEach, describe, expect, test } from 'vitest';
import core from '../../data/core.json';
import { answer } from '../../src/evidence/answer.js';
import { checkCore } from '../../src/evidence/check-core.js';
import { ESTIMATES, INPUTS } from '../../src/evidence/inputs.js';
import { english } from '../../src/i18n/translate.js';
import type { Issue, IssueCode } from '../../src/schema/issue.js';
import { outlookView } from '../../src/view-model/outlook-view.js';

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- parsed JSON, to be damaged at any place
type Loose = any;

let copy: Loose;

beforeEach(() => {
  copy = structuredClone(core);
});

describe('a core as built', () => {
  test('is fit to be shown', () => {
    expect(checkCore(core)).toEqual([]);
  });

  test('is fit with words of its own where no language has them', () => {
    copy.relative[0].id = 'our-trial';
    copy.without[0].group = 'sham light';
    expect(checkCore(copy)).toEqual([]);
    const inputs = { ageGroup: 'any', site: 'any', phototherapy: 'available', maintenance: 'treating' } as const;
    const { options } = outlookView(answer(copy, inputs), true, english);
    expect(options.flatMap(({ relative }) => relative.map(({ label }) => label))).toContain('our-trial');
    expect(options[0]!.without!.rows[0]).toMatch(/^sham light: /);
  });
});

describe('what is no core', () => {
  test.each([undefined, null, 7, NaN, 'core', '', true, [], [core], Symbol('core'), 7n, () => core])('%o', (value) => {
    expect(checkCore(value)).toMatchObject([{ code: 'wrong-type', path: [] }]);
  });
});

/** One thing broken in a copy of the real core; the path that must be named is the place that was broken. */
type Break = readonly [code: IssueCode, path: Issue['path'], value: unknown];

const RESPONSE = ['strata', 0, 'responses', 0] as const;
const POOLED = ['pools', 0, 'responses', 0] as const;
const BREAKS: readonly Break[] = [
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

describe('a broken core', () => {
  test.each(BREAKS)('%s at %j: %j', (code, path, value) => {
    put(copy, path, value);
    expect(checkCore(copy)).toContainEqual(expect.objectContaining({ code, path }));
  });

  test('is reported as text that can travel in an event', () => {
    put(copy, ['strata', 0, 'site'], { toString: () => { throw new Error('unreadable'); } });
    put(copy, ['evidence', 'hash'], Symbol('hash'));
    const issues = checkCore(copy);
    expect(JSON.parse(JSON.stringify(issues))).toEqual(issues);
    expect(issues).toHaveLength(2);
  });

  test('with rows missing from the middle of a list is not read as a shorter list', () => {
    delete copy.strata[2];
    expect(checkCore(copy)).toMatchObject([{ code: 'wrong-type', path: ['strata', 2] }]);
  });
});

/** What a damaged file, or a host's own, may hold in any place. */
const DAMAGE: readonly unknown[] = [undefined, NaN, Infinity, -1, 0.5, 7, 'x', '', true, null, {}, [], ['{x}']];

describe('whatever is put in the place of any field', () => {
  test.each(placesByKind())('%s: it is named, or the words stay whole', (_kind, path) => {
    for (const value of DAMAGE) {
      const before = put(copy, path, value);
      const problem = checkCore(copy).length ? null : holeInWords();
      expect(problem, `with ${String(JSON.stringify(value))}`).toBeNull();
      put(copy, path, before);
    }
  });
});

/** One place of each kind: rows of a list have the same fields. */
function placesByKind(): (readonly [kind: string, path: Issue['path']])[] {
  const places = new Map<string, Issue['path']>();
  const visit = (value: Loose, path: Issue['path']) => {
    const kind = path.map((step) => (typeof step === 'number' ? '*' : step)).join('.');
    if (path.length && !places.has(kind)) places.set(kind, path);
    if (typeof value !== 'object' || value === null) return;
    for (const key of Object.keys(value)) visit(value[key], [...path, Array.isArray(value) ? Number(key) : key]);
  };
  visit(core, []);
  return [...places];
}

function put(root: Loose, path: Issue['path'], value: unknown): unknown {
  const parent = path.slice(0, -1).reduce((at, key) => at[key], root);
  const key = path.at(-1)!;
  const before: unknown = parent[key];
  parent[key] = value;
  return before;
}

/** What a reader would see of the damage, over answers that show every part of the core. */
function holeInWords(): string | null {
  for (const site of INPUTS.site) {
    for (const estimates of ESTIMATES) {
      const inputs = { ageGroup: 'child', site, phototherapy: 'not-stated', maintenance: 'repigmented' } as const;
      const words = textsOf(outlookView(answer(copy, inputs, estimates), true, english));
      const hole = words.find((text) => /undefined|NaN|Infinity|\[object|null|\{/.test(text) && text !== '{x}');
      if (hole !== undefined) return hole;
    }
  }
  return null;
}

function textsOf(value: unknown): string[] {
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(textsOf);
  return value === null ? [] : [`${value as string | number | boolean | undefined}`];
}
