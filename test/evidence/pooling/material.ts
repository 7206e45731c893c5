import core from '../../../data/core.json';
import counts from '../../../data/counts.json';
import details from '../../../data/details.json';
import type { EvidenceCore } from '../../../src/evidence/core.js';
import type { EvidenceDetails } from '../../../src/evidence/details.js';
import type { StudyCounts } from '../../../src/evidence/evidence-source.js';
import { analysePool, type PoolAnalysis, type PoolRequest } from '../../../src/evidence/pooling/analyse-pool.js';
import type { PoolMaterial } from '../../../src/evidence/pooling/material.js';
import { DEFAULT_METHOD } from '../../../src/evidence/pooling/method.js';
import type { PoolQuestion } from '../../../src/evidence/pooling/select-trials.js';
import type { CountRow } from '../../../src/schema/index.js';
import { loadCountRows } from '../../../src/schema/load-count-rows.js';

/** The shipped evidence, as live pooling works on it. */
export const studyCounts = counts as unknown as StudyCounts;
export const material: PoolMaterial = {
  literature: studyCounts.repigmentation,
  given: [],
  own: [],
  adverseEvents: studyCounts.adverseEvents,
  candidates: studyCounts.candidates,
  core: core as unknown as EvidenceCore,
  details: details as unknown as EvidenceDetails,
};

/** The largest pool. */
export const ANY: PoolQuestion = { treatment: 'tci', ageGroup: 'any', site: 'any', threshold: 'any' };
export const AT_75: PoolQuestion = { ...ANY, threshold: 75 };

export function analyse(request: Partial<PoolRequest> = {}, of: PoolMaterial = material): PoolAnalysis {
  return analysePool(of, { question: ANY, method: DEFAULT_METHOD, set: 'all', without: [], ...request });
}

/** Rows as a page gives them, complete. */
export function ownRows(...rows: object[]): CountRow[] {
  const read = loadCountRows(rows);
  if (read.issues.length) throw new Error(JSON.stringify(read.issues));
  return read.rows;
}

/** A made-up clinic audit of 40 people. */
export const AUDIT = { study: 'Clinic audit', treatment: 'tci', threshold: 'any', events: 22, total: 40, year: 2025 };
