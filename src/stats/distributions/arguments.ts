/** Throws a RangeError unless `p` is a probability. */
export function requireProbability(where: string, p: number): void {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`${where}: p must lie between 0 and 1, but is ${p}`);
}

/** Throws a RangeError unless `value`, a shape or a number of degrees of freedom, is positive and finite. */
export function requireShape(where: string, name: string, value: number): void {
  if (!(value > 0 && value < Infinity)) {
    throw new RangeError(`${where}: ${name} must be a finite number above 0, but is ${value}`);
  }
}

/** Throws a RangeError where x is not a number. Infinities are in the domain. */
export function requireNumber(where: string, x: number): void {
  if (Number.isNaN(x)) throw new RangeError(`${where}: x must be a number, but is NaN`);
}
