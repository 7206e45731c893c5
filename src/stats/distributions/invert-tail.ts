import type { Tail, Tails } from './tail.js';

/** Three or four steps are usual; a start or a step into underflow costs up to ten more. */
const MAX_STEPS = 100;

/** Largest step, e^300: so large a one is right only on the way out of the range of doubles, and then comes again. */
const LONGEST_STEP = 300;

/** Tails below this lose digits to underflow. */
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
  const size = newton / (1 + Math.min(Math.max(bend, -0.5), 1));
  return { size: Math.min(Math.max(size, -LONGEST_STEP), LONGEST_STEP), bend };
}

/** Whether a tail is so far below the target that its digits, and its slope, cannot be trusted. */
function hasUnderflowed(value: number, target: number): boolean {
  return value < 1e-300 && value < target * 1e-3;
}

/**
 * The positive r at which a tail is `target`, as a root in log r by Halley's method.
 *
 * On that scale (the log of a gamma variable, the log-odds of a beta variable) the density is log-concave; so are both
 * tails then (Bagnoli & Bergstrom 2005, doi:10.1007/s00199-004-0514-4), and the iteration reaches the root from any
 * start. Steps multiply r, so that its last digit is that of the last step and not of the logarithm.
 *
 * Why not jStat's `gammapinv` and `ibetainv`: they end at 1e-8, after up to twelve steps of the functions that had to
 * be replaced, and miss a far tail by a factor of 4.
 *
 * @param target tail probability, above 0 and at most 1/2; below 1e-307, where tails underflow, by one last step
 * @param evaluate the tails at r
 * @param start where to begin
 * @param centre a point where neither tail is tiny; from where the tail underflows, the search turns back halfway to
 *   there, or to the last point where it did not
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
  let inside = centre;
  for (let i = 0; i < MAX_STEPS; i += 1) {
    const tails = evaluate(r);
    if (hasUnderflowed(tails[tail], reachable)) {
      r = Math.sqrt(r) * Math.sqrt(inside);
      continue;
    }
    const { size, bend } = halleyStep(reachable, tail, tails);
    const next = r * Math.exp(size);
    // Below 1e-307 doubles are so far apart that the search may stay at one, or go back and forth between two.
    if (next === 0 || next === Infinity || next === inside) return next;
    inside = r;
    r = next;
    const isLast = Math.abs(size) < 1e-3 && Math.abs(size) * bend * bend < 1e-17;
    if (isLast) return target < reachable ? r * Math.exp(halleyStep(target, tail, evaluate(r)).size) : r;
  }
  throw new Error(`no quantile found for the ${tail} tail ${target} in ${MAX_STEPS} steps`);
}
