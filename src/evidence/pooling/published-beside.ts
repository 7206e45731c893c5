import type { EvidenceCore } from '../core.js';
import type { Match, ResponseEstimate, Stratum } from '../outlook.js';
import { publishedAnswer } from '../published.js';
import type { PoolQuestion } from './select-trials.js';

/** What a review printed for the same question, or for the group that stands in for it. Never blended with a pool. */
export interface PublishedBeside {
  readonly stratum: Stratum;
  readonly match: Match;
  /** One for the creams; light alone has one a duration. */
  readonly responses: readonly ResponseEstimate[];
}

export function publishedBeside(question: PoolQuestion, core: EvidenceCore): PublishedBeside | null {
  const { treatment, ageGroup, site, threshold } = question;
  const inputs = { ageGroup, site, phototherapy: 'available', maintenance: 'treating' } as const;
  const { stratum, match, responses } = publishedAnswer(core, treatment, inputs);
  const atThreshold = responses.filter((response) => response.threshold === threshold);
  return stratum && atThreshold.length ? { stratum, match, responses: atThreshold } : null;
}
