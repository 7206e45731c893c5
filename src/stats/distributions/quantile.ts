import type { Tail, Tails } from './tail.js';

/**
 * The step to the point where the tail reaches `target`, on the scale on which `density` is one: Halley's method on the
 * logarithm of the tail, which is concave in log x (gamma) and in the log-odds of x (beta).
 */
function step(target: number, tail: Tail, tails: Tails): { step: number; bend: number } {
  const value = tails[tail];
  const slope = (tail === 'lower' ? tails.density : -tails.density) / value;
  const newton = Math.log(target / value) / slope;
  const bend = 0.5 * newton * (tails.curvature - slope);
  return { step: newton / (1 + Math.min(Math.max(bend, -0.5), 1)), bend };
}

/**
 * The positive number r at which a tail is `target`: a root in log r, found from `start` by Halley steps.
 *
 * `centre` is any point where neither tail is tiny; the search moves there while the tail underflows.
 */
export function solveTail(
  target: number, tail: Tail, evaluate: (r: number) => Tails, start: number, centre: number,
): number {
  let r = start;
  for (let i = 0; i < 200; i += 1) {
    const tails = evaluate(r);
    if (!(tails[tail] > 0)) {
      r = Math.sqrt(r) * Math.sqrt(centre);
      continue;
    }
    const { step: change, bend } = step(target, tail, tails);
    const next = r * Math.exp(change);
    if (next === 0 || next === Infinity) return next;
    r = next;
    if (Math.abs(change) * bend * bend < 1e-17 && Math.abs(change) < 1e-3) return r;
  }
  return r;
}
