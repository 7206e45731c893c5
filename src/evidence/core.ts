import type { AgeGroup, InputName, Site } from './inputs.js';
import type {
  AdverseEvent, ComparatorFigure, ContextFigure, EvidenceStamp, MaintenanceOutlook, MissingResponse, RelativeEffect,
  ResponseEstimate, Stratum, StudyPopulations, Treatment,
} from './outlook.js';

/**
 * The compact core of the evidence: all that the first screen answers from, derived from the full evidence when the
 * data are built (`build-core.ts`), so that a page neither downloads study rows nor computes intervals to show it.
 */
export interface EvidenceCore {
  readonly evidence: EvidenceStamp;
  readonly strata: readonly PublishedStratum[];
  /** Default live pools, one for each treatment, age group and site. */
  readonly pools: readonly PooledStratum[];
  readonly context: readonly (ContextFigure & { readonly appliesTo: Site })[];
  /** The project's rating of microneedling, which has ratios but no stratum. */
  readonly microneedlingCertainty: string | null;
  readonly relative: readonly (RelativeEffect & { readonly treatment: Treatment })[];
  readonly without: readonly ComparatorFigure[];
  readonly adverseEvents: readonly Omit<AdverseEvent, 'unmatched'>[];
  readonly maintenance: Omit<MaintenanceOutlook, 'match' | 'unmatched' | 'reason'>;
  readonly notes: readonly NoteRule[];
}

/** What a review pooled for one treatment and stratum. */
export interface PublishedStratum extends Stratum {
  readonly treatment: Treatment;
  readonly responses: readonly ResponseEstimate[];
  readonly studyPopulations: StudyPopulations | null;
  readonly certainty: string | null;
}

/** What the counts at hand give for one treatment, age group and site; `responses` may be empty. */
export interface PooledStratum {
  readonly treatment: Treatment;
  readonly ageGroup: AgeGroup;
  readonly site: Site;
  readonly responses: readonly ResponseEstimate[];
  readonly missing: readonly MissingResponse[];
  readonly studyPopulations: StudyPopulations;
}

/** When a statement of `notPublished` or `cautions` matters: every input named must have one of its values. */
export interface NoteRule {
  readonly code: string;
  readonly appliesTo: { readonly [Name in InputName | 'estimates']?: readonly string[] | undefined };
}
