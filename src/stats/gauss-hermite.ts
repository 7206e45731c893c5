/**
 * Newton's steps for each node, and for the angle it starts from. The start is within a few per cent of the spacing and
 * the error is squared in every step: four are enough up to 400 nodes at least.
 */
const NEWTON_STEPS = 5;

/**
 * A Gauss-Hermite rule. The integral of exp(-x^2) f(x) is about the sum of weight * exp(-node^2) * f(node); the
 * weights come with the factor exp(node^2) in them, since without it those of the outer nodes would underflow: for
 * any integrand g that falls like a Gaussian, the integral of g is about the sum of weight * g(node).
 */
export interface QuadratureRule {
  /** Ascending. */
  readonly nodes: readonly number[];
  readonly weights: readonly number[];
}

/**
 * Nodes and scaled weights of the Gauss-Hermite rule with `size` nodes, exact for polynomials of degree 2 size - 1
 * times exp(-x^2).
 *
 * The nodes are the roots of the Hermite function of order `size`: the semiclassical phase condition gives each to a
 * few per cent of the spacing, Newton's method the rest. The weight is 1/(size h^2), h the orthonormal Hermite
 * function of order size - 1 there (Abramowitz and Stegun 1964, 25.4.46, rescaled).
 *
 * @param size from 2 to a few hundred
 * @throws RangeError for a size that is not an integer of at least 2
 *
 * Accuracy: nodes to 1e-15, weights to 1e-13 relative up to 256 nodes.
 *
 * @example
 * gaussHermite(2)   // nodes [-0.7071..., 0.7071...], weights [1.4611..., 1.4611...] = sqrt(pi)/2 * exp(1/2)
 */
export function gaussHermite(size: number): QuadratureRule {
  if (!(Number.isInteger(size) && size >= 2)) {
    throw new RangeError(`gaussHermite: size must be an integer of at least 2, but is ${size}`);
  }
  const positive = Array.from({ length: Math.floor(size / 2) }, (_, rank) => hermiteRoot(size, rank));
  const middle = size % 2 === 1 ? [0] : [];
  const nodes = [...positive.map((x) => -x), ...middle, ...positive.reverse()];
  return { nodes, weights: nodes.map((x) => 1 / (size * hermiteFunctions(size, x).previous ** 2)) };
}

/** The root of the Hermite function with `rank` roots above it. */
function hermiteRoot(size: number, rank: number): number {
  let x = Math.sqrt(2 * size + 1) * Math.cos(phaseAngle(size, rank));
  for (let i = 0; i < NEWTON_STEPS; i++) {
    const { value, previous } = hermiteFunctions(size, x);
    // On the polynomial: its derivative is that of order size - 1 times 2 size.
    x -= value / (Math.sqrt(2 * size) * previous);
  }
  return x;
}

/**
 * The angle at which the phase between a root and the turning point x = sqrt(2 size + 1) is (rank + 3/4) pi; x =
 * sqrt(2 size + 1) cos(angle). Szego 1975, Orthogonal Polynomials, theorem 8.22.9.
 */
function phaseAngle(size: number, rank: number): number {
  const target = ((rank + 0.75) * 4 * Math.PI) / (2 * size + 1);
  let angle = Math.cbrt((target * 3) / 4);
  for (let i = 0; i < NEWTON_STEPS; i++) {
    angle -= (2 * angle - Math.sin(2 * angle) - target) / (2 - 2 * Math.cos(2 * angle));
  }
  return angle;
}

/** Orthonormal Hermite functions of order `size` and `size - 1` at x, by their recurrence. */
function hermiteFunctions(size: number, x: number): { value: number; previous: number } {
  let previous = 0;
  let value = Math.PI ** -0.25 * Math.exp((-x * x) / 2);
  for (let order = 1; order <= size; order++) {
    const next = Math.sqrt(2 / order) * x * value - Math.sqrt((order - 1) / order) * previous;
    previous = value;
    value = next;
  }
  return { value, previous };
}
