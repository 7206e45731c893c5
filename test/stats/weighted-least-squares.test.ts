import { expect, test } from 'vitest';
import { quadraticP, traceP, tracePP, weightedLeastSquares } from '../../src/stats/weighted-least-squares.js';
import { expectClose } from './support/close-to.js';

const YI = [1, 3, 2, 5, 4];
const COLUMNS = [[1, 1, 1, 1, 1], [0, 1, 2, 3, 5]];
const WEIGHTS = Float64Array.of(1, 2, 0.5, 4, 3);
const D = [2, 1, 3, 0.5, 4];

/** P = W - W X (X'WX)^-1 X'W entry by entry, from the closed form of a straight line. */
function denseP(): number[][] {
  const x = COLUMNS[1]!;
  const sum = (f: (i: number) => number): number => x.reduce((total, _, i) => total + WEIGHTS[i]! * f(i), 0);
  const [s0, s1, s2] = [sum(() => 1), sum((i) => x[i]!), sum((i) => x[i]! ** 2)];
  const inverse = (i: number, j: number): number =>
    (s2 - s1 * (x[i]! + x[j]!) + s0 * x[i]! * x[j]!) / (s0 * s2 - s1 ** 2);
  return x.map((_, i) => x.map((__, j) => (i === j ? WEIGHTS[i]! : 0) - WEIGHTS[i]! * inverse(i, j) * WEIGHTS[j]!));
}

const FIT = weightedLeastSquares(YI, COLUMNS, WEIGHTS)!;
const P = denseP();

test('weighted squares, coefficients and leverages agree with the dense matrix', () => {
  const q = P.reduce((total, row, i) => total + YI[i]! * row.reduce((inner, p, j) => inner + p * YI[j]!, 0), 0);
  expectClose(FIT.weightedSquares, q, 1e-13);
  P.forEach((row, i) => {
    expectClose(FIT.residuals[i]!, row.reduce((sum, p, j) => sum + p * YI[j]!, 0) / WEIGHTS[i]!, 1e-13, 1);
    expectClose(FIT.leverages[i]!, 1 - row[i]! / WEIGHTS[i]!, 1e-13);
    expectClose(FIT.freedoms[i]!, row[i]! / WEIGHTS[i]!, 1e-13);
    expectClose(FIT.coefficients[0]! + FIT.coefficients[1]! * COLUMNS[1]![i]! + FIT.residuals[i]!, YI[i]!, 1e-14);
  });
});

test('traces agree with the dense matrix', () => {
  const trace = (d: readonly number[]): number => P.reduce((sum, row, i) => sum + row[i]! * d[i]!, 0);
  const ones = [1, 1, 1, 1, 1];
  expectClose(traceP(FIT), trace(ones), 1e-13);
  expectClose(traceP(FIT, D), trace(D), 1e-13);
  const square = (d: readonly number[]): number =>
    P.reduce((sum, row, i) => sum + row.reduce((inner, p, j) => inner + p * d[j]! * P[j]![i]! * d[i]!, 0), 0);
  expectClose(tracePP(FIT), square(ones), 1e-13);
  expectClose(tracePP(FIT, D), square(D), 1e-13);
});

test('the quadratic form agrees with the dense matrix', () => {
  const u = Float64Array.of(1, -2, 0.5, 3, 1);
  const form = P.reduce((sum, row, i) => sum + u[i]! * row.reduce((inner, p, j) => inner + p * u[j]!, 0), 0);
  expectClose(quadraticP(FIT, u), form, 1e-13);
});

test('a study that the line cannot do without has no freedom left', () => {
  const fit = weightedLeastSquares([1, 2, 4], [[1, 1, 1], [0, 0, 1]], Float64Array.of(1, 1, 1))!;
  expect(fit.freedoms[2]).toBe(0);
  expectClose(fit.freedoms[0]!, 0.5, 1e-15);
});

test('freedoms keep their digits where leverage is almost 1', () => {
  const fit = weightedLeastSquares([1, 2, 4], [[1, 1, 1]], Float64Array.of(1, 1, 1e14))!;
  expectClose(fit.freedoms[2]!, 2 / (2 + 1e14), 1e-14);
});

test('dependent columns have no fit', () => {
  expect(weightedLeastSquares([1, 2, 3], [[1, 1, 1], [2, 2, 2]], Float64Array.of(1, 1, 1))).toBeNull();
});
