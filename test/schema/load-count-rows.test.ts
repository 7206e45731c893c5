import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countRow } from '../../src/schema/counts.js';
import { loadCountRows, type CountRow, type CountRowInput } from '../../src/schema/index.js';

const counts = JSON.parse(readFileSync(new URL('../../data/counts.json', import.meta.url), 'utf8'));
const ROWS: CountRow[] = counts.repigmentation;

const OWN: CountRowInput = { study: 'own-clinic', treatment: 'tci', threshold: 50, events: 12, total: 30 };
/** Anything JavaScript has, prototype keys included. */
const anything = fc.anything({
  key: fc.oneof(fc.string(), fc.constantFrom('__proto__', 'constructor', 'toString', 'events')),
  withBigInt: true,
  withDate: true,
  withMap: true,
  withNullPrototype: true,
  withObjectString: true,
  withSparseArray: true,
  withTypedArray: true,
});

const told = (data: unknown) => loadCountRows(data).issues.map(({ code, path }) => [code, ...path]);

describe("a host's own rows", () => {
  it('need study, treatment, threshold, events and total; the rest has a default', () => {
    expect(loadCountRows([OWN])).toEqual({
      rows: [
        {
          study: 'own-clinic',
          leeRef: null,
          year: null,
          population: 'not reported',
          design: null,
          arm: 'tci',
          treatment: 'tci',
          agent: null,
          phototherapy: null,
          durationMonths: null,
          comparator: null,
          withinPatient: false,
          under2Years: false,
          threshold: 50,
          site: 'all',
          unit: 'patients',
          events: 12,
          total: 30,
          people: 30,
          alsoSites: [],
          count: 'stated',
          basis: 'as given',
          sourceLevel: 'own-data',
          url: null,
          extractions: 1,
          pool: true,
          notPooledBecause: null,
          note: null,
        },
      ],
      issues: [],
    });
  });

  it.each(['study', 'treatment', 'threshold', 'events', 'total'] as const)('without %s are refused', (field) => {
    const { [field]: _, ...rest } = OWN;
    expect(told([rest])).toEqual([['missing-field', 0, field]]);
  });

  it('with light are taken to be of an unnamed kind of light', () => {
    expect(loadCountRows([{ ...OWN, treatment: 'tci-phototherapy' }]).rows[0]).toMatchObject({ phototherapy: 'other' });
  });

  it('of lesions say how many people they belong to', () => {
    expect(told([{ ...OWN, unit: 'lesions' }])).toEqual([['people-missing', 0, 'people']]);
    expect(loadCountRows([{ ...OWN, unit: 'lesions', people: 8 }]).rows[0]).toMatchObject({ people: 8, total: 30 });
  });

  it('do not share their defaults', () => {
    const [first, second] = loadCountRows([OWN, { ...OWN, threshold: 75, events: 3 }]).rows;
    expect(first!.alsoSites).not.toBe(second!.alsoSites);
  });
});

describe('rows as in data/counts.json', () => {
  it('come back unchanged', () => {
    expect(loadCountRows(ROWS)).toEqual({ rows: ROWS, issues: [] });
  });
});

describe('bad rows', () => {
  it.each<[string, object, (string | number)[]]>([
    ['more events than people', { events: 31 }, ['events-exceed-total', 0, 'events']],
    ['NaN', { events: NaN }, ['wrong-type', 0, 'events']],
    ['infinity', { total: Infinity }, ['wrong-type', 0, 'total']],
    ['a thousand million people', { total: 1e9 }, ['too-big', 0, 'total']],
    ['text for a number', { events: '12' }, ['wrong-type', 0, 'events']],
    ['a big integer', { events: 12n }, ['wrong-type', 0, 'events']],
    ['a negative count', { events: -1 }, ['too-small', 0, 'events']],
    ['a share', { events: 0.4 }, ['not-whole', 0, 'events']],
    ['an unknown site', { site: 'hand' }, ['unknown-site', 0, 'site']],
    ['an unknown threshold', { threshold: 80 }, ['not-allowed', 0, 'threshold']],
    ['a misspelt field', { event: 3 }, ['unknown-key', 0, 'event']],
    ['a script for an address', { url: 'javascript:alert(1)' }, ['bad-format', 0, 'url']],
    ['an endless name', { study: 'x'.repeat(5000) }, ['too-long', 0, 'study']],
    ['patients that are not people', { people: 12 }, ['people-differ-from-patients', 0, 'people']],
    ['light with a cream alone', { phototherapy: 'nbuvb' }, ['light-without-phototherapy', 0, 'phototherapy']],
    ['exclusion without a reason', { pool: false }, ['reason-missing', 0, 'notPooledBecause']],
  ])('%s', (_, change, issue) => {
    expect(loadCountRows([{ ...OWN, ...change }]).rows).toEqual([]);
    expect(told([{ ...OWN, ...change }])).toEqual([issue]);
  });

  it('leave the good ones in, with the index of the bad one', () => {
    const { rows, issues } = loadCountRows([OWN, { ...OWN, threshold: 75, events: 99 }, { ...OWN, threshold: 25 }]);
    expect(rows.map(({ threshold }) => threshold)).toEqual([50, 25]);
    expect(issues).toEqual([{ code: 'events-exceed-total', path: [1, 'events'], value: 99, allowed: [30] }]);
  });

  it('say what would be allowed', () => {
    const [issue] = loadCountRows([{ ...OWN, treatment: 'steroid' }]).issues;
    expect(issue).toEqual({
      code: 'not-allowed',
      path: [0, 'treatment'],
      value: 'steroid',
      allowed: ['tci', 'tci-phototherapy', 'phototherapy', 'microneedling', 'other-comparator'],
    });
  });
});

