import { describe, expect, test } from 'vitest';
import { gaussHermite } from '../../src/stats/gauss-hermite.js';
import { expectClose } from './support/close-to.js';

/** The integral of exp(-x^2) x^power: gamma((power + 1)/2) for even powers. */
function moment(power: number): number {
  let value = Math.sqrt(Math.PI);
  for (let i = 1; i < power; i += 2) value *= i / 2;
  return value;
}

describe.each([2, 3, 4, 7, 24, 65, 128, 384])('a rule of %i nodes', (size) => {
  test('integrates polynomials up to degree 2 size - 1', () => {
    const { nodes, weights } = gaussHermite(size);
    const integral = (f: (x: number) => number): number =>
      nodes.reduce((sum, x, j) => sum + weights[j]! * Math.exp(-x * x) * f(x), 0);
    for (let power = 0; power <= Math.min(2 * size - 1, 30); power++) {
      expectClose(integral((x) => x ** power), power % 2 === 0 ? moment(power) : 0, 1e-12, moment(power + (power % 2)));
    }
  });

  test('ascends and is symmetric', () => {
    const { nodes, weights } = gaussHermite(size);
    expect(nodes).toHaveLength(size);
    nodes.slice(1).forEach((x, j) => expect(x).toBeGreaterThan(nodes[j]!));
    nodes.forEach((x, j) => {
      expect(nodes[size - 1 - j]! + x).toBe(0);
      expect(weights[size - 1 - j]).toBe(weights[j]);
      expect(weights[j]).toBeGreaterThan(0);
    });
  });
});

test('two nodes by hand: +-1/sqrt(2), weights sqrt(pi)/2 times exp(1/2)', () => {
  const { nodes, weights } = gaussHermite(2);
  expectClose(nodes[1]!, Math.SQRT1_2, 1e-15);
  expectClose(weights[1]!, (Math.sqrt(Math.PI) / 2) * Math.exp(0.5), 1e-14);
});

test('its scaled weights integrate anything that falls like a Gaussian, however far out', () => {
  const { nodes, weights } = gaussHermite(200);
  const integral = nodes.reduce((sum, x, j) => sum + weights[j]! * Math.exp(-0.6 * x * x), 0);
  expectClose(integral, Math.sqrt(Math.PI / 0.6), 1e-13);
});

test.each([1, 0, -3, 2.5, NaN])('%s nodes are misuse', (size) => {
  expect(() => gaussHermite(size)).toThrow(RangeError);
});
