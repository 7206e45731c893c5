import type { PoolAnalysis } from '../../evidence/pooling/analyse-pool.js';
import { toProportion } from '../../evidence/pooling/pool-trials.js';
import { smallStudyTests, type SmallStudyTests } from '../../evidence/pooling/small-study.js';
import type { PoolingWords } from '../../i18n/pooling.js';
import type { NoAnswer } from '../../stats/no-answer.js';
import { of100 } from '../of-100.js';
import { fixed } from './pool-words.js';

/** Tests of small-study effects in words, or the reason why there are none. */
export interface SmallStudyView {
  readonly answered: boolean;
  readonly texts: readonly string[];
}

export function smallStudyView(analysis: PoolAnalysis, words: PoolingWords): SmallStudyView {
  const tests = smallStudyTests(analysis);
  if (tests.kind === 'no-answer') {
    const { found, needed } = tests;
    return { answered: false, texts: [words.t('small-study.few', { found, needed })] };
  }
  const texts = [egger(tests, words), peters(tests, words), rank(tests, words), fill(tests, analysis, words)];
  return { answered: true, texts: [...texts.flat(), words.t('small-study.caution')] };
}

const has = <T extends { readonly kind: string }>(test: T | NoAnswer): test is T => test.kind !== 'no-answer';
const pText = (p: number | null, words: PoolingWords) => (p === null ? '–' : fixed(p, 3, words));

function egger({ egger }: SmallStudyTests, words: PoolingWords): string {
  if (!has(egger)) return words.t('small-study.none', { test: 'Egger' });
  const { estimate, p } = egger.slope;
  return words.t('small-study.egger', { slope: fixed(estimate, 2, words), p: pText(p, words) });
}

function peters({ peters }: SmallStudyTests, words: PoolingWords): string[] {
  if (peters === null) return [];
  if (!has(peters)) return [words.t('small-study.none', { test: 'Peters' })];
  return [words.t('small-study.peters', { p: pText(peters.slope.p, words) })];
}

function rank({ rank }: SmallStudyTests, words: PoolingWords): string {
  if (!has(rank)) return words.t('small-study.none', { test: 'Begg' });
  return words.t('small-study.rank', { tau: fixed(rank.tau, 2, words), p: pText(rank.p, words) });
}

function fill(tests: SmallStudyTests, { request, result }: PoolAnalysis, words: PoolingWords): string {
  const { trimAndFill: filled } = tests;
  if (!has(filled) || result.kind === 'no-answer') return words.t('small-study.none', { test: 'Trim and fill' });
  const back = toProportion(result.effects, request.method.scale);
  const { estimate, low, high } = filled.pool.mean;
  const [point, from, to] = [estimate, low, high].map((y) => of100(back(y))) as [number, number, number];
  const side = words.t(`small-study.${filled.side}`);
  return words.t('small-study.fill', { missing: filled.missing, side, estimate: point, low: from, high: to });
}
