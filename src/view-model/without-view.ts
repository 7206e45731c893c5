import type { ComparatorFigure } from '../evidence/outlook.js';
import type { FurtherKey } from '../i18n/en.further.js';
import type { FurtherWords } from '../i18n/further.js';
import type { Language } from '../i18n/translate.js';
import { thresholdName } from './language.js';
import { toPercent } from './of-100.js';

/** What people without a TCI showed, as the trials counted it: a row for each, or that nobody studied it. */
export function withoutView(rows: readonly ComparatorFigure[], language: Language, { t }: FurtherWords): string[] {
  const texts = rows.map(({ group, events, total, estimate, threshold }) => {
    const values = { group: t(`group.${group}` as FurtherKey), threshold: thresholdName(threshold, language) };
    if (events === null && estimate === 0) return t('without.zero', values);
    return events === null || total === null
      ? t('without.row.percent', { ...values, estimate: toPercent(estimate) })
      : t('without.row', { ...values, events, total });
  });
  return texts.length ? texts : [t('without.none')];
}
