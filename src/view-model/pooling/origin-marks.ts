import type { EvidenceDetails } from '../../evidence/details.js';
import type { Origin } from '../../evidence/pooling/material.js';
import type { PoolingWords } from '../../i18n/pooling.js';
import { studyName } from './study-name.js';

/** What tells counts of the page and of its reader from the literature's, and from each other. */
export const originMarks = (origin: Origin, { t }: PoolingWords): string[] =>
  origin === 'literature' ? [] : [t(`mark.${origin}`)];

/** The name with its mark, where a picture has no other room for it: "Clinic audit (your data)". */
export function markedName(
  { study, origin }: { readonly study: string; readonly origin: Origin },
  details: Pick<EvidenceDetails, 'studies' | 'otherStudies'>,
  words: PoolingWords,
): string {
  const [mark] = originMarks(origin, words);
  const name = studyName(study, details);
  return mark ? words.t('study.marked', { name, mark }) : name;
}
