import type { AnalysedTrial, PoolAnalysis } from '../../evidence/pooling/analyse-pool.js';
import type { PoolMaterial } from '../../evidence/pooling/material.js';
import type { CountRow } from '../../evidence/records.js';
import { csvText, type CsvValue } from './csv-text.js';

/**
 * Columns of {@link analysisCsv}. `row` is `study`, `switched-off`, `pool` or `left-out`; `origin` is `literature`,
 * `page` or `reader`; the effect `yi` with its variance `vi` is on the scale of the pool; `weight` is per cent;
 * `estimate`, `low` and `high` are proportions.
 */
export const ANALYSIS_COLUMNS = [
  'row', 'study', 'arms', 'origin', 'year', 'agent', 'months', 'unit', 'events', 'total', 'people', 'yi', 'vi', 'weight',
  'estimate', 'low', 'high', 'prediction_low', 'prediction_high', 'tau_squared', 'i_squared', 'q', 'q_p', 'reason',
  'treatment', 'age_group', 'site', 'threshold', 'set', 'estimator', 'scale', 'interval', 'level', 'zero_cells',
  'evidence_version', 'evidence_hash',
] as const;

type Row = Partial<Record<(typeof ANALYSIS_COLUMNS)[number], CsvValue>>;

/** The analysis on screen: every study with its effect, the pool, and what was left out with the reason. */
export function analysisCsv(analysis: PoolAnalysis, { core }: Pick<PoolMaterial, 'core'>): string {
  const { question, method, set } = analysis.request;
  const asked: Row = {
    treatment: question.treatment, age_group: question.ageGroup, site: question.site, threshold: question.threshold,
    set, estimator: method.estimator, scale: method.scale, interval: method.interval, level: method.level,
    zero_cells: method.zeroCells, evidence_version: core.evidence.version, evidence_hash: core.evidence.hash,
  };
  const leftOut = analysis.leftOut.map(({ row, reason, origin }): Row => ({
    row: 'left-out', study: row.study, ...armColumns([row]), origin, events: row.events, total: row.total,
    people: row.people, unit: row.unit, year: row.year, reason: row.notPooledBecause ?? reason,
  }));
  const rows = [...analysis.trials.map(trialRow), poolRow(analysis), ...leftOut];
  return csvText(ANALYSIS_COLUMNS, rows, asked);
}

function trialRow({ arms, effect, ...trial }: AnalysedTrial): Row {
  const { study, origin, year, unit, events, total, people, weight, estimate, low, high, included } = trial;
  return {
    row: included ? 'study' : 'switched-off', study, ...armColumns(arms), origin, year, unit, events, total, people,
    yi: effect?.yi, vi: effect?.vi, weight: included ? weight : null, estimate, low, high,
  };
}

function armColumns(arms: readonly CountRow[]): Row {
  const listed = (values: readonly (string | number | null)[]) =>
    [...new Set(values.filter((value) => value !== null))].join('; ');
  return {
    arms: listed(arms.map(({ arm }) => arm)),
    agent: listed(arms.map(({ agent }) => agent)),
    months: listed(arms.map(({ durationMonths }) => durationMonths)),
  };
}

function poolRow({ result }: PoolAnalysis): Row {
  if (result.kind === 'no-answer') return { row: 'pool', reason: result.reason };
  const { kind, estimate, low, high, prediction, heterogeneity, effects } = result;
  return {
    row: 'pool', study: kind, estimate, low, high,
    prediction_low: prediction?.low, prediction_high: prediction?.high,
    tau_squared: heterogeneity?.tauSquared, i_squared: heterogeneity?.iSquared, q: heterogeneity?.q,
    q_p: heterogeneity?.qP, reason: effects.dropped.map(({ study }) => `without ${study}`).join('; ') || null,
  };
}
