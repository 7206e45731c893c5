import type { MaintenanceArm, MaintenanceComparison, MaintenanceOutlook } from '../evidence/outlook.js';
import type { FurtherKey } from '../i18n/en.further.js';
import type { FurtherWords } from '../i18n/further.js';
import type { MessageKey } from '../i18n/en.js';
import type { Language } from '../i18n/translate.js';
import { exactText } from './checked-view.js';
import { pValue } from './language.js';
import { of100 } from './of-100.js';
import { rateView, type RateView } from './rate-view.js';

export interface MaintenanceView {
  readonly intro: string;
  readonly matchText: string | null;
  readonly unmatched: readonly string[];
  /** For a child the adults' figures are folded away, since they are not about children. */
  readonly folded: boolean;
  readonly analyses: readonly MaintenanceAnalysisView[];
  readonly context: readonly string[];
  readonly errata: readonly string[];
}

export interface MaintenanceAnalysisView {
  readonly title: string;
  readonly arms: readonly MaintenanceArmView[];
  readonly comparisons: readonly string[];
}

export interface MaintenanceArmView extends RateView {
  readonly label: string;
  readonly count: string;
  readonly people: string | null;
  readonly exact: string;
}

/** How many patches lost their colour again, in words and rounded numbers. */
export function maintenanceView(outlook: MaintenanceOutlook, language: Language, words: FurtherWords): MaintenanceView {
  const { t } = language;
  const analyses = ['intention-to-treat', 'per-protocol'] as const;
  return {
    intro: words.t('maintenance.intro', { weeks: outlook.weeks }),
    matchText: outlook.reason && t(`reason.${outlook.reason}`),
    unmatched: outlook.unmatched.filter((name) => name !== 'ageGroup').map((name) => t(`unmatched.${name}` as MessageKey)),
    folded: outlook.match === 'none',
    analyses: analyses
      .map((analysis) => ({
        title: words.t(`maintenance.analysis.${analysis}`),
        arms: outlook.arms.filter((arm) => arm.analysis === analysis).map((arm) => armView(arm, language, words)),
        comparisons: outlook.comparison
          .filter((row) => row.analysis === analysis)
          .map((row) => comparison(row, language, words)),
      }))
      .filter(({ arms }) => arms.length > 0),
    context: outlook.context.map(({ code, estimate }) =>
      words.t(`maintenance.context.${code}` as FurtherKey, { estimate: of100(estimate) }),
    ),
    errata: outlook.errata,
  };
}

function armView(arm: MaintenanceArm, language: Language, words: FurtherWords): MaintenanceArmView {
  const { events, total, people } = arm;
  const label = words.t(`maintenance.arm.${arm.treatment}` as FurtherKey);
  return {
    label,
    count: words.t('maintenance.row', { events, total }),
    people: people === null ? null : words.t('maintenance.people', { people }),
    exact: exactText(arm, language, words),
    ...rateView(arm, label, language, words.t('maintenance.no-interval')),
  };
}

function comparison(row: MaintenanceComparison, language: Language, { t }: FurtherWords): string {
  const { oddsRatio, low, high, printedAsAdjusted } = row;
  const p = pValue(row.p, language);
  if (oddsRatio === null || low === null || high === null) return t('maintenance.p', { p });
  const two = (value: number) => language.number(value, 2);
  const odds = t('maintenance.odds', { oddsRatio: two(oddsRatio), low: two(low), high: two(high), p });
  return printedAsAdjusted ? `${odds} (${t('maintenance.adjusted')})` : odds;
}
