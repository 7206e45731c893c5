/** Throws a RangeError when two arrays that describe the same studies differ in length. */
export function requireEqualLength(
  where: string,
  firstName: string,
  first: readonly unknown[],
  secondName: string,
  second: readonly unknown[],
): void {
  if (first.length !== second.length) {
    throw new RangeError(
      `${where}: ${firstName} and ${secondName} must have one entry a study, ` +
        `but have ${first.length} and ${second.length}`,
    );
  }
}

/** Throws a RangeError at the first entry that is not a finite number. */
export function requireFinite(where: string, name: string, values: readonly number[]): void {
  for (let i = 0; i < values.length; i++) {
    if (!Number.isFinite(values[i])) {
      throw new RangeError(`${where}: ${name}[${i}] must be a finite number, but is ${String(values[i])}`);
    }
  }
}

/** Throws a RangeError at the first entry that is not a finite number of at least 0. */
export function requireNonNegative(where: string, name: string, values: readonly number[]): void {
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (!(value >= 0 && value < Infinity)) {
      throw new RangeError(`${where}: ${name}[${i}] must be a finite number of at least 0, but is ${String(value)}`);
    }
  }
}

/** Throws a RangeError where events exceed their total. Counts may be fractional (lesions scaled to people). */
export function requireEventsWithinTotals(
  where: string,
  eventsName: string,
  events: readonly number[],
  totalsName: string,
  totals: readonly number[],
): void {
  requireEqualLength(where, eventsName, events, totalsName, totals);
  requireNonNegative(where, eventsName, events);
  for (let i = 0; i < totals.length; i++) {
    const total = totals[i]!;
    if (!(total > 0 && total < Infinity)) {
      throw new RangeError(`${where}: ${totalsName}[${i}] must be a finite number above 0, but is ${String(total)}`);
    }
    if (events[i]! > total) {
      throw new RangeError(
        `${where}: ${eventsName}[${i}] must not exceed ${totalsName}[${i}], but ${events[i]} > ${String(total)}`,
      );
    }
  }
}

/** Throws a RangeError unless the confidence level lies strictly between 0 and 1. */
export function requireLevel(where: string, level: number): void {
  if (!(level > 0 && level < 1)) {
    throw new RangeError(`${where}: level must lie between 0 and 1, but is ${String(level)}`);
  }
}

/** Throws a RangeError unless `value` is one of the allowed words. */
export function requireOneOf(where: string, name: string, value: string, allowed: readonly string[]): void {
  if (!allowed.includes(value)) {
    throw new RangeError(`${where}: ${name} must be one of ${allowed.join(', ')}, but is ${String(value)}`);
  }
}
