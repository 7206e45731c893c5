import type { RelativeEffect } from '../evidence/outlook.js';
import type { FurtherKey } from '../i18n/en.further.js';
import type { FurtherWords } from '../i18n/further.js';
import type { Language } from '../i18n/translate.js';

export interface RelativeView {
  readonly label: string;
  readonly figures: string;
  readonly trials: string | null;
}

/** What the reviews of these ratios found over all sites without printing a ratio, each once. */
export function overallTexts(rows: readonly RelativeEffect[], { t }: FurtherWords): string[] {
  return [...new Set(rows.flatMap(({ overall }) => (overall ? t(`relative.${overall.id}` as FurtherKey, { ...overall }) : [])))];
}

/** A ratio that another review printed, as it stands: no rate is made from it. */
export function relativeView(row: RelativeEffect, { number }: Language, { t }: FurtherWords): RelativeView {
  const { id, measure, estimate, low, high, studies, participants } = row;
  const digits = (value: number) => number(value, 2);
  return {
    label: t(`relative.${id}` as FurtherKey),
    figures: t('relative.figures', {
      measure: t(`measure.${measure}`),
      estimate: digits(estimate),
      low: digits(low),
      high: digits(high),
    }),
    trials: studies === null || participants === null ? null : t('relative.trials', { studies, participants }),
  };
}
