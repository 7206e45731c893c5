import { describe, expect, test } from 'vitest';
import { effectsFromIntervals, genericEffects } from '../../src/stats/generic-effects.js';
import { expectClose } from './support/close-to.js';

describe('effects that bring their variance', () => {
  test('are passed on, without those of variance 0', () => {
    expect(genericEffects([0.2, 0.5, -1], [0.01, 0, 0.04])).toEqual({
      kind: 'effect-sizes', measure: 'GEN', yi: [0.2, -1], vi: [0.01, 0.04], studies: [0, 2],
      dropped: [{ study: 1, reason: 'zero-variance' }],
    });
  });

  test.each([
    ['yi and vi must have one entry a study', [1], [1, 2]],
    ['yi[1] must be a finite number, but is NaN', [1, NaN], [1, 2]],
    ['vi[0] must be a finite number of at least 0, but is -1', [1], [-1]],
    ['vi[0] must be a finite number of at least 0, but is Infinity', [1], [Infinity]],
  ])('misuse throws: %s', (message, yi, vi) => {
    expect(() => genericEffects(yi, vi)).toThrow(RangeError);
    expect(() => genericEffects(yi, vi)).toThrow(`genericEffects: ${message}`);
  });
});

/** The upper 2.5 % and 5 % points of the normal distribution, to 16 digits (Wichura's tables). */
const Z975 = 1.959963984540054;
const Z95 = 1.6448536269514722;

describe('effects from printed intervals', () => {
  test('give back the standard error with which the interval was made, on each scale', () => {
    const se = 0.3;
    const cases = [
      { scale: 'identity', centre: 1.2, back: (y: number) => y },
      { scale: 'log', centre: 0.4, back: Math.exp },
      { scale: 'logit', centre: -0.7, back: (y: number) => 1 / (1 + Math.exp(-y)) },
    ] as const;
    for (const { scale, centre, back } of cases) {
      const printed = {
        estimates: [back(centre)], lows: [back(centre - Z975 * se)], highs: [back(centre + Z975 * se)],
      };
      const { yi, vi } = effectsFromIntervals(printed, { scale });
      expectClose(yi[0]!, centre, 1e-13);
      expectClose(vi[0]!, se * se, 1e-13);
    }
  });

  test('take the level of the interval into account', () => {
    const { vi } = effectsFromIntervals({ estimates: [0], lows: [-1], highs: [1] }, { scale: 'identity', level: 0.9 });
    expectClose(vi[0]!, 1 / Z95 ** 2, 1e-13);
  });

  test.each([
    ['identity', { estimates: [3], lows: [1], highs: [2] }],
    ['identity', { estimates: [0], lows: [1], highs: [2] }],
    ['log', { estimates: [1], lows: [0], highs: [2] }],
    ['log', { estimates: [1], lows: [-1], highs: [2] }],
    ['logit', { estimates: [0.5], lows: [0.2], highs: [1] }],
    ['identity', { estimates: [NaN], lows: [1], highs: [2] }],
  ] as const)('limits that do not fit the %s scale throw', (scale, printed) => {
    expect(() => effectsFromIntervals(printed, { scale })).toThrow(RangeError);
    expect(() => effectsFromIntervals(printed, { scale })).toThrow(/study 0 must have low <= estimate <= high/);
  });

  test('misuse of options and lengths throws', () => {
    const printed = { estimates: [1], lows: [0], highs: [2] };
    expect(() => effectsFromIntervals(printed, { scale: 'cube' as 'log' })).toThrow(/scale must be one of/);
    expect(() => effectsFromIntervals(printed, { scale: 'identity', level: 1 })).toThrow(/level must lie between 0 and 1/);
    expect(() => effectsFromIntervals({ ...printed, lows: [] }, { scale: 'identity' })).toThrow(/estimates and lows/);
    expect(() => effectsFromIntervals({ ...printed, highs: [] }, { scale: 'identity' })).toThrow(/estimates and highs/);
  });
});
