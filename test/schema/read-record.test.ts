import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { countRowInput } from '../../src/schema/count-row-input.js';
import { countRowRules } from '../../src/schema/count-row-rules.js';
import { rulesOf } from '../../src/schema/field-rules.js';
import type { Issue } from '../../src/schema/issue.js';
import { readRecord } from '../../src/schema/read-record.js';
import { toIssues } from '../../src/schema/zod-issues.js';

/**
 * What zod makes of the same data, as the reader tells it. Of a list or a function in the place of a text, zod also
 * says how long it is; the reader leaves it at the wrong type.
 */
function readByZod(schema: z.ZodMiniObject, data: unknown) {
  const parsed = schema.safeParse(data);
  if (parsed.success) return { record: parsed.data };
  const issues = toIssues(parsed.error, data);
  const isOfLength = ({ code, path }: Issue, at: number) =>
    !['unknown-key', 'wrong-type'].includes(code) &&
    issues.slice(0, at).some((before) => before.code === 'wrong-type' && before.path.join() === path.join());
  return { issues: issues.filter((found, at) => !isOfLength(found, at)) };
}

const ROW = { study: 'own-clinic', treatment: 'tci', threshold: 50, events: 12, total: 30 };
const LONG = '\u{1f600}'.repeat(4000);
/** Values at and beyond the limits of all fields, and words of several fields. */
const TELLING = [
  undefined, null, true, false, '', 'a', 'any', 'all', 'tci', 'patients', 'other', 'SA', 'face-neck', 'abstract', LONG,
  `${LONG}a`, `https://a.b/${'c'.repeat(988)}`, `https://a.b/${'c'.repeat(989)}`, 'ftp://a.b', 'https://a b',
  -1, -0, 0, 1e-9, 0.5, 1, 25, 120, 120.5, 200, 201, 1989, 1990, 2100, 2101, 1_000_000, 1_000_001,
  2 ** 53 - 1, 2 ** 53, -(2 ** 53), 1e300, NaN, Infinity, -Infinity, 10n, Symbol('a'),
  [], {}, ['SA', 'RCT'], ['face-neck', 1], [undefined, null, NaN], [['SA']], Array(2), Object.create(null), new Date(0), () => 1,
] as const;

const FIELDS = Object.keys(countRowInput.def.shape);

describe('a record read by the rules of a schema', () => {
  it('has the fields that the schema names', () => {
    expect(Object.keys(countRowRules)).toEqual(FIELDS);
    expect(FIELDS.length).toBeGreaterThan(25);
  });

  it.each(FIELDS)('is what zod makes of it, whatever %s is', (field) => {
    for (const value of TELLING) {
      const data = { ...ROW, [field]: value };
      expect(readRecord(countRowRules, data)).toStrictEqual(readByZod(countRowInput, data));
    }
    const { [field]: _, ...without } = ROW as Record<string, unknown>;
    expect(readRecord(countRowRules, without)).toStrictEqual(readByZod(countRowInput, without));
  });

  it('is what zod makes of anything', () => {
    const kinds = { withBigInt: true, withDate: true, withMap: true, withNullPrototype: true, withSparseArray: true };
    const anything = fc.anything(kinds);
    const value = fc.oneof(fc.constantFrom(...TELLING), anything);
    const key = fc.oneof(fc.constantFrom(...FIELDS, '__proto__', 'constructor', 'toString'), fc.string());
    const row = fc.dictionary(key, value).map((fields) => ({ ...ROW, ...fields }));
    const other = fc.oneof(value, fc.dictionary(key, value));
    const one = fc.oneof({ weight: 4, arbitrary: row }, { weight: 1, arbitrary: other });
    const check = fc.property(one, (data) => {
      expect(readRecord(countRowRules, data)).toStrictEqual(readByZod(countRowInput, data));
    });
    fc.assert(check, { numRuns: 2000 });
  });

  it('tells all that is wrong with a record, not only the first', () => {
    const read = readRecord(countRowRules, { ...ROW, study: '', url: `no${'t'.repeat(1000)}`, events: 1e300, colour: 1 });
    expect(read).toMatchObject({
      issues: [
        { code: 'empty', path: ['study'], allowed: [1] },
        { code: 'too-big', path: ['events'], allowed: [2 ** 53 - 1] },
        { code: 'too-big', path: ['events'], allowed: [1_000_000] },
        { code: 'bad-format', path: ['url'] },
        { code: 'too-long', path: ['url'], allowed: [1000] },
        { code: 'unknown-key', path: ['colour'] },
      ],
    });
  });

  it('shares no list with its data', () => {
    const design = ['RCT'];
    const read = readRecord(countRowRules, { ...ROW, design }) as { record: { design: string[] } };
    expect(read.record.design).toEqual(design);
    expect(read.record.design).not.toBe(design);
  });
});

describe('the rules of a schema', () => {
  it('are plain data: a build writes them out', () => {
    expect(JSON.parse(JSON.stringify(countRowRules))).toStrictEqual(countRowRules);
  });

  it('keep limits that are excluded apart from limits that are not', () => {
    const schema = z.strictObject({ above: z.number().check(z.gt(0)), least: z.number().check(z.gte(0)) });
    for (const data of [{ above: 0, least: 0 }, { above: 1, least: -1 }]) {
      expect(readRecord(rulesOf(schema), data)).toEqual(readByZod(schema, data));
    }
  });

  it.each([
    ['an object that bears more fields', z.object({})],
    ['an object within an object', z.strictObject({ a: z.strictObject({}) })],
    ['a choice of kinds', z.strictObject({ a: z.union([z.string(), z.number()]) })],
    ['an upper limit that is excluded', z.strictObject({ a: z.number().check(z.lt(1)) })],
    ['a pattern with flags', z.strictObject({ a: z.string().check(z.regex(/a/i)) })],
    ['a text that is changed', z.strictObject({ a: z.string().check(z.trim()) })],
    ['a check of its own', z.strictObject({ a: z.string().check(z.refine(() => false)) })],
    ['a list of at most so many', z.strictObject({ a: z.array(z.string()).check(z.maxLength(1)) })],
  ])('are refused for %s, which they cannot say', (_what, schema) => {
    expect(() => rulesOf(schema as z.ZodMiniObject)).toThrow();
  });
});
