import { describe, expect, test } from 'vitest';
import { reviewsBeside } from '../../demo/workbench/reviews-beside.js';
import { INPUTS } from '../../src/evidence/inputs.js';
import { THRESHOLDS } from '../../src/evidence/outlook.js';
import { CONTRASTS, type Contrast } from '../../src/evidence/pooling/comparisons.js';
import type { Comparisons } from '../../src/schema/index.js';
import { readData } from '../data/read-files.js';

const core = JSON.parse(readData('core.json')) as Parameters<typeof reviewsBeside>[2];
const { otherReviews } = JSON.parse(readData('comparisons.json')) as Comparisons;

type Threshold = (typeof THRESHOLDS)[number];
type Group = Parameters<typeof reviewsBeside>[1];

function beside(contrast: Contrast, threshold: Threshold, { ageGroup = 'any', site = 'any' }: Partial<Group> = {}) {
  const { ratios, findings } = reviewsBeside({ contrast, threshold }, { ageGroup, site }, core, otherReviews);
  return [...ratios.map(({ record, differs }) => [record.id, ...differs].join('; ')), ...findings.map(({ id }) => id)];
}

describe('ratios of other reviews', () => {
  test('every one of the data has its place', () => {
    const placed = CONTRASTS.flatMap((contrast) => THRESHOLDS.flatMap((threshold) =>
      INPUTS.site.flatMap((site) => beside(contrast, threshold, { site }).map((text) => text.split(';')[0]!))));
    expect([...new Set(placed)].sort()).toEqual(otherReviews.map(({ id }) => id).sort());
  });

  test.each<[string, Contrast, Threshold, Partial<Group>, string[]]>([
    ['light at a site and threshold that were pooled', 'light', 50, { site: 'face-neck' }, ['li-2017-face-50']],
    ['the next threshold', 'light', 75, { site: 'face-neck' }, ['li-2017-face-75']],
    ['one that was not', 'light', 25, { site: 'face-neck' }, []],
    ['a site that was not', 'light', 75, { site: 'hands-feet' }, []],
    ['all sites: a finding without a ratio', 'light', 75, {}, ['li-2017-overall']],
    ['children', 'light', 75, { site: 'face-neck', ageGroup: 'child' }, ['li-2017-face-75; for any age']],
    ['placebo, at any threshold', 'placebo', 'any', {}, [
      'dang-2016-lesions; for another outcome: response, by lesion, without a threshold',
      'dang-2016-patients; for another outcome: response, by patient, without a threshold',
    ]],
    ['placebo, in children at one site', 'placebo', 75, { ageGroup: 'child', site: 'face-neck' }, [
      'dang-2016-lesions; for another outcome: response, by lesion, without a threshold; for all sites; for any age',
      'dang-2016-patients; for another outcome: response, by patient, without a threshold; for all sites; for any age',
    ]],
    ['nothing', 'untreated', 25, {}, []],
    ['a steroid', 'steroid', 75, {}, []],
  ])('beside a comparison: %s', (_name, contrast, threshold, group, expected) => {
    expect(beside(contrast, threshold, group)).toEqual(expected);
  });
});
