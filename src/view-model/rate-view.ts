import type { Language } from '../i18n/translate.js';
import { of100 } from './of-100.js';
import type { BarView, ResponseView } from './response-view.js';

/** What a rate with an exact interval shows, whatever it counts: reports of a harm, patches that lost colour. */
export interface RateView {
  readonly of100: number;
  readonly range: ResponseView['range'];
  readonly rangeText: string;
  readonly bar: BarView;
}

interface Rate {
  readonly estimate: number;
  readonly low: number | null;
  readonly high: number | null;
}

/** `withoutRange` says why there is no interval, where there is none. */
export function rateView(rate: Rate, label: string, { t }: Language, withoutRange: string): RateView {
  const { estimate, low, high } = rate;
  const n = of100(estimate);
  const bar = { estimate: estimate * 100, printedLow: null, tone: 'harm' } as const;
  if (low === null || high === null) {
    return {
      of100: n,
      range: null,
      rangeText: withoutRange,
      bar: { ...bar, label: t('bar.label.none', { label, estimate: n }), low: null, high: null },
    };
  }
  const range = { low: of100(low), high: of100(high) };
  return {
    of100: n,
    range,
    rangeText: t('interval.of-100', range),
    bar: { ...bar, label: t('bar.label', { label, estimate: n, ...range }), low: low * 100, high: high * 100 },
  };
}
