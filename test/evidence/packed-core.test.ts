import { describe, expect, test } from 'vitest';
import core from '../../data/core.json';
import type { EvidenceCore } from '../../src/evidence/core.js';
import { packCore, unpackCore } from '../../src/evidence/packed-core.js';

const bundled = core as unknown as EvidenceCore;

describe('the core by columns', () => {
  test('comes out as it went in, to the letter', () => {
    const packed = JSON.parse(JSON.stringify(packCore(bundled)));
    expect(JSON.stringify(unpackCore(packed))).toBe(JSON.stringify(bundled));
  });

  test('writes each field of an estimate once', () => {
    const text = JSON.stringify(packCore(bundled));
    for (const field of ['participantsAre', 'ifDropoutsFailed', 'tauSquared']) {
      expect(text.split(`"${field}"`)).toHaveLength(2);
    }
  });

  test('bears strata without estimates, and objects that are not alike', () => {
    const [first] = bundled.strata;
    const bare = { ...bundled, strata: [{ ...first!, responses: [] }, ...bundled.strata], pools: [] };
    expect(unpackCore(packCore(bare))).toEqual(bare);
    expect(unpackCore(packCore({ ...bundled, strata: [], pools: [] }))).toEqual({ ...bundled, strata: [], pools: [] });
  });

  test('may be unpacked twice', () => {
    const packed = packCore(bundled);
    unpackCore(packed);
    expect(unpackCore(packed)).toEqual(bundled);
  });
});
