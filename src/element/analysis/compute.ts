import { lastCall } from '../../evidence/last-call.js';
import type { PoolAnalysis } from '../../evidence/pooling/analyse-pool.js';
import { standAlone } from '../../evidence/pooling/checked-rows.js';
import { compareWithinTrials } from '../../evidence/pooling/comparisons.js';
import { poolHarms } from '../../evidence/pooling/harms.js';
import type { PoolMaterial } from '../../evidence/pooling/material.js';
import type { Method } from '../../evidence/pooling/method.js';
import { publishedSpreads } from '../../evidence/pooling/published-spread.js';
import type { PoolQuestion } from '../../evidence/pooling/select-trials.js';
import type { PoolingWords } from '../../i18n/pooling.js';
import { comparisonsView, type ComparisonsView } from '../../view-model/pooling/comparison-view.js';
import { forestView } from '../../view-model/pooling/forest-view.js';
import { funnelView, type FunnelView } from '../../view-model/pooling/funnel-view.js';
import { harmPoolsView, type HarmPoolsView } from '../../view-model/pooling/harm-pools-view.js';
import { selectionView } from '../../view-model/pooling/selection-view.js';
import { smallStudyView } from '../../view-model/pooling/small-study-view.js';
import { spreadsView, type SpreadsView } from '../../view-model/pooling/spread-view.js';
import { cumulativeView, leaveOneOutView } from '../../view-model/pooling/steps-view.js';
import { createSlicedAnalysis, type Asked, type SlicedWork } from './sliced-analysis.js';
import type { AnalysisState } from './state.js';

/** What the panel shows of a state, computed when it is asked for, and again only where something changed. */
export interface Computing {
  material(state: AnalysisState): PoolMaterial;
  /** The pool as asked; of many rows the last one, whatever was asked then, while this one is made in slices. */
  analysis(state: AnalysisState): PoolAnalysis;
  /** How far it is, in per cent; `null` where the analysis is the one that is asked for. */
  pooling(state: AnalysisState): number | null;
  /** The last one with an answer to the same question, which stays in view where a method gives none. */
  kept(state: AnalysisState): PoolAnalysis | null;
  readonly forest: typeof forestView;
  readonly selection: typeof selectionView;
  readonly steps: Readonly<Record<'leave-one-out' | 'cumulative', typeof leaveOneOutView>>;
  readonly funnels: Readonly<Record<FunnelView['kind'], FunnelOf>>;
  readonly smallStudy: typeof smallStudyView;
  spreads(
    material: PoolMaterial,
    treatment: AnalysisState['treatment'],
    ageGroup: AnalysisState['ageGroup'],
    site: AnalysisState['site'],
    words: PoolingWords,
  ): SpreadsView;
  harms(material: PoolMaterial, ageGroup: AnalysisState['ageGroup'], method: Method, words: PoolingWords): HarmPoolsView;
  comparisons(
    material: PoolMaterial,
    ageGroup: AnalysisState['ageGroup'],
    site: AnalysisState['site'],
    method: Method,
    words: PoolingWords,
  ): ComparisonsView;
}

type FunnelOf = (analysis: PoolAnalysis, material: PoolMaterial, words: PoolingWords) => FunnelView;

export function createComputing(literature: PoolMaterial, sliced: SlicedWork): Computing {
  const materialOf = lastCall((given: AnalysisState['given'], own: AnalysisState['own']): PoolMaterial => {
    const rows = standAlone(given, own) ? [] : literature.literature;
    return { ...literature, literature: rows, given: given.rows, own: own.rows };
  });
  const material = ({ given, own }: AnalysisState) => materialOf(given, own);
  const question = lastCall(
    (
      treatment: AnalysisState['treatment'],
      threshold: AnalysisState['threshold'],
      ageGroup: AnalysisState['ageGroup'],
      site: AnalysisState['site'],
    ): PoolQuestion => ({ treatment, threshold, ageGroup, site }),
  );
  const ask = lastCall(
    (
      from: PoolMaterial,
      of: PoolQuestion,
      method: AnalysisState['method'],
      set: AnalysisState['set'],
      without: AnalysisState['without'],
    ): Asked => ({ from, request: { question: of, method, set, without } }),
  );
  const { analysis, progress, answered } = createSlicedAnalysis(sliced);
  const asked = (state: AnalysisState): Asked => {
    const { treatment, threshold, ageGroup, site, method, set, without } = state;
    return ask(material(state), question(treatment, threshold, ageGroup, site), method, set, without);
  };
  return {
    material,
    analysis: (state) => analysis(asked(state)),
    pooling: (state) => (state.topic === 'responses' ? progress(asked(state)) : null),
    kept: (state) => {
      const last = answered();
      return last && isSameQuestion(last, state) ? last : null;
    },
    forest: lastCall(forestView),
    selection: lastCall(selectionView),
    steps: { 'leave-one-out': lastCall(leaveOneOutView), cumulative: lastCall(cumulativeView) },
    funnels: { size: funnelOf('size'), error: funnelOf('error') },
    smallStudy: lastCall(smallStudyView),
    spreads: lastCall((from, treatment, ageGroup, site, words) =>
      spreadsView(publishedSpreads(from, { treatment, ageGroup, site }), words),
    ),
    harms: lastCall((from, ageGroup, method, words) => harmPoolsView(poolHarms(from, ageGroup, method), from, words)),
    comparisons: lastCall((from, ageGroup, site, method, words) =>
      comparisonsView(compareWithinTrials(from, { ageGroup, site }, method), from, words),
    ),
  };
}

const funnelOf = (kind: FunnelView['kind']): FunnelOf =>
  lastCall((analysis, material, words) => funnelView(analysis, kind, material, words));

function isSameQuestion({ request: { question } }: PoolAnalysis, state: AnalysisState): boolean {
  return (['treatment', 'threshold', 'ageGroup', 'site'] as const).every((name) => question[name] === state[name]);
}
