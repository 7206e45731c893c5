import core from '../../data/core.json';
import details from '../../data/details.json';
import type { EvidenceCore } from '../../src/evidence/core.js';
import type { EvidenceDetails } from '../../src/evidence/details.js';
import { enDetails } from '../../src/i18n/en.details.js';
import { enFurther } from '../../src/i18n/en.further.js';
import { enSupport } from '../../src/i18n/en.support.js';
import { en } from '../../src/i18n/en.js';
import { loadLanguage } from '../../src/i18n/languages.js';
import { score, type ScoredCriterion } from './criteria.js';
import { pageFacts, type SeenPage, type Tables } from './page-facts.js';

/** The score of a page as seen. */
export async function scorePage(seen: SeenPage): Promise<ScoredCriterion[]> {
  const tables = Object.fromEntries(
    await Promise.all(Object.keys(seen.texts).map(async (tag) => [tag, await messagesOf(tag)] as const)),
  ) as Tables;
  return score(pageFacts(seen, tables, core as unknown as EvidenceCore, details as unknown as EvidenceDetails));
}

/** All words that the patient view takes from, of this very language: English that stands in for it does not count. */
async function messagesOf(tag: string): Promise<Readonly<Record<string, string>>> {
  if (tag === 'en') return { ...en, ...enDetails, ...enFurther, ...enSupport };
  const { screen, ...others } = (await loadLanguage(tag)).words;
  return Object.assign({}, screen, ...Object.values(others)) as Readonly<Record<string, string>>;
}