describe('rows that contradict each other', () => {
  it('a repeated row is left out, its first stays', () => {
    const { rows, issues } = loadCountRows([{ study: 'bad' }, OWN, { ...OWN, events: 13 }]);
    expect(rows.map(({ events }) => events)).toEqual([12]);
    expect(issues.at(-1)).toMatchObject({ code: 'duplicate-row', path: [2], params: { other: 1 } });
  });

  it('more events at a higher threshold: which is wrong cannot be told, so both are left out', () => {
    const { rows, issues } = loadCountRows([{ study: 'bad' }, { ...OWN, threshold: 75, events: 13 }, OWN]);
    expect(rows).toEqual([]);
    expect(issues.at(-1)).toMatchObject({ code: 'events-not-monotone', path: [1, 'events'], params: { other: 2, events: 12 } });
  });

  it('the same threshold for another arm, site or population stands beside it', () => {
    const others = [{ arm: 'tac-0.1' }, { site: 'face-neck' }, { population: 'children' }, { study: 'other' }];
    expect(loadCountRows([OWN, ...others.map((other) => ({ ...OWN, ...other }))]).issues).toEqual([]);
  });
});

describe('hostile input', () => {
  const cyclic: Record<string, unknown> = { ...OWN };
  cyclic.note = cyclic;
  const throwing = Object.defineProperty({ ...OWN }, 'events', {
    enumerable: true,
    get: () => {
      throw new Error('no');
    },
  });
  const revoked = Proxy.revocable([], {});
  revoked.revoke();

  it.each<[string, unknown, (string | number)[][]]>([
    ['nothing', undefined, [['wrong-type']]],
    ['null', null, [['wrong-type']]],
    ['text', '[]', [['wrong-type']]],
    ['an object', { length: 1, 0: OWN }, [['wrong-type']]],
    ['a revoked proxy', revoked.proxy, [['unreadable']]],
    ['rows that are nothing', [null, undefined, 7, 'x', []], [0, 1, 2, 3, 4].map((index) => [index === 1 ? 'missing-field' : 'wrong-type', index])],
    ['a cycle', [cyclic], [['wrong-type', 0, 'note']]],
    ['a getter that throws', [throwing], [['unreadable', 0]]],
    ['a __proto__ key', [JSON.parse(`{"__proto__": {"events": 1}, ${JSON.stringify(OWN).slice(1)}`)], [['unknown-key', 0, '__proto__']]],
    ['a constructor key', [{ ...OWN, constructor: { prototype: { polluted: true } } }], [['unknown-key', 0, 'constructor']]],
  ])('%s', (_, data, issues) => {
    expect(told(data)).toEqual(issues);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  it('minus nought is nought', () => {
    expect(loadCountRows([{ ...OWN, events: -0 }]).rows[0]!.events).toBe(0);
  });

  it('an array with a huge length is read to the limit, at once', () => {
    const data: unknown[] = [OWN];
    data.length = 4_000_000_000;
    const { rows, issues } = loadCountRows(data);
    expect(rows).toHaveLength(1);
    expect(issues[0]).toMatchObject({ code: 'too-many-rows', value: 4_000_000_000 });
    expect(issues).toHaveLength(501);
    expect(issues.at(-1)).toMatchObject({ code: 'too-many-issues' });
  });

  it('a row with a thousand unknown fields is told in short', () => {
    const fields = Object.fromEntries(Array.from({ length: 1000 }, (_, index) => [`field${index}`, index]));
    expect(loadCountRows([{ ...OWN, ...fields }]).issues).toHaveLength(20);
  });

  it('issues can be sent anywhere as JSON', () => {
    const { issues } = loadCountRows([{ ...OWN, events: NaN, total: 5n, note: cyclic, study: 'y'.repeat(9999) }]);
    expect(issues).toHaveLength(4);
    expect(JSON.parse(JSON.stringify(issues))).toEqual(issues);
    expect(JSON.stringify(issues).length).toBeLessThan(1000);
  });
});

describe('whatever comes', () => {
  it('nothing throws, and every row that comes back is whole', () => {
    const known = fc.constantFrom('any', 25, 50, 75, 'patients', 'lesions');
    const field = fc.oneof(anything, fc.integer({ min: 0, max: 40 }), known);
    const fields = { events: field, total: field, threshold: field, unit: field, people: field };
    const row = fc.record(fields, { requiredKeys: [] });
    const rows = fc.array(fc.oneof(anything, row.map((changes) => ({ ...OWN, ...changes }))));
    fc.assert(
      fc.property(fc.oneof(anything, rows), (data) => {
        const loaded = loadCountRows(data);
        for (const each of loaded.rows) {
          expect(countRow.safeParse(each).success).toBe(true);
          expect(each.events).toBeLessThanOrEqual(each.total);
        }
        expect(JSON.parse(JSON.stringify(loaded.issues))).toEqual(loaded.issues);
      }),
      { numRuns: 300 },
    );
  });
});
