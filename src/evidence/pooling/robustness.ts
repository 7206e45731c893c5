import { testMean } from '../../stats/inference.js';
import { fitMeanModel, type MeanModel } from '../../stats/mean-model.js';
import { isNoAnswer, type NoAnswerReason } from '../../stats/no-answer.js';
import { atOnce } from '../in-steps.js';
import { allRows, type PoolMaterial } from './material.js';
import type { Method } from './method.js';
import { toProportion, trialEffects, type TrialEffects } from './pool-trials.js';
import { METHOD_CHOICES } from './read-method.js';
import { selectingTrials, type PoolQuestion, type Trial } from './select-trials.js';
import { SET_IDS, settingRules, type SetId } from './sensitivity-sets.js';

/** One way to answer a question: a method, a named set, and at most one study left out. */
export interface RobustnessPoint {
  readonly method: Method;
  readonly set: SetId;
  readonly without: string | null;
  /** The pooled proportion with its interval, or why there is none: a single study is no pool. */
  readonly answer: { readonly estimate: number; readonly low: number; readonly high: number } | NoAnswerReason;
}

/**
 * Every estimator, scale, interval and zero-cell rule on every named set, whole and without each study in turn.
 * Yields one point at a time, so that a page can stop after some milliseconds and go on later; some thousand points
 * for a small pool. The zero-cell rule has no meaning for the arcsine scales: there it is not repeated.
 */
export function* robustnessGrid(
  material: PoolMaterial,
  question: PoolQuestion,
  level: number,
): Generator<RobustnessPoint, void, undefined> {
  for (const { set, trials, correlation } of selections(material, question)) {
    for (const without of [null, ...trials.map(({ study }) => study)]) {
      const kept = trials.filter(({ study }) => study !== without);
      for (const rules of EFFECT_RULES) {
        yield* estimates(trialEffects(kept, rules, correlation), { set, without, level, ...rules });
      }
    }
  }
}

/** How many points `robustnessGrid` yields, for a progress display. */
export function robustnessSize(material: PoolMaterial, question: PoolQuestion): number {
  const each = EFFECT_RULES.length * METHOD_CHOICES.estimator.length * METHOD_CHOICES.interval.length;
  return selections(material, question).reduce((sum, { trials }) => sum + (trials.length + 1) * each, 0);
}

type EffectRules = Pick<Method, 'scale' | 'zeroCells'>;
type Place = EffectRules & Pick<RobustnessPoint, 'set' | 'without'> & Pick<Method, 'level'>;

const EFFECT_RULES: readonly EffectRules[] = METHOD_CHOICES.scale.flatMap((scale) =>
  METHOD_CHOICES.zeroCells
    .filter((zeroCells) => zeroCells === 'half' || scale === 'PLO' || scale === 'PR')
    .map((zeroCells) => ({ scale, zeroCells })),
);

function selections(of: PoolMaterial, question: PoolQuestion) {
  // The studies that are asked for, once: a reader's own rows may be many.
  const rows = allRows(of);
  const asked = rows.filter((row) => row.treatment === question.treatment && row.threshold === question.threshold);
  const studies = new Set(asked.map(({ study }) => study));
  const material = { ...of, literature: rows.filter(({ study }) => studies.has(study)), given: [], own: [] };
  return SET_IDS.map((set): { set: SetId; trials: readonly Trial[]; correlation: number } => {
    const { rule, adjust, correlation } = atOnce(settingRules(set, material));
    const { trials } = atOnce(selectingTrials(allRows(material), question, rule));
    return { set, trials: trials.map(adjust), correlation };
  });
}

/** Every estimator and interval on the same effects; the fit of an estimator serves all its intervals. */
function* estimates(effects: TrialEffects, { set, without, level, scale, zeroCells }: Place) {
  for (const estimator of METHOD_CHOICES.estimator) {
    const fit = fitMeanModel(effects.yi, effects.vi, { method: estimator });
    for (const interval of METHOD_CHOICES.interval) {
      const method: Method = { estimator, scale, interval, level, zeroCells };
      yield { method, set, without, answer: isNoAnswer(fit) ? fit.reason : answerOf(fit, effects, method) };
    }
  }
}

function answerOf(fit: MeanModel, effects: TrialEffects, method: Method): RobustnessPoint['answer'] {
  // The equal-effects model answers to one study, which is no pool.
  if (fit.k < 2) return 'too-few-studies';
  const test = testMean(fit, { test: method.interval, level: method.level });
  if (isNoAnswer(test)) return test.reason;
  const back = toProportion(effects, method.scale);
  return { estimate: back(test.estimate), low: back(test.low), high: back(test.high) };
}
