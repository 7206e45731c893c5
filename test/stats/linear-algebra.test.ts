import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dot, inverseCrossProduct, solveUpper, solveUpperTransposed, thinQr } from '../../src/stats/linear-algebra.js';
import { expectClose } from './support/close-to.js';
import { numbersBetween } from './support/numbers.js';

const COLUMNS = [[1, 1, 1, 1], [1, 2, 4, 7], [0, 1, 0, 2]];
const SCALES = [1, 0.5, 2, 3];

describe('thin QR', () => {
  test('its product is the scaled matrix and its Q is orthonormal', () => {
    const { q, r } = thinQr(COLUMNS, SCALES, 1e-12)!;
    COLUMNS.forEach((column, j) => {
      column.forEach((value, i) => {
        const product = q.reduce((sum, unit, l) => sum + unit[i]! * r[l]![j]!, 0);
        expectClose(product, value * SCALES[i]!, 1e-14, 1);
      });
      q.forEach((unit, l) => expectClose(dot(unit, q[j]!), l === j ? 1 : 0, 1e-15, 1));
    });
    expect(r[1]![0]).toBe(0);
  });

  test('columns on the edge of dependence still give an orthonormal Q', () => {
    const { q } = thinQr([[1, 1, 1], [1 + 1e-10, 1, 1], [1, 1 + 1e-10, 1]], [1, 1, 1], 1e-14)!;
    for (const a of q) for (const b of q) expectClose(dot(a, b), a === b ? 1 : 0, 1e-14, 1);
  });

  test.each([
    ['a multiple', [[1, 2, 3], [2, 4, 6]], 1e-12],
    ['a column of zeros', [[1, 2, 3], [0, 0, 0]], 1e-12],
    ['a difference below the tolerance', [[1, 1, 1], [1, 1, 1 + 1e-8]], 1e-7],
  ])('%s of the columns before is dependent', (_, columns, tolerance) => {
    expect(thinQr(columns, [1, 1, 1], tolerance)).toBeNull();
  });

  test('a difference above the tolerance is not', () => {
    expect(thinQr([[1, 1, 1], [1, 1, 1 + 1e-6]], [1, 1, 1], 1e-7)).not.toBeNull();
  });

  test('entries whose squares overflow or vanish are no obstacle', () => {
    expectClose(thinQr([[3e200, 4e200]], [1, 1], 1e-12)!.r[0]![0]!, 5e200, 1e-15);
    expectClose(thinQr([[3e-200, -4e-200]], [1, 1], 1e-12)!.r[0]![0]!, 5e-200, 1e-15);
  });
});

test('triangular solves undo the multiplication', () => {
  const entry = numbersBetween(-2, 2);
  const triple = fc.tuple(entry, entry, entry);
  fc.assert(
    fc.property(triple, triple, (u, x) => {
      const r = [[3, u[0], u[1]], [0, 4, u[2]], [0, 0, 5]];
      const upper = r.map((row) => dot(row, x));
      solveUpper(r, upper).forEach((value, i) => expectClose(value, x[i]!, 1e-13, 1));
      const lower = r.map((_, j) => r.reduce((sum, row, i) => sum + row[j]! * x[i]!, 0));
      solveUpperTransposed(r, lower).forEach((value, i) => expectClose(value, x[i]!, 1e-13, 1));
    }),
  );
});

test("the inverse cross product times R'R is the identity, and it is symmetric", () => {
  const r = [[2, 1, -1], [0, 3, 0.5], [0, 0, 4]];
  const inverse = inverseCrossProduct(r);
  const crossProduct = r.map((_, i) => r.map((__, j) => r.reduce((sum, row) => sum + row[i]! * row[j]!, 0)));
  inverse.forEach((row, i) => {
    row.forEach((value, j) => {
      expectClose(dot(row, crossProduct.map((column) => column[j]!)), i === j ? 1 : 0, 1e-14, 1);
      expect(value).toBe(inverse[j]![i]);
    });
  });
});
