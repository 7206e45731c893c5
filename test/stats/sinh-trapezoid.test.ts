import { describe, expect, test } from 'vitest';
import { sinhTrapezoid } from '../../src/stats/sinh-trapezoid.js';
import { expectClose } from './support/close-to.js';

const integral = (step: number, f: (x: number) => number): number => {
  const { nodes, weights } = sinhTrapezoid(step);
  return nodes.reduce((sum, x, j) => sum + weights[j]! * f(x), 0);
};

describe('the trapezoidal rule under x = sinh(u)', () => {
  test.each([1, 0.1, 0.001])('integrates a Gaussian of width 1 and of width 1/%s alike', (scale) => {
    expectClose(integral(0.08, (x) => Math.exp(-((scale * x) ** 2))), Math.sqrt(Math.PI) / scale, 1e-12);
  });

  test('integrates a narrow edge beside a wide tail', () => {
    // A Gaussian 100 times wider than the logistic edge that cuts it at 0: exactly half of it, by symmetry.
    const cut = (x: number) => Math.exp(-((x / 100) ** 2)) / (1 + Math.exp(-x));
    expectClose(integral(0.08, cut), 50 * Math.sqrt(Math.PI), 1e-12);
  });

  test('gains digits with smaller steps', () => {
    const error = (step: number) => Math.abs(integral(step, (x) => 1 / (1 + x * x) ** 2) - Math.PI / 2);
    expect(error(1)).toBeGreaterThan(error(0.5));
    expect(error(0.5)).toBeGreaterThan(1e-12);
    expect(error(0.1)).toBeLessThan(1e-12);
  });

  test('is symmetric and reaches far out', () => {
    const { nodes, weights } = sinhTrapezoid(0.1);
    expect(nodes).toHaveLength(2 * 110 + 1);
    expectClose(nodes.at(-1)!, 29937.07, 1e-6);
    nodes.forEach((x, j) => {
      expect(nodes.at(-1 - j)! + x).toBe(0);
      expect(weights.at(-1 - j)).toBe(weights[j]);
    });
  });
});
