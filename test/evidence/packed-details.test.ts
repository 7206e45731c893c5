import { describe, expect, test } from 'vitest';
import details from '../../data/details.json';
import type { EvidenceDetails } from '../../src/evidence/details.js';
import { packDetails, unpackDetails } from '../../src/evidence/packed-details.js';

const bundled = details as unknown as EvidenceDetails;

describe('the details by columns', () => {
  test('come out as they went in, to the letter', () => {
    const packed = JSON.parse(JSON.stringify(packDetails(bundled)));
    expect(JSON.stringify(unpackDetails(packed))).toBe(JSON.stringify(bundled));
    expect(bundled.studies.length).toBeGreaterThan(40);
  });

  test('have each field of a study once', () => {
    const { studies } = packDetails(bundled);
    for (const field of ['leeRef', 'durationMonths', 'citation', 'pmid']) {
      expect(JSON.stringify(studies).split(`"${field}"`)).toHaveLength(2);
    }
  });
});
