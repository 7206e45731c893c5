import type { QuadratureRule } from './gauss-hermite.js';

/** The outermost node, in units of the integrand's scale: far enough for a scale 2,000 times smaller than a tail. */
const OUTERMOST = 3e4;

/**
 * Trapezoidal rule in u for the integral over x = sinh(u): a rule for integrands with a narrow peak and a far wider
 * tail, on which Gauss-Hermite rules converge slowly. Nodes are dense at 0 and grow apart outwards; for integrands
 * without singularities near the real line the error falls like exp(-c/step).
 *
 * @param step spacing in u; 0.25 for four digits, 0.08 for thirteen
 * @returns nodes and weights for the integral of g: the sum of weight * g(node)
 *
 * Source: Takahasi and Mori 1974, doi:10.2977/prims/1195192451 (the choice of substitution); Trefethen and Weideman
 * 2014, doi:10.1137/130932132 (why the trapezoidal rule converges like that).
 *
 * @example
 * sinhTrapezoid(0.1)   // 221 nodes from -29936.7... to 29936.7...
 */
export function sinhTrapezoid(step: number): QuadratureRule {
  const half = Math.floor(Math.asinh(OUTERMOST) / step);
  const nodes: number[] = [];
  const weights: number[] = [];
  for (let j = -half; j <= half; j++) {
    nodes.push(Math.sinh(j * step));
    weights.push(step * Math.cosh(j * step));
  }
  return { nodes, weights };
}
