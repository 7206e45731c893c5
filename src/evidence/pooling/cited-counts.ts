import { atOnce } from '../in-steps.js';
import type { Stratum, Threshold, Treatment } from '../outlook.js';
import { coverageOf, type CoveredStudy } from './coverage.js';
import { allRows, type PoolMaterial } from './material.js';
import { selectingTrials } from './select-trials.js';

/** A count that the review had of a study, since it pooled it, and what of it is known here. */
export interface CitedCount extends Stratum {
  readonly treatment: Treatment;
  readonly threshold: Threshold;
  readonly status: CoveredStudy['status'];
}

/** For each study that a published pool cites, by the review's reference number: every count that stands behind one. */
export function citedCounts(material: PoolMaterial): Map<number, CitedCount[]> {
  const byStudy = new Map<number, CitedCount[]>();
  for (const { treatment, ageGroup, site, byThreshold } of material.details.cited) {
    for (const { threshold } of byThreshold) {
      const question = { treatment, ageGroup, site, threshold };
      const { trials } = atOnce(selectingTrials(allRows(material), question));
      const coverage = coverageOf(question, trials, material);
      for (const { leeRef, status } of coverage?.studies ?? []) {
        byStudy.set(leeRef, [...(byStudy.get(leeRef) ?? []), { ...question, status }]);
      }
    }
  }
  return byStudy;
}
