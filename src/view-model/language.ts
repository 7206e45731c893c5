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

/**
 * A proportion as a percentage. A printed one keeps its digits, at least one: 0.55 -> "55.0", 0.0171 -> "1.71"; one
 * calculated here has one: more would claim what nobody measured.
 */
export function percent(proportion: number, { number }: Language, isPrinted = true): string {
  const value = toPercent(proportion);
  const tenths = Number(value.toFixed(1));
  return isPrinted && tenths !== value ? number(Number(value.toFixed(2)), 2) : number(tenths, 1);
}

/** "P = 0.012", "P < 0.001" */
export function pValue(p: number, { t, number }: Language): string {
  return p < 0.001 ? t('p.small', { p: number(0.001, 3) }) : t('p', { p: number(p, 3) });
}
