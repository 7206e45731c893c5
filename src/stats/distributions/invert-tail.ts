import type { Tail, Tails } from './tail.js';

/** Three or four steps are usual, nine were the most seen; where the start underflows, about ten come before. */
const MAX_STEPS = 100;

/** Tails below this have lost digits to underflow. */
const SMALLEST = 1e-307;

interface Step {
  readonly size: number;
  /** Relative difference between Newton's step and Halley's. */
  readonly bend: number;
}

/** Halley's step for log(tail) = log(target); the bend is bounded so that a far start cannot reverse or stall it. */
function halleyStep(target: number, tail: Tail, tails: Tails): Step {
  const slope = (tail === 'lower' ? tails.density : -tails.density) / tails[tail];
  const newton = Math.log(target / tails[tail]) / slope;
  const bend = 0.5 * newton * (tails.densitySlope - slope);
  return { size: newton / (1 + Math.min(Math.max(bend, -0.5), 1)), bend };
}

/** Whether a tail is so far below the target that its digits, and its slope, cannot be trusted. */
function hasUnderflowed(value: number, target: number): boolean {
  return value < 1e-300 && value < target * 1e-3;
}

/**
 * The positive r at which a tail is `target`, as a root in log r by Halley's method.
 *
 * On that scale (the log of a gamma variable, the log-odds of a beta variable) the density is log-concave; so are both
 * tails then (Bagnoli & Bergstrom 2005, doi 10.1007/s00199-004-0514-4), and the iteration reaches the root from any
 * start. Steps multiply r, so that its last digit is that of the last step and not of the logarithm.
 *
 * Why not jStat's `gammapinv` and `ibetainv`: they end at 1e-8, after up to twelve steps of the functions that had to be
 * replaced, and miss a far tail by a factor of 4.
 *
 * @param target tail probability, above 0 and at most 1/2; below 1e-307, where tails underflow, reached by a last step
 * @param evaluate the tails at r
 * @param start where to begin
 * @param centre a point where neither tail is tiny; the search moves there as long as the tail underflows
 * @returns 0 or infinity where the root lies beyond the range of doubles
 */
export function invertTail(
  target: number,
  tail: Tail,
  evaluate: (r: number) => Tails,
  start: number,
  centre: number,
): number {
  const reachable = Math.max(target, SMALLEST);
  let r = start;
  for (let i = 0; i < MAX_STEPS; i += 1) {
    const tails = evaluate(r);
    if (hasUnderflowed(tails[tail], reachable)) {
      r = Math.sqrt(r) * Math.sqrt(centre);
      continue;
    }
    const { size, bend } = halleyStep(reachable, tail, tails);
    r *= Math.exp(size);
    if (r === 0 || r === Infinity) return r;
    const isLast = Math.abs(size) < 1e-3 && Math.abs(size) * bend * bend < 1e-17;
    if (isLast) return target < reachable ? r * Math.exp(halleyStep(target, tail, evaluate(r)).size) : r;
  }
  throw new Error(`no quantile found for the ${tail} tail ${target} in ${MAX_STEPS} steps`);
}
