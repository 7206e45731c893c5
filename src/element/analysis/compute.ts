import { analysePool, type PoolAnalysis, type PoolRequest } from '../../evidence/pooling/analyse-pool.js';
import type { PoolMaterial } from '../../evidence/pooling/material.js';
import { forestView } from '../../view-model/pooling/forest-view.js';
import { selectionView } from '../../view-model/pooling/selection-view.js';
import { lastCall } from './last-call.js';
import type { AnalysisState } from './state.js';

/** What the panel shows of a state, computed when it is asked for, and again only where something changed. */
export interface Computing {
  material(state: AnalysisState): PoolMaterial;
  /** The pool as asked. */
  analysis(state: AnalysisState): PoolAnalysis;
  /** The last one with an answer to the same question, which stays in view where a method gives none. */
  kept(state: AnalysisState): PoolAnalysis | null;
  readonly forest: typeof forestView;
  readonly selection: typeof selectionView;
}

/** `given` are counts of the page itself, which come before the reader's. */
export function createComputing(literature: PoolMaterial): Computing {
  const materialOf = lastCall((own: AnalysisState['own']): PoolMaterial => {
    const isAlone = own.mode === 'replace' && own.rows.length > 0;
    return { ...literature, literature: isAlone ? [] : literature.literature, own: [...literature.own, ...own.rows] };
  });
  const request = lastCall(
    (
      treatment: AnalysisState['treatment'],
      threshold: AnalysisState['threshold'],
      ageGroup: AnalysisState['ageGroup'],
      site: AnalysisState['site'],
      method: AnalysisState['method'],
      set: AnalysisState['set'],
      without: AnalysisState['without'],
    ): PoolRequest => ({ question: { treatment, threshold, ageGroup, site }, method, set, without }),
  );
  const analyse = lastCall(analysePool);
  let answered: PoolAnalysis | null = null;
  const material = (state: AnalysisState) => materialOf(state.own);
  const analysis = (state: AnalysisState) => {
    const { treatment, threshold, ageGroup, site, method, set, without } = state;
    const found = analyse(material(state), request(treatment, threshold, ageGroup, site, method, set, without));
    if (found.result.kind !== 'no-answer') answered = found;
    return found;
  };
  return {
    material,
    analysis,
    kept: (state) => (answered && isSameQuestion(answered, state) ? answered : null),
    forest: lastCall(forestView),
    selection: lastCall(selectionView),
  };
}

function isSameQuestion({ request: { question } }: PoolAnalysis, state: AnalysisState): boolean {
  return (['treatment', 'threshold', 'ageGroup', 'site'] as const).every((name) => question[name] === state[name]);
}
