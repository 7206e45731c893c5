import { logistic } from '../../../src/stats/back-transform.js';
import { testMean } from '../../../src/stats/inference.js';
import { fitMeanModel } from '../../../src/stats/mean-model.js';
import { isNoAnswer } from '../../../src/stats/no-answer.js';
import { clopperPearson } from '../../../src/stats/single-proportion.js';

export interface Counted {
  readonly study: string;
  readonly events: number;
  readonly total: number;
  readonly people: number;
}

/** The engine on a subset: logits with half an event where a cell is zero, REML, Hartung-Knapp with its floor. */
export function byEngine(subset: readonly Counted[]) {
  if (subset.length === 1) {
    const { events, total } = subset[0]!;
    return { estimate: events / total, ...clopperPearson(events, total) };
  }
  const corrected = subset.map(({ events, total }) => {
    const add = events === 0 || events === total ? 0.5 : 0;
    return { x: events + add, others: total - events + add };
  });
  const fit = fitMeanModel(
    corrected.map(({ x, others }) => Math.log(x / others)),
    corrected.map(({ x, others }, i) => ((1 / x + 1 / others) * subset[i]!.total) / subset[i]!.people),
    { method: 'REML' },
  );
  if (isNoAnswer(fit)) return fit;
  const mean = testMean(fit, { test: 'adhoc' });
  if (isNoAnswer(mean)) return mean;
  const [estimate, low, high] = [mean.estimate, mean.low, mean.high].map(logistic) as [number, number, number];
  return { estimate, low, high, weights: fit.weights };
}
