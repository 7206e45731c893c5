import type { PoolAnalysis } from '../../evidence/pooling/analyse-pool.js';
import type { PoolMaterial } from '../../evidence/pooling/material.js';

/** The analysis on screen with everything that it was made from, as JSON. */
export function analysisJson(analysis: PoolAnalysis, { core }: Pick<PoolMaterial, 'core'>): string {
  const { request, result, correlation, trials, leftOut, candidates, coverage, published } = analysis;
  // The effects stand with the studies.
  const pool = result.kind === 'no-answer' ? result : { ...result, effects: undefined };
  const document = {
    evidence: core.evidence,
    request,
    /** Of the lesions of one person. */
    intraclassCorrelation: correlation,
    pool,
    studies: trials,
    leftOut,
    candidates,
    coverage,
    published,
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}
