import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadEvidence } from '../../src/schema/index.js';

const read = () => JSON.parse(readFileSync(new URL('../../data/evidence.json', import.meta.url), 'utf8'));

function told(data: unknown) {
  const loaded = loadEvidence(data);
  return loaded.ok ? [] : loaded.issues.map(({ code, path }) => [code, ...path]);
}

function broken(change: (evidence: ReturnType<typeof read>) => void) {
  const evidence = read();
  change(evidence);
  return told(evidence);
}

describe('evidence of a host', () => {
  it('that holds is returned', () => {
    const evidence = read();
    expect(loadEvidence(evidence)).toEqual({ ok: true, evidence });
  });

  it('of the wrong shape is refused with the place', () => {
    expect(broken((e) => (e.estimates[2].studies = 'many'))).toEqual([['wrong-type', 'estimates', 2, 'studies']]);
    expect(broken((e) => delete e.hash)).toEqual([['missing-field', 'hash']]);
    expect(broken((e) => (e.extra = 1))).toEqual([['unknown-key', 'extra']]);
  });

  it('that contradicts itself is refused with the place', () => {
    expect(broken((e) => (e.repigmentation[0].events = 20))).toEqual([['events-exceed-total', 'repigmentation', 0, 'events']]);
    expect(broken((e) => (e.maintenance.errata[0] = 'E83'))).toEqual([['unknown-erratum', 'maintenance', 'errata', 0]]);
  });

  it.each([[undefined], [null], ['text'], [7], [[]], [() => 1]])('that is %s is refused', (data) => {
    expect(told(data)).toHaveLength(1);
  });

  it('that cannot be read is refused', () => {
    const evidence = Object.defineProperty(read(), 'safety', {
      enumerable: true,
      get: () => {
        throw new Error('no');
      },
    });
    expect(told(evidence)).toEqual([['unreadable']]);
  });

  it('cannot reach a prototype', () => {
    const hostile = JSON.stringify(read()).replace('"referenceLists":{', '"referenceLists":{"__proto__":{"polluted":true},');
    loadEvidence(JSON.parse(hostile));
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
    expect(told(JSON.parse(hostile.replace('"errata":[', '"__proto__":{"polluted":true},"errata":[')))).toContainEqual([
      'unknown-key',
      '__proto__',
    ]);
  });
});
