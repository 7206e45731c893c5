import type { AgeGroup, Estimates, Inputs, InputName, Site } from './inputs.js';

/**
 * The outlook: the element's public answer, JSON-serialisable, the same object that its events carry.
 * Proportions are 0..1. A value that does not exist is `null`, never left out.
 */
export interface Outlook {
  readonly schemaVersion: string;
  readonly inputs: Inputs;
  readonly estimates: Estimates;
  /** In a fixed order, never ranked. */
  readonly options: readonly TreatmentOption[];
  readonly adverseEvents: readonly AdverseEvent[];
  /** Only when the maintenance input is `repigmented`. */
  readonly maintenance: MaintenanceOutlook | null;
  readonly notes: readonly Note[];
  readonly evidence: EvidenceStamp;
}

export interface EvidenceStamp {
  readonly version: string;
  readonly date: string;
  readonly reviewBy: string;
  /** SHA-256 of the canonical JSON of the evidence without this field. */
  readonly hash: string;
}

/** The id of a record of `notPublished` or `cautions`, or one of the codes of `notes.ts`. */
export interface Note {
  readonly code: string;
  readonly params?: Readonly<Record<string, unknown>>;
}

/** Light treatment alone and microneedling come from other reviews than the two TCI options. */
export const TREATMENTS = ['tci', 'tci-phototherapy', 'phototherapy', 'tacrolimus-microneedling'] as const;
export type Treatment = (typeof TREATMENTS)[number];

export type Match = 'exact' | 'partial' | 'none';
export type Reason =
  | 'too-few-studies'
  | 'site-not-reported'
  | 'ratio-only'
  | 'no-counts'
  | 'adults-only'
  | 'input-not-understood';

/** What was actually pooled. */
export interface Stratum {
  readonly ageGroup: AgeGroup;
  readonly site: Site;
}

/** At least so many per cent of repigmentation; `any` is more than none. In ascending order. */
export const THRESHOLDS = ['any', 25, 50, 75] as const;
export type Threshold = (typeof THRESHOLDS)[number];

export interface TreatmentOption {
  readonly treatment: Treatment;
  readonly match: Match;
  readonly stratum: Stratum | null;
  /** The inputs that the stratum does not reflect. */
  readonly unmatched: readonly InputName[];
  /** Why there is no answer, when `match` is `none`. */
  readonly reason: Reason | null;
  /** Ascending by threshold (`any` first), then months. */
  readonly responses: readonly ResponseEstimate[];
  readonly missing: readonly MissingResponse[];
  readonly alsoRelevant: readonly { readonly stratum: Stratum; readonly responses: readonly ResponseEstimate[] }[];
  readonly relative: readonly RelativeEffect[];
  /** Single figures without an interval, from another review; no picture is drawn of them. */
  readonly context: readonly ContextFigure[];
  /** For TCI alone: what people without it showed; never pooled, never subtracted. */
  readonly without: readonly ComparatorFigure[];
  /** The studies behind the answer, by the population that they treated. */
  readonly studyPopulations: StudyPopulations | null;
  /** The project's own draft rating (certainty.json). */
  readonly certainty: string | null;
}

export interface MissingResponse {
  readonly threshold: Threshold;
  readonly reason: Reason;
  readonly found: number;
  readonly needed: number;
}

export interface StudyPopulations {
  readonly children: number;
  readonly adults: number;
  readonly mixed: number;
  readonly unknown: number;
}

/** Treatment duration: as the review states it, and as its own table of studies gives it (E11). */
export interface Months {
  readonly printed: number | null;
  readonly median: number | null;
  readonly min: number | null;
  readonly max: number | null;
}

