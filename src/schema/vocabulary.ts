/** The words the data may use, shared by the schemas, the invariants and the code that reads the evidence. */

/** What a reader can say about a person (the element's inputs), in the order of the form. */
export const AGE_GROUPS = ['any', 'child', 'adult'] as const;
export const SITES = ['any', 'face-neck', 'trunk-extremities', 'hands-feet'] as const;
export const PHOTOTHERAPY_ACCESS = ['not-stated', 'available', 'unavailable'] as const;
export const MAINTENANCE_STAGES = ['treating', 'repigmented'] as const;
export const ESTIMATE_KINDS = ['published', 'pooled'] as const;

/** Strata of the published estimates. */
export const PUBLISHED_TREATMENTS = [
  'tci-monotherapy',
  'tci-plus-phototherapy',
  'nbuvb-alone',
  'maintenance-tacrolimus-0.1%-twice-weekly',
  'maintenance-placebo-twice-weekly',
  'microneedling-plus-tacrolimus',
] as const;
export const PUBLISHED_AGE_GROUPS = ['all', 'children', 'adults (Table 2)'] as const;
export const PUBLISHED_THRESHOLDS = ['>=25', '>=50', '>=75', '75-100 (PGA)'] as const;
export const PUBLISHED_OUTCOMES = [
  'repigmentation',
  'some degree of depigmentation',
  'adverse event: burning sensation',
  'adverse event: pruritus',
  'adverse event: erythema',
  'repigmentation 75-100% on PGA',
  'positive melanoblasts in histopathological assessment',
  'adverse events',
] as const;
export const MEASURES = [
  'pooled-proportion',
  'proportion-single-study',
  'crude-proportion (occurrences / patients)',
  'risk-ratio',
  'odds-ratio',
] as const;
/** Which part of a published record an erratum is about. */
export const ISSUE_FIELDS = [
  'estimatePct',
  'ciLowPct',
  'ciHighPct',
  'ci',
  'participants',
  'participants/unit/duration',
  'studies/refs',
  'refs',
  'table3Row.refs',
  'unit',
  'durationMonths',
  'printed string',
  'comparison',
  'interpretation',
] as const;

/** A: cannot be right as printed; B: needs a qualifier; C: typesetting. */
export const SEVERITIES = ['A', 'B', 'C'] as const;
export const ERRATUM_STATUSES = [
  'likely-misprint',
  'contradiction',
  'unexplained-mismatch',
  'missing-information',
  'ambiguity',
  'interpretation',
  'possible-overlap',
  'explained-not-an-error',
  'typesetting',
] as const;

/** Sites a stratum can have, in the data: `all` reads "any site" on screen. */
export const DATA_SITES = ['all', 'face-neck', 'trunk-extremities', 'hands-feet'] as const;
/** Sites a row can count for beside its own. */
export const SINGLE_SITES = ['face-neck', 'trunk-extremities', 'hands-feet'] as const;
export const POPULATIONS = ['children', 'adults', 'all', 'not reported'] as const;
export const TREATMENTS = ['tci', 'tci-phototherapy', 'phototherapy', 'microneedling', 'other-comparator'] as const;
export const LIGHTS = ['nbuvb', 'excimer', 'other'] as const;
export const COMPARATORS = ['placebo', 'untreated', 'steroid', 'phototherapy-alone', 'other'] as const;
/** "At least so much repigmentation", in ascending order: `any` is more than none, `complete` is all of it. */
export const THRESHOLDS = ['any', 25, 50, 75, 'complete'] as const;
export const UNITS = ['patients', 'lesions'] as const;
export const COUNT_ORIGINS = ['stated', 'derived'] as const;
export const SOURCE_LEVELS = ['full-text', 'abstract', 'registry', 'secondary', 'own-data'] as const;
export const ADVERSE_EVENTS = [
  'burning',
  'itching',
  'burning-or-itching',
  'redness',
  'dermatitis',
  'skin-thinning',
  'stopped',
  'serious',
  'any',
] as const;

/** Table 2 of the review. */
export const DESIGN_TOKENS = ['SA', 'WP', 'PD', 'DB', 'OL', 'RCT'] as const;
export const STUDY_POPULATIONS = ['All', 'Children', 'Adult', 'ND'] as const;
export const SUBTYPES = ['NSV', 'SV', 'ND'] as const;
export const ASSESSMENTS = ['total patches', 'individual patch'] as const;
export const ARM_ROLES = [
  'tci-monotherapy',
  'tci-plus-phototherapy',
  'tci-plus-other-topical-or-procedure',
  'tci-maintenance',
  'phototherapy-alone',
  'other-plus-phototherapy',
  'comparator-topical',
  'placebo-or-vehicle',
  'untreated',
] as const;
export const AGENTS = ['tacrolimus', 'pimecrolimus'] as const;
export const ARM_LIGHTS = ['none', 'NBUVB', 'EL'] as const;
export const REFERENCE_LIST_KINDS = ['group', 'threshold', 'safety', 'table3-row'] as const;

export const MAINTENANCE_ANALYSES = ['intention-to-treat', 'per-protocol'] as const;

export type AgeGroup = (typeof AGE_GROUPS)[number];
export type Site = (typeof SITES)[number];
export type PhototherapyAccess = (typeof PHOTOTHERAPY_ACCESS)[number];
export type MaintenanceStage = (typeof MAINTENANCE_STAGES)[number];
export type EstimateKind = (typeof ESTIMATE_KINDS)[number];
export type PublishedTreatment = (typeof PUBLISHED_TREATMENTS)[number];
export type PublishedThreshold = (typeof PUBLISHED_THRESHOLDS)[number];
export type IssueField = (typeof ISSUE_FIELDS)[number];
export type Severity = (typeof SEVERITIES)[number];
export type DataSite = (typeof DATA_SITES)[number];
export type SingleSite = (typeof SINGLE_SITES)[number];
export type Population = (typeof POPULATIONS)[number];
export type Treatment = (typeof TREATMENTS)[number];
export type Threshold = (typeof THRESHOLDS)[number];
export type Unit = (typeof UNITS)[number];
export type AdverseEventKind = (typeof ADVERSE_EVENTS)[number];
export type MaintenanceAnalysis = (typeof MAINTENANCE_ANALYSES)[number];
