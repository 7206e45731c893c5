import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { twoGroupEffects } from '../../src/stats/two-group-effects.js';
import { withinPatientRiskRatio } from '../../src/stats/within-patient.js';
import { expectClose } from './support/close-to.js';
import { answered } from './support/studies.js';

const someMargins = () =>
  fc.integer({ min: 1, max: 100 }).chain((n) =>
    fc.record({ n: fc.constant(n), x1: fc.integer({ min: 0, max: n }), x2: fc.integer({ min: 0, max: n }) }),
  );

test('the example of the documentation', () => {
  const answer = answered(withinPatientRiskRatio(12, 6, 20));
  expect(answer).toMatchObject({ kind: 'within-patient-risk-ratio', overlap: { min: 0, max: 6 } });
  expectClose(answer.logRiskRatio, Math.LN2, 1e-15);
  expectClose(answer.variance, 0.15, 1e-14);
  expectClose(answer.smallestVariance, 6 / 72, 1e-14);
  expectClose(answer.largestVariance, 0.25, 1e-14);
});

test('margins of more than all patients must overlap', () => {
  const answer = answered(withinPatientRiskRatio(15, 12, 20));
  expect(answer.overlap).toEqual({ min: 7, max: 12 });
  expectClose(answer.largestVariance, (15 + 12 - 14) / 180, 1e-14);
});

describe('laws', () => {
  test('as if independent it is the risk ratio of two groups, half events included', () => {
    fc.assert(
      fc.property(someMargins(), ({ n, x1, x2 }) => {
        fc.pre(x1 + x2 > 0);
        const answer = answered(withinPatientRiskRatio(x1, x2, n));
        const groups = twoGroupEffects({ ai: [x1], n1i: [n], ci: [x2], n2i: [n] }, {
          measure: 'RR',
          ...(x1 === n || x2 === n ? { continuity: { add: 0.5, to: 'all' as const } } : {}),
        });
        expectClose(answer.logRiskRatio, groups.yi[0]!, 1e-12, 1e-3);
        expectClose(answer.variance, groups.vi[0]!, 1e-11, 1e-3);
      }),
    );
  });

  test('the variance as if independent lies between the bounds, and none is negative', () => {
    fc.assert(
      fc.property(someMargins(), ({ n, x1, x2 }) => {
        fc.pre(x1 + x2 > 0);
        const { variance, smallestVariance, largestVariance } = answered(withinPatientRiskRatio(x1, x2, n));
        expect(smallestVariance).toBeGreaterThanOrEqual(0);
        expect(variance).toBeGreaterThanOrEqual(smallestVariance * (1 - 1e-12));
        expect(variance).toBeLessThanOrEqual(largestVariance * (1 + 1e-12));
      }),
    );
  });

  test('treatments exchanged turn the ratio round', () => {
    fc.assert(
      fc.property(someMargins(), ({ n, x1, x2 }) => {
        fc.pre(x1 + x2 > 0);
        const there = answered(withinPatientRiskRatio(x1, x2, n));
        const back = answered(withinPatientRiskRatio(x2, x1, n));
        expectClose(back.logRiskRatio, -there.logRiskRatio, 1e-13, 1e-3);
        expect(back.largestVariance).toBe(there.largestVariance);
      }),
    );
  });
});

test('without any event there is no ratio', () => {
  expect(withinPatientRiskRatio(0, 0, 10)).toEqual({ kind: 'no-answer', reason: 'not-estimable', found: 0, needed: 1 });
});

test.each([[11, 5, 10], [5, 11, 10], [-1, 5, 10], [5, NaN, 10], [0, 0, 0]])('%d and %d of %d is misuse', (x1, x2, n) => {
  expect(() => withinPatientRiskRatio(x1, x2, n)).toThrow(RangeError);
});
