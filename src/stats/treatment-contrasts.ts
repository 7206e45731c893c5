/** Columns for a factor, to be given to `metaRegression` beside other moderators. */
export interface TreatmentContrasts {
  /** The levels in order; the first is the reference, the level of the intercept. */
  readonly levels: readonly string[];
  /** One column for each further level: 1 in studies of that level, else 0. */
  readonly columns: readonly (readonly number[])[];
}

/**
 * Codes a factor by treatment contrasts: each coefficient is the difference of a level from the reference level.
 *
 * @param labels the level of each study
 * @param levels the order of levels, the reference first; default: those that occur, sorted by code unit, so that the
 *   coding does not depend on the language of the machine
 * @throws RangeError when a label is not among `levels`, or a level is named twice
 *
 * @example
 * treatmentContrasts(['a', 'b', 'c', 'b'])   // levels ['a', 'b', 'c'], columns [[0, 1, 0, 1], [0, 0, 1, 0]]
 */
export function treatmentContrasts(labels: readonly string[], levels = sortedLevels(labels)): TreatmentContrasts {
  if (new Set(levels).size !== levels.length) throw new RangeError('treatmentContrasts: a level is named twice');
  const unknown = labels.find((label) => !levels.includes(label));
  if (unknown !== undefined) throw new RangeError(`treatmentContrasts: ${unknown} is not among the levels`);
  const columns = levels.slice(1).map((level) => labels.map((label) => (label === level ? 1 : 0)));
  return { levels, columns };
}

/** The labels that occur, each once, sorted by code unit. */
export function sortedLevels(labels: readonly string[]): readonly string[] {
  return [...new Set(labels)].sort();
}
