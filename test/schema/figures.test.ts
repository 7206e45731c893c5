import { beforeEach, describe, expect, test } from 'vitest';
import evidence from '../../data/evidence.json' with { type: 'json' };
import { evidence as schema, type Evidence } from '../../src/schema/evidence.js';
import { checkEvidence } from '../../src/schema/invariants/index.js';

describe('the figures of an explanation', () => {
  let broken: Evidence;
  beforeEach(() => {
    broken = schema.parse(structuredClone(evidence));
  });

  const find = (id: string) =>
    [...broken.errata, ...broken.notPublished, ...broken.cautions].find((record) => record.id === id)!;
  const issues = () => checkEvidence(broken).filter(({ code }) => code === 'figure-not-in-record');

  test('stand in the texts of their record', () => {
    expect(find('E01').figures).toBeDefined();
    expect(issues()).toEqual([]);
  });

  test.each([
    ['E01', ['errata', 0], 'likelyLow', 62.5],
    ['E40', ['errata', 39], 'ref', 40],
    ['E35', ['errata', 34], 'cytokine', 'IL-11'],
    ['N10', ['notPublished', 9], 'namedByErratum', 11],
    ['N18', ['notPublished', 17], 'weeks', 18],
    ['C5', ['cautions', 4], 'silent', 5],
  ])('are told apart from what stands in no text: %s', (id, place, name, value) => {
    find(id).figures = { ...find(id).figures, [name]: value };
    expect(issues()).toEqual([{ code: 'figure-not-in-record', path: [...place, 'figures', name], value }]);
  });

  test('may stand in what a source outside the review says, not in its address', () => {
    find('E10').figures = { printedP: 0.0075, other: 82014543 };
    expect(issues().map(({ path }) => path.at(-1))).toEqual(['other']);
  });
});
