/** Single proportions: raw, logit, arcsine square root, Freeman-Tukey double arcsine. */
export type ProportionMeasure = 'PR' | 'PLO' | 'PAS' | 'PFT';

/** Two groups: log risk ratio, log odds ratio, risk difference. */
export type TwoGroupMeasure = 'RR' | 'OR' | 'RD';

/** `GEN` is any effect that brings its own variance. */
export type Measure = ProportionMeasure | TwoGroupMeasure | 'GEN';

/**
 * What is added to the cells of a table with a zero in it, since a logit or a log ratio of zero is infinite.
 *
 * - `only0`: only to tables that contain a zero cell (the default, with `add` 1/2)
 * - `if0all`: to every table as soon as one of them contains a zero cell
 * - `all`: to every table
 * - `none`: to none; studies whose effect or variance then is unusable are dropped and listed
 */
export interface ContinuityCorrection {
  readonly add: number;
  readonly to: 'only0' | 'if0all' | 'all' | 'none';
}

/** Half an event, only where a cell is zero. */
export const HALF_WHERE_ZERO: ContinuityCorrection = { add: 0.5, to: 'only0' };

/** A study that has no usable effect, and why. */
export interface DroppedStudy {
  /** Position in the arrays given. */
  readonly study: number;
  readonly reason: 'double-zero' | 'infinite-effect' | 'zero-variance';
}

/** Effects with their sampling variances, on the scale of the measure (logs for RR and OR). */
export interface EffectSizes<M extends Measure = Measure> {
  readonly kind: 'effect-sizes';
  readonly measure: M;
  readonly yi: readonly number[];
  readonly vi: readonly number[];
  /** For each entry of yi, its position in the arrays given; without dropped studies 0, 1, 2 ... */
  readonly studies: readonly number[];
  readonly dropped: readonly DroppedStudy[];
}

/** One study's effect with its variance, or the reason why it has none. */
export type StudyEffect = { readonly yi: number; readonly vi: number } | DroppedStudy['reason'];

/** Calls `effectOf` for every study and sorts the results into effects and dropped studies. */
export function collectEffects<M extends Measure>(
  measure: M,
  count: number,
  effectOf: (study: number) => StudyEffect,
): EffectSizes<M> {
  const yi: number[] = [];
  const vi: number[] = [];
  const studies: number[] = [];
  const dropped: DroppedStudy[] = [];
  for (let study = 0; study < count; study++) {
    const effect = effectOf(study);
    const problem = typeof effect === 'string' ? effect : unusable(effect.yi, effect.vi);
    if (problem !== null) {
      dropped.push({ study, reason: problem });
    } else if (typeof effect !== 'string') {
      yi.push(effect.yi);
      vi.push(effect.vi);
      studies.push(study);
    }
  }
  return { kind: 'effect-sizes', measure, yi, vi, studies, dropped };
}

function unusable(yi: number, vi: number): DroppedStudy['reason'] | null {
  if (!Number.isFinite(yi) || !Number.isFinite(vi)) return 'infinite-effect';
  return vi > 0 ? null : 'zero-variance';
}

/** Throws a RangeError when the correction is negative or not finite. */
export function requireCorrection(where: string, { add }: ContinuityCorrection): void {
  if (!(add >= 0 && add < Infinity)) {
    throw new RangeError(`${where}: continuity.add must be a finite number of at least 0, but is ${String(add)}`);
  }
}

/** The amount to add to each study's cells; `hasZeroCell(i)` says whether study i has one. */
export function additions(
  { add, to }: ContinuityCorrection,
  count: number,
  hasZeroCell: (study: number) => boolean,
): readonly number[] {
  const zero = Array.from({ length: count }, (_, study) => hasZeroCell(study));
  const everywhere = to === 'all' || (to === 'if0all' && zero.includes(true));
  return zero.map((isZero) => (everywhere || (to === 'only0' && isZero) ? add : 0));
}
