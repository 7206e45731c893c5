import type { ContextFigure } from '../evidence/outlook.js';
import type { FurtherKey } from '../i18n/en.further.js';
import type { FurtherWords } from '../i18n/further.js';
import type { MessageKey } from '../i18n/en.js';
import type { Language } from '../i18n/translate.js';
import { thresholdName } from './language.js';
import { of100 } from './of-100.js';

/** Single figures of another review, which divides the body in a way of its own. */
export function contextView(rows: readonly ContextFigure[], language: Language, words: FurtherWords): string[] {
  return rows.map(({ site, estimate, threshold }) => {
    const key = `site.${site}`;
    const name = words.find(key) === null ? language.t(key as MessageKey) : words.t(key as FurtherKey);
    const reached = thresholdName(threshold, language);
    return estimate === 0
      ? words.t('without.zero', { group: name, threshold: reached })
      : words.t('context.row', { site: name, estimate: of100(estimate), threshold: reached });
  });
}
