import type { PoolAnalysis } from '../../evidence/pooling/analyse-pool.js';
import type { Coverage, CoveredStudy } from '../../evidence/pooling/coverage.js';
import type { Origin, PoolMaterial } from '../../evidence/pooling/material.js';
import type { AdverseEventRow, Candidate, CountRow } from '../../evidence/records.js';
import type { PoolingKey } from '../../i18n/en.pooling.js';
import type { PoolingWords } from '../../i18n/pooling.js';
import { stratumName } from '../option-view.js';
import { of100 } from '../of-100.js';
import { intervalRow, type IntervalRow } from './interval-row.js';
import { originMarks } from './origin-marks.js';
import { countsText } from './pool-words.js';
import { studyLink, studyName } from './study-name.js';

/** More than anybody reads of one kind. */
export const MOST_ROWS = 100;

/** The counts that a pool does not take, with the reason, what is not safe enough to use, and the review's studies. */
export interface SelectionView {
  /** The first of them. */
  readonly leftOut: readonly SelectionRowView[];
  readonly candidates: readonly SelectionRowView[];
  readonly coveredStudies: readonly (Pick<CoveredStudy, 'status'> & { readonly label: string; readonly text: string })[];
}

export interface SelectionRowView {
  readonly study: string;
  readonly label: string;
  readonly arm: string;
  /** "17 of 19 people", or what was printed. */
  readonly counts: string;
  /** Why it is not in the pool; `null` where it is. */
  readonly reason: string | null;
  /** Where and how often the number was read. */
  readonly source: string;
  readonly link: string | null;
}

/** The published estimate beside the pool, side by side, never mixed. */
export interface PublishedBesideView {
  readonly published: readonly IntervalRow[];
  readonly pooled: IntervalRow | null;
  /** Why the two differ, a sentence each. */
  readonly gap: readonly string[];
}

type Material = Pick<PoolMaterial, 'details'>;

export function selectionView(analysis: PoolAnalysis, material: Material, words: PoolingWords): SelectionView {
  const { leftOut, candidates, coverage } = analysis;
  return {
    leftOut: leftOut.slice(0, MOST_ROWS).map(({ row, reason, origin }) => ({
      ...countRowView(row, origin, material, words),
      reason: leftOutText(row, reason, words),
    })),
    candidates: candidates.map((candidate) => candidateView(candidate, material, words)),
    coveredStudies: (coverage?.studies ?? []).map(({ leeRef, status }) => ({
      label: nameOfRef(leeRef, material),
      status,
      text: words.t(`covered.${status}`),
    })),
  };
}

/** The record's own reason in our words; a host's row may give one of its own. */
export function leftOutText(row: CountRow | AdverseEventRow, reason: string, { find, t }: PoolingWords): string {
  if (reason !== 'not-pooled' || row.notPooledBecause === null) return t(`left-out.${reason}` as PoolingKey);
  return find(`not-pooled.${row.notPooledBecause}`) ?? row.notPooledBecause;
}

function countRowView(row: CountRow, origin: Origin, { details }: Material, words: PoolingWords) {
  const { study, arm, url } = row;
  return {
    study,
    label: studyName(study, details),
    arm,
    counts: countsText(row, words),
    source: [...originMarks(origin, words), ...readTexts(row, words)].join('; '),
    link: studyLink(study, details, url),
  };
}

/** Where and how often the number was read; of data without a source there is nothing to say. */
function readTexts({ sourceLevel, count, extractions }: CountRow, { t }: PoolingWords): string[] {
  if (sourceLevel === 'own-data') return [];
  const read = t(`read.${sourceLevel}`);
  const source = count === 'derived' ? t('read.derived', { source: read }) : read;
  return [t(extractions >= 2 ? 'read.twice' : 'read.once', { source })];
}

function candidateView(candidate: Candidate, { details }: Material, { find, t }: PoolingWords): SelectionRowView {
  const { study, armId = '', printed, source } = candidate;
  return {
    study,
    label: studyName(study, details),
    arm: armId,
    counts: t('candidate.printed', { printed }),
    reason: find(`candidate.${study}`) ?? t('left-out.not-pooled'),
    source: t(`read.${source}`),
    link: studyLink(study, details, null),
  };
}

function nameOfRef(ref: number, { details }: Material): string {
  const study = details.studies.find(({ leeRef }) => leeRef === ref);
  return study ? studyName(study.id, details) : String(ref);
}

/** How much of what the review pooled is pooled here. */
export function coverageTexts({ coverage, request }: PoolAnalysis, { t }: PoolingWords): string[] {
  if (!coverage) return request.question.treatment === 'phototherapy' ? [] : [t('coverage.none')];
  const { counted, pooledByReview } = coverage;
  return [t('coverage', { counted, pooled: pooledByReview })];
}

export function publishedBesideView(analysis: PoolAnalysis, words: PoolingWords): PublishedBesideView | null {
  const { published, result } = analysis;
  if (!published) return null;
  const { t, language } = words;
  const label = t('published.group', { group: stratumName(published.stratum, language) });
  const rows = published.responses.flatMap(({ estimate, low, high, months }) => {
    if (low === null || high === null) return [];
    const isDated = published.responses.length > 1 && months?.printed;
    const dated = isDated ? language.t('label.at-months', { label, months: months.printed }) : label;
    return intervalRow(dated, { estimate, low, high }, words);
  });
  const pooled = result.kind === 'pooled' ? intervalRow(t('pooled'), result, words) : null;
  return { published: rows, pooled, gap: gapTexts(analysis, words) };
}

function directionOf(pooled: number, published: number): PoolingKey {
  const difference = of100(pooled) - of100(published);
  return difference > 0 ? 'gap.above' : difference < 0 ? 'gap.below' : 'gap.same';
}

function coverageGap({ counted, pooledByReview, beyondReview }: Coverage, { t }: PoolingWords): string[] {
  const beyond = beyondReview ? [t('gap.beyond', { beyond: beyondReview })] : [];
  return [t('gap.few', { counted, pooled: pooledByReview }), ...beyond];
}

function gapTexts({ published, coverage, result, request }: PoolAnalysis, words: PoolingWords): string[] {
  const { t, language } = words;
  const [first] = published!.responses;
  const direction = result.kind === 'pooled' && first ? [t(directionOf(result.estimate, first.estimate))] : [];
  const group = published!.match === 'exact' ? [] : [t('gap.group', { group: stratumName(published!.stratum, language) })];
  const few = coverage ? coverageGap(coverage, words) : [];
  const ofReview = request.question.treatment === 'phototherapy' ? [] : [t('gap.abstracts'), t('gap.method')];
  return [...direction, ...few, ...ofReview, ...group, t('gap.apart')];
}
