import type { Threshold } from '../evidence/outlook.js';
import type { Language } from '../i18n/translate.js';
import { toPercent } from './of-100.js';

/** "at least 75 % repigmentation" */
export function thresholdName(threshold: Threshold, { t }: Language): string {
  return threshold === 'any' ? t('threshold.any') : t('threshold.percent', { threshold });
}

/** "At least 75 %", for a row or a bar. */
export function thresholdLabel(threshold: Threshold, { t }: Language): string {
  return threshold === 'any' ? t('threshold.short.any') : t('threshold.short.percent', { threshold });
}

/** A proportion as a percentage with the digits that were printed, at least one: 0.55 -> "55.0", 0.0171 -> "1.71". */
export function percent(proportion: number, { number }: Language): string {
  const value = Number(toPercent(proportion).toFixed(2));
  return number(value, Number.isInteger(value * 10) ? 1 : 2);
}
