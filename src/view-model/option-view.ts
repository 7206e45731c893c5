import type { ContextFigure, ComparatorFigure, RelativeEffect, Stratum, TreatmentOption } from '../evidence/outlook.js';
import type { Inputs } from '../evidence/inputs.js';
import type { MessageKey } from '../i18n/en.js';
import type { Language } from '../i18n/translate.js';
import { thresholdLabel, thresholdName } from './language.js';
import { of100 } from './of-100.js';
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
  readonly context: { readonly title: string; readonly rows: readonly string[] } | null;
  /** Ratios that other reviews printed; their words load when they are shown. */
  readonly relative: readonly RelativeEffect[];
  /** What people without a TCI showed, beside TCI alone; its words load when it is shown. */
  readonly without: readonly ComparatorFigure[] | null;
  readonly uvWarning: boolean;
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
    intro: treatment === 'tacrolimus-microneedling' ? t('microneedling') : null,
    responses,
    missing: option.missing.map(({ threshold }) => thresholdLabel(threshold, language)),
    alsoRelevant: alsoRelevant(option, language),
    populations: option.studyPopulations && t('populations', { ...option.studyPopulations }),
    certainty: option.certainty && t('certainty', { certainty: t(`certainty.${option.certainty}` as MessageKey) }),
    context: contextView(option.context, language),
    relative: option.relative,
    without: treatment === 'tci' ? option.without : null,
    uvWarning: usesLight,
  };
}

export function stratumName({ ageGroup, site }: Stratum, { t }: Language): string {
  return t(`stratum.${ageGroup}.${site}`);
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

function contextView(context: readonly ContextFigure[], language: Language): OptionView['context'] {
  const { t } = language;
  const [first] = context;
  if (!first) return null;
  const rows = context.map(({ site, estimate, threshold }) =>
    t('context.row', {
      site: t(`site.${site}` as MessageKey),
      estimate: of100(estimate),
      threshold: thresholdName(threshold, language),
    }),
  );
  return { title: t('context.heading', { months: first.months }), rows };
}
