import type { Outlook, Threshold, TreatmentOption } from '../evidence/outlook.js';
import type { MessageKey } from '../i18n/en.js';
import type { Language } from '../i18n/translate.js';
import { responseView, type ResponseView } from './response-view.js';

/** One treatment at one threshold, part of the body by part of the body. */
export interface SitesView {
  readonly treatment: TreatmentOption['treatment'];
  readonly title: string;
  readonly sites: readonly SiteView[];
}

export interface SiteView {
  readonly site: string;
  readonly label: string;
  /** `null` where nobody pooled it: `reason` says so. */
  readonly response: ResponseView | null;
  readonly reason: string;
}

/** From the outlooks for each part of the body; the same words as in the cards. */
export function sitesView(outlooks: readonly Outlook[], threshold: Threshold, language: Language): SitesView[] {
  const { t } = language;
  return (['tci', 'tci-phototherapy'] as const).map((treatment) => ({
    treatment,
    title: t(`treatment.${treatment}`),
    sites: outlooks.map(({ inputs: { site }, options }) => {
      const option = options.find((one) => one.treatment === treatment);
      const response = option?.responses.find((one) => one.threshold === threshold);
      return {
        site: site!,
        label: t(`site.${site}` as MessageKey),
        response: response ? responseView(response, language) : null,
        reason: t(`reason.${option?.reason ?? 'no-counts'}`),
      };
    }),
  }));
}