export interface ResponseEstimate {
  readonly threshold: Threshold;
  readonly estimate: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly level: number;
  readonly intervalFrom: 'printed' | 'likely-reading' | 'calculated' | null;
  readonly kind: 'published' | 'pooled' | 'single-study';
  /** Pooled only: the mean over studies, beside the median study that `estimate` is. */
  readonly marginal: { readonly estimate: number; readonly low: number; readonly high: number } | null;
  readonly studies: number | null;
  readonly arms: number | null;
  readonly participants: number | null;
  readonly participantsAre: 'exact' | 'at-most' | 'not-known';
  readonly unit: 'patients' | 'lesions' | 'mixed';
  readonly months: Months | null;
  /** The estimate if everyone who left the cited studies had not reached the threshold. */
  readonly ifDropoutsFailed: number | null;
  /** As printed, where it differs from what is shown; `null` in it where nothing was printed (E21). */
  readonly printed: Readonly<Partial<Record<'estimate' | 'low' | 'high' | 'participants', number | null>>> | null;
  /** Errata of severity A and B that affect the record. */
  readonly errata: readonly string[];
  readonly references: readonly string[];
  /** Pooled, from five studies and tau-squared above 0. */
  readonly prediction: { readonly low: number; readonly high: number } | null;
  readonly heterogeneity: Heterogeneity | null;
}

export interface Heterogeneity {
  readonly tauSquared: number;
  /** In percent, 0..100. */
  readonly iSquared: number;
  readonly q: number;
  readonly qP: number;
}

/** A ratio that a review printed: never applied to a rate, since it comes from other people. */
export interface RelativeEffect {
  /** Record id in comparisons.json. */
  readonly id: string;
  /** The site that the ratio is about; `any` where the review did not divide by site. */
  readonly site: Site;
  readonly measure: 'RR' | 'OR';
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
  readonly studies: number | null;
  readonly participants: number | null;
  readonly reference: string;
  /** What the same review found over all sites, where it printed no ratio: shown wherever this ratio is. */
  readonly overall?: { readonly id: string; readonly studies: number; readonly participants: number } | undefined;
}

export interface ContextFigure {
  /** As the other review divides the body: `trunk` and `extremities` stand apart there. */
  readonly site: string;
  readonly threshold: Threshold;
  readonly months: number;
  readonly estimate: number;
  readonly reference: string;
}

export interface ComparatorFigure {
  /** The study's id, which is also its reference. */
  readonly study: string;
  readonly site: Site;
  readonly group: string;
  readonly threshold: Threshold;
  readonly events: number | null;
  readonly total: number | null;
  readonly estimate: number;
}

export interface AdverseEvent {
  readonly event: 'burning' | 'itching' | 'redness';
  readonly treatment: Treatment;
  readonly events: number;
  readonly total: number;
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
  readonly unit: 'occurrences per patient' | 'patients';
  readonly unmatched: readonly InputName[];
  readonly references: readonly string[];
  readonly errata: readonly string[];
}

export type Analysis = 'intention-to-treat' | 'per-protocol';

export interface MaintenanceOutlook {
  readonly match: Match;
  readonly unmatched: readonly InputName[];
  readonly reason: Reason | null;
  readonly population: 'adults';
  readonly weeks: number;
  readonly arms: readonly MaintenanceArm[];
  readonly comparison: readonly MaintenanceComparison[];
  readonly direction: 'placebo against tacrolimus';
  /** How often colour was lost again without maintenance, or after stopping, as other texts put it. */
  readonly context: readonly { readonly code: string; readonly estimate: number; readonly reference: string }[];
  readonly errata: readonly string[];
  readonly references: readonly string[];
}

export interface MaintenanceArm {
  /** Drug and dose as in maintenance.json. */
  readonly treatment: string;
  readonly analysis: Analysis;
  readonly events: number;
  readonly total: number;
  readonly people: number | null;
  readonly unit: 'lesions';
  readonly estimate: number;
  readonly low: number | null;
  readonly high: number | null;
}

export interface MaintenanceComparison {
  readonly analysis: Analysis;
  readonly oddsRatio: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly p: number;
  readonly printedAsAdjusted: boolean;
}
