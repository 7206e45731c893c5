import { READING_GRADE } from '../i18n/reading-grade.js';
import type { Details } from '../i18n/details.js';
import type { Language, MessageValues } from '../i18n/translate.js';
import ipdas from './ipdas.json';

/** One criterion of the standards for patient decision aids, and what was seen of it. In English, as the list is. */
export interface AidItem {
  readonly id: string;
  readonly kind: string;
  readonly text: string;
  readonly met: boolean;
  readonly evidence: string;
}

/** What `npm run ipdas` found in the built element. */
export const aidItems: readonly AidItem[] = ipdas.items;

/** Reading level and score, as the basis panel's sentences need them. */
export function aidValues({ number }: Language, { t }: Details): MessageValues {
  const score = (kind: string) => {
    const ofKind = aidItems.filter((item) => item.kind === kind);
    return t('basis.aid.of', { met: ofKind.filter(({ met }) => met).length, all: ofKind.length });
  };
  return {
    readingGrade: READING_GRADE,
    ipdasVersion: number(ipdas.version, 1),
    qualifying: score('qualifying'),
    certifying: score('certifying'),
    quality: score('quality'),
  };
}
