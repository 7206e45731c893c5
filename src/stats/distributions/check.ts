/** Throws RangeError unless `p` is a probability. */
export function requireProbability(p: number): void {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`a probability must lie in [0, 1], not ${p}`);
}

/** Throws RangeError unless `value` is positive and finite. */
export function requirePositive(name: string, value: number): void {
  if (!(value > 0 && value < Infinity)) throw new RangeError(`${name} must be positive and finite, not ${value}`);
}

/** Throws RangeError if `x` is not a number; infinities are in the domain. */
export function requireNumber(x: number): void {
  if (Number.isNaN(x)) throw new RangeError('x must be a number, not NaN');
}
