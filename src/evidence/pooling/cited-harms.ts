import type { AdverseEventRow, Evidence } from '../../schema/index.js';
import { harmRecords } from '../build-core.js';
import type { CoveredStudy } from './coverage.js';
import type { PoolMaterial } from './material.js';

/** A kind of adverse event that the review pooled from a study under a cream alone, and what of it is known here. */
export interface CitedHarm {
  readonly event: AdverseEventRow['event'];
  readonly status: Exclude<CoveredStudy['status'], 'other-threshold'>;
}

/**
 * For each study behind the review's rates of adverse events, by its reference number: every kind. The review prints
 * one list of studies for all kinds, so a study may have reported none of one of them.
 */
export function citedHarms(
  evidence: Pick<Evidence, 'estimates'>,
  { adverseEvents }: Pick<PoolMaterial, 'adverseEvents'>,
): Map<number, CitedHarm[]> {
  const byStudy = new Map<number, CitedHarm[]>();
  for (const { event, record } of harmRecords(evidence)) {
    for (const leeRef of record.refs) {
      const rows = adverseEvents.filter((row) => row.leeRef === leeRef && row.treatment === 'tci' && row.event === event);
      const status = rows.some(({ pool }) => pool) ? 'counted' : rows.length ? 'left-out' : 'no-count';
      byStudy.set(leeRef, [...(byStudy.get(leeRef) ?? []), { event, status }]);
    }
  }
  return byStudy;
}
