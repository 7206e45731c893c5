import { fillSide, type TrimAndFill } from '../../stats/fill-side.js';
import { isNoAnswer, noAnswer, type NoAnswer } from '../../stats/no-answer.js';
import { petersTest, type AsymmetryTest } from '../../stats/peters-test.js';
import { rankCorrelationTest, type RankCorrelationTest } from '../../stats/rank-correlation-test.js';
import { weightedLine, type WeightedLine } from '../../stats/weighted-line.js';
import type { PoolAnalysis } from './analyse-pool.js';
import { includedTrials } from './pool-steps.js';

/**
 * With fewer studies tests of funnel asymmetry have too little power to tell chance from asymmetry: Sterne et al. 2011,
 * doi:10.1136/bmj.d4002.
 */
export const STUDIES_FOR_SMALL_STUDY_TESTS = 10;

/** Do small studies show other results than large ones? Each test may have no answer of its own. */
export interface SmallStudyTests {
  readonly kind: 'small-study-tests';
  readonly k: number;
  /** Effects on their standard errors, by weighted least squares; its slope is the bias. */
  readonly egger: (WeightedLine & { readonly kind: 'weighted-line' }) | NoAnswer;
  /** On logits alone, for which it is made. */
  readonly peters: AsymmetryTest | NoAnswer | null;
  readonly rank: RankCorrelationTest | NoAnswer;
  /** On the side opposite to where Egger's line puts the small studies. */
  readonly trimAndFill: TrimAndFill | NoAnswer;
}

/** The tests of a pool of ten studies or more, else `too-few-studies` with how many there are. */
export function smallStudyTests(analysis: PoolAnalysis): SmallStudyTests | NoAnswer {
  const trials = includedTrials(analysis);
  const k = trials.length;
  if (k < STUDIES_FOR_SMALL_STUDY_TESTS) return noAnswer('too-few-studies', k, STUDIES_FOR_SMALL_STUDY_TESTS);
  const { estimator, interval, level, scale } = analysis.request.method;
  const yi = trials.map(({ effect }) => effect!.yi);
  const vi = trials.map(({ effect }) => effect!.vi);
  const events = trials.map((trial) => trial.events);
  const totals = trials.map((trial) => trial.total);
  const egger = weightedLine(yi, vi.map(Math.sqrt), vi.map((variance) => 1 / variance), level);
  const side = !isNoAnswer(egger) && egger.slope.estimate < 0 ? 'right' : 'left';
  return {
    kind: 'small-study-tests',
    k,
    egger,
    peters: scale === 'PLO' ? petersTest(yi, events, totals, level) : null,
    rank: rankCorrelationTest(yi, vi),
    trimAndFill: isNoAnswer(egger) ? egger : fillSide(yi, vi, side, { method: estimator, test: interval, level }),
  };
}
