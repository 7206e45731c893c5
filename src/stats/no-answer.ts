/**
 * Why a question has no answer. Misuse (arrays of unequal length, more events than patients) is a `RangeError`
 * instead.
 *
 * - `collinear-moderators`: a moderator is a combination of those before it (a constant one, of the intercept);
 *   `found` counts the independent columns
 * - `interval-too-narrow`, `interval-too-wide`, `limit-cut-off`: a printed interval does not tell the spread between
 *   studies: sampling alone explains it, no spread does, or its width is not that of a standard error
 * - `no-studies`: nothing was given, or every study was dropped
 * - `too-few-groups`: subgroups to compare, but fewer than two of them
 * - `too-few-studies`: fewer studies than the method needs (one study says nothing about the variance between
 *   studies)
 * - `zero-variance`: a sampling variance is zero, so that its inverse weight is infinite
 * - `not-estimable`: the estimate lies at infinity or the data carry no information on it (no events anywhere)
 * - `no-random-effects`: asked of an equal-effects model, which has no distribution of effects
 * - `did-not-converge`: the iteration ended without an answer; `method` and `iterations` say which and when, and
 *   `found` and `needed` are both that number of iterations
 */
export type NoAnswerReason =
  | 'collinear-moderators'
  | 'did-not-converge'
  | 'interval-too-narrow'
  | 'interval-too-wide'
  | 'limit-cut-off'
  | 'no-random-effects'
  | 'no-studies'
  | 'not-estimable'
  | 'too-few-groups'
  | 'too-few-studies'
  | 'zero-variance';

/** The typed answer "cannot be answered": a normal result, not an exception. */
export interface NoAnswer {
  readonly kind: 'no-answer';
  readonly reason: NoAnswerReason;
  /** What there was, in the unit of `needed`: mostly studies. */
  readonly found: number;
  readonly needed: number;
  readonly method?: string;
  readonly iterations?: number;
}

/**
 * Builds a no-answer: `noAnswer('too-few-studies', 1, 2)` is `{kind: 'no-answer', reason: 'too-few-studies', found:
 * 1, needed: 2}`.
 */
export function noAnswer(
  reason: NoAnswerReason,
  found: number,
  needed: number,
  about: { readonly method?: string; readonly iterations?: number } = {},
): NoAnswer {
  return { kind: 'no-answer', reason, found, needed, ...about };
}

/** True for a no-answer; narrows the type of any result of the engine. */
export function isNoAnswer(result: { readonly kind: string } | NoAnswer): result is NoAnswer {
  return result.kind === 'no-answer';
}
