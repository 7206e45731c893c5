import type { Stratum, TreatmentOption } from '../evidence/outlook.js';
import type { Inputs } from '../evidence/inputs.js';
import type { MessageKey } from '../i18n/en.js';
import type { Language } from '../i18n/translate.js';
import { thresholdLabel } from './language.js';
import { responseView, type ResponseView } from './response-view.js';

export interface OptionView {
  readonly treatment: TreatmentOption['treatment'];
  readonly title: string;
  /** "If light treatment is available", where the answer to that question is not stated. */
  readonly condition: string | null;
  readonly match: TreatmentOption['match'];
  readonly matchText: string;
  readonly unmatched: readonly string[];
  readonly intro: string | null;
  readonly responses: readonly ResponseView[];
  readonly alsoRelevant: { readonly title: string; readonly responses: readonly ResponseView[] } | null;
  /** Thresholds that nothing answers, in pools made here. */
  readonly missing: readonly string[];
  readonly populations: string | null;
  readonly certainty: string | null;
  /** Names single figures of another review; their rows are worded when they are shown. */
  readonly contextTitle: string | null;
  /** What labels say of light; `null` where an option has none. */
  readonly uvWarning: string | null;
}

export function optionView(
  option: TreatmentOption,
  inputs: Inputs,
  clinician: boolean,
  language: Language,
): OptionView {
  const { t } = language;
  const { treatment } = option;
  const responses = option.responses.map((response) => responseView(response, language));
  const usesLight = treatment === 'tci-phototherapy' || treatment === 'phototherapy';
  return {
    treatment,
    title: t(clinician ? `treatment.${treatment}.clinician` : `treatment.${treatment}`),
    condition: usesLight && inputs.phototherapy === 'not-stated' ? t('if-light') : null,
    match: option.match,
    matchText: matchText(option, language),
    unmatched: option.unmatched.map((input) => t(`unmatched.${input}` as MessageKey)),
    intro: intro(option, language),
    responses,
    missing: option.missing.map(({ threshold }) => thresholdLabel(threshold, language)),
    alsoRelevant: alsoRelevant(option, language),
    populations: option.studyPopulations && t('populations', { ...option.studyPopulations }),
    certainty: option.certainty && t('certainty', { certainty: t(`certainty.${option.certainty}` as MessageKey) }),
    contextTitle: option.context[0] ? t('context.heading', { months: option.context[0].months }) : null,
    uvWarning: usesLight ? uvWarning(treatment, language) : null,
  };
}

/** What kind of source an option's figures have, where it is not the main review. */
function intro({ treatment, responses }: TreatmentOption, { t }: Language): string | null {
  if (treatment === 'tacrolimus-microneedling') return t('microneedling');
  return treatment === 'phototherapy' && responses.length ? t('light-alone') : null;
}

export function stratumName({ ageGroup, site }: Stratum, { t }: Language): string {
  return t('comma', { first: t(`stratum.age.${ageGroup}`), second: t(`stratum.site.${site}`) });
}

function matchText({ match, stratum, reason }: TreatmentOption, language: Language): string {
  const { t } = language;
  if (match === 'none' || !stratum) return t(`reason.${reason ?? 'no-counts'}`);
  return t(`match.${match}`, { stratum: stratumName(stratum, language) });
}

function alsoRelevant({ alsoRelevant }: TreatmentOption, language: Language): OptionView['alsoRelevant'] {
  const [first] = alsoRelevant;
  return first
    ? {
        title: language.t('also-relevant', { stratum: stratumName(first.stratum, language) }),
        responses: first.responses.map((response) => responseView(response, language)),
      }
    : null;
}

/** Specialists supervised the two together: that is no statement about light alone. */
function uvWarning(treatment: TreatmentOption['treatment'], { t }: Language): string {
  return treatment === 'tci-phototherapy' ? `${t('uv-warning')} ${t('uv-warning.studies')}` : t('uv-warning');
}
