import * as z from 'zod/mini';
import { describe, expect, it } from 'vitest';
import core from '../../data/core.json';
import evidence from '../../data/evidence.json';
import { answer, SCHEMA_VERSION } from '../../src/evidence/answer.js';
import type { EvidenceCore } from '../../src/evidence/core.js';
import { ESTIMATES } from '../../src/evidence/inputs.js';
import type { Outlook } from '../../src/evidence/outlook.js';
import { poolAll } from '../../src/evidence/pooling/pool-all.js';
import { readMethod } from '../../src/evidence/pooling/read-method.js';
import type { Evidence } from '../../src/schema/index.js';
import { outlook } from '../../src/schema/outlook.js';
import { rows } from '../evidence/outlook-table.js';

type ReadonlyDeep<T> = T extends object ? { readonly [K in keyof T]: ReadonlyDeep<T[K]> } : T;
type InSchema = ReadonlyDeep<z.infer<typeof outlook>>;

/** The compiler refuses either line once a field is in one of the two and not in the other, or of another type. */
const asTyped = (value: InSchema): Outlook => value;
const asInSchema = (value: Outlook): InSchema => value;

const answers = rows.flatMap(({ inputs }) =>
  ESTIMATES.map((estimates) => answer(core as unknown as EvidenceCore, inputs, estimates)),
);

const problems = (value: unknown) => outlook.safeParse(value).error?.issues ?? [];

describe('the schema of the outlook', () => {
  it('holds for the answers to all 72 inputs, of both kinds of estimates', () => {
    expect(answers).toHaveLength(144);
    for (const one of answers) expect(problems(one), JSON.stringify(one.inputs)).toEqual([]);
  });

  it('holds for values that were not understood, and for pools by another method', () => {
    const nothing = { ageGroup: null, site: null, phototherapy: null, maintenance: null };
    const { method, issues } = readMethod({ estimator: 'DL', scale: 'PR', interval: 'z' });
    expect(issues).toEqual([]);
    const pools = poolAll((evidence as unknown as Evidence).repigmentation, method);
    const others = [
      answer(core as unknown as EvidenceCore, nothing),
      answer(core as unknown as EvidenceCore, rows[0]!.inputs, 'pooled', pools),
    ];
    for (const one of others) expect(problems(one)).toEqual([]);
  });

  it('has the fields of the type and no others', () => {
    const [one] = answers;
    expect(asTyped(outlook.parse(asInSchema(one!)) as InSchema)).toEqual(one);
    expect(one!.schemaVersion).toBe(SCHEMA_VERSION);
  });

  it.each([
    ['a further field', (one: Outlook) => ({ ...one, advice: 'x' })],
    ['a proportion above 1', (one: Outlook) => ({ ...one, adverseEvents: [{ ...one.adverseEvents[0], estimate: 57.5 }] })],
    ['an option without its reason', (one: Outlook) => ({ ...one, options: [{ ...one.options[0], reason: undefined }] })],
    ['a site of another list', (one: Outlook) => ({ ...one, inputs: { ...one.inputs, site: 'hand' } })],
  ])('refuses %s', (_name, change) => {
    expect(outlook.safeParse(change(answers[0]!)).success).toBe(false);
  });

  it('ships as JSON Schema', () => {
    const shipped = z.toJSONSchema(outlook, { io: 'output' });
    expect(shipped.required).toContain('schemaVersion');
    expect(shipped.additionalProperties).toBe(false);
  });
});
