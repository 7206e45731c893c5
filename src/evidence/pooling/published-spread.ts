import { isNoAnswer, type NoAnswerReason } from '../../stats/no-answer.js';
import error from '../../stats/reconstructed-spread.error.json';
import { reconstructSpread, type ReconstructedSpread } from '../../stats/reconstructed-spread.js';
import type { PublishedStratum } from '../core.js';
import type { EvidenceDetails } from '../details.js';
import type { ResponseEstimate, Stratum, Threshold, Treatment } from '../outlook.js';
import type { PoolMaterial } from './material.js';

/**
 * Why the spread behind a published number is not reconstructed: the engine's reasons; no interval was printed; nobody
 * reached the threshold; the sizes of the studies are not known.
 */
export type SpreadRefusal = NoAnswerReason | 'no-interval' | 'nobody-reached' | 'sizes-not-known';

/** The spread between the studies of a published pool: reconstructed, never printed. */
export interface PublishedSpread {
  readonly response: ResponseEstimate;
  readonly spread: ReconstructedSpread | { readonly kind: 'refused'; readonly reason: SpreadRefusal };
}

/**
 * How far off a reconstruction is: on meta-analyses whose studies are known, and on simulated ones over every setting.
 * Ratios of standard deviations between studies, tenth lowest to tenth highest of 100; coverage as a proportion.
 */
export const SPREAD_ACCURACY = error;

/**
 * For every published pool of a treatment and stratum the spread that its interval implies. The sizes are those of the
 * review's table of studies, scaled to the people whom the review counts at that threshold.
 */
export function publishedSpreads(
  { core, details }: Pick<PoolMaterial, 'core' | 'details'>,
  asked: Stratum & { readonly treatment: Treatment },
): PublishedSpread[] {
  const isAsked = ({ treatment, ageGroup, site }: PublishedStratum) =>
    treatment === asked.treatment && ageGroup === asked.ageGroup && site === asked.site;
  const stratum = core.strata.find(isAsked);
  return (stratum?.responses ?? []).map((response) => ({
    response,
    spread: spreadOf(response, studySizes(asked, response.threshold, details)),
  }));
}

function spreadOf(response: ResponseEstimate, sizes: readonly number[] | null): PublishedSpread['spread'] {
  const { estimate, low, high, level, participants, intervalFrom } = response;
  const refused = (reason: SpreadRefusal) => ({ kind: 'refused', reason }) as const;
  if (estimate === 0) return refused('nobody-reached');
  if (low === null || high === null || intervalFrom === 'calculated') return refused('no-interval');
  if (!sizes || participants === null) return refused('sizes-not-known');
  const spread = reconstructSpread({ estimate, low, high, level, sizes, participants });
  return isNoAnswer(spread) ? refused(spread.reason) : spread;
}

/** Who finished the treatment in each study behind a published pool, or `null` where one is not in the table. */
function studySizes(
  { treatment, ageGroup, site }: Stratum & { readonly treatment: Treatment },
  threshold: Threshold,
  { cited, studies }: EvidenceDetails,
): number[] | null {
  const pool = cited.find((row) => row.treatment === treatment && row.ageGroup === ageGroup && row.site === site);
  const refs = pool?.byThreshold.find((row) => row.threshold === threshold)?.refs ?? [];
  const sizes = refs.map((ref) => {
    const study = studies.find(({ leeRef }) => leeRef === ref);
    const arms = study?.arms.filter((arm) => arm.treatment === treatment) ?? [];
    // Arms that share people count once.
    const counted = study?.design.includes('WP') ? arms.slice(0, 1) : arms;
    return counted.reduce((sum, { completed }) => sum + completed, 0);
  });
  return sizes.length && sizes.every((size) => size > 0) ? sizes : null;
}
