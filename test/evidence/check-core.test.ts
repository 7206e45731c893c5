import { beforeEach, describe, expect, test } from 'vitest';
import core from '../../data/core.json';
import { answer } from '../../src/evidence/answer.js';
import { checkCore } from '../../src/evidence/check-core.js';
import { ESTIMATES, INPUTS } from '../../src/evidence/inputs.js';
import { english } from '../../src/i18n/translate.js';
import type { Issue } from '../../src/schema/issue.js';
import { outlookView } from '../../src/view-model/outlook-view.js';
import { furtherViews } from '../view-model/further.js';
import { BREAKS, put, type Loose } from './core-breaks.js';

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
    const outlook = answer(copy, inputs);
    expect(furtherViews(outlook).ratios.map(({ label }) => label)).toContain('our-trial');
    expect(furtherViews(outlook).without[0]).toMatch(/^sham light: /);
  });
});

describe('what is no core', () => {
  test.each([undefined, null, 7, NaN, 'core', '', true, [], [core], Symbol('core'), 7n, () => core])('%o', (value) => {
    expect(checkCore(value)).toMatchObject([{ code: 'wrong-type', path: [] }]);
  });
});

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

/** What a reader would see of the damage, over answers that show every part of the core. */
function holeInWords(): string | null {
  for (const site of INPUTS.site) {
    for (const estimates of ESTIMATES) {
      const inputs = { ageGroup: 'child', site, phototherapy: 'not-stated', maintenance: 'repigmented' } as const;
      const outlook = answer(copy, inputs, estimates);
      const words = textsOf([outlookView(outlook, true, english), furtherViews(outlook)]);
      const hole = words.find((text) => /undefined|NaN|Infinity|\[object|null|\{/.test(text) && text !== '{x}');
      if (hole !== undefined) return hole;
    }
  }
  return null;
}

/** Every word of the views; `response` is what the exact figures are worded from. */
function textsOf(value: unknown): string[] {
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).flatMap(([key, within]) => (key === 'response' ? [] : textsOf(within)));
  }
  return value === null ? [] : [`${value as string | number | boolean | undefined}`];
}
