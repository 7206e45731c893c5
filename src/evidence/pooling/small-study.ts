import { funnelRegression, type FunnelRegression } from '../../stats/funnel-regression.js';
import { noAnswer, type NoAnswer } from '../../stats/no-answer.js';
import { petersTest, type AsymmetryTest } from '../../stats/peters-test.js';
import { rankCorrelationTest, type RankCorrelationTest } from '../../stats/rank-correlation-test.js';
import { trimAndFill, type TrimAndFill } from '../../stats/trim-and-fill.js';
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
  readonly egger: FunnelRegression | NoAnswer;
  /** On logits alone, for which it is made. */
  readonly peters: AsymmetryTest | NoAnswer | null;
  readonly rank: RankCorrelationTest | NoAnswer;
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
  return {
    kind: 'small-study-tests',
    k,
    egger: funnelRegression(yi, vi, { level }),
    peters: scale === 'PLO' ? petersTest(yi, events, totals, level) : null,
    rank: rankCorrelationTest(yi, vi),
    trimAndFill: trimAndFill(yi, vi, { method: estimator, test: interval, level }),
  };
}
