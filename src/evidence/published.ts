import type { EvidenceCore, PublishedStratum } from './core.js';
import type { AgeGroup, InputName, Inputs, Site } from './inputs.js';
import type { Reason, Treatment, TreatmentOption } from './outlook.js';

/** Inputs that were all understood: the stratum rule is defined for these alone. */
interface PatientGroup {
  readonly ageGroup: AgeGroup;
  readonly site: Site;
}

/** What depends on which estimates answer: all but the ratios and comparators that stand beside an option. */
export type Answer = Omit<TreatmentOption, 'treatment' | 'relative' | 'without'>;

/** An option without an estimate, with the reason why. */
export function noAnswer(reason: Reason): Answer {
  return {
    match: 'none',
    stratum: null,
    unmatched: [],
    reason,
    responses: [],
    missing: [],
    alsoRelevant: [],
    context: [],
    studyPopulations: null,
    certainty: null,
  };
}

/**
 * The stratum rule: which published pool answers for whom. A site is never answered with another site or with all
 * sites; an age group is answered with all ages, marked, where nobody pooled it alone.
 */
export function publishedAnswer(core: EvidenceCore, treatment: Treatment, inputs: Inputs): Answer {
  if (treatment === 'tacrolimus-microneedling') {
    return { ...noAnswer('ratio-only'), certainty: core.microneedlingCertainty };
  }
  const { ageGroup, site } = inputs;
  if (ageGroup === null || site === null) return noAnswer('input-not-understood');
  const group = { ageGroup, site };
  return treatment === 'phototherapy' ? phototherapyAnswer(core, group) : tciAnswer(core, treatment, group);
}

function tciAnswer(core: EvidenceCore, treatment: Treatment, { ageGroup, site }: PatientGroup): Answer {
  const children = ageGroup === 'child' ? findStratum(core, treatment, 'child', 'any') : undefined;
  if (site === 'any') {
    return answerFrom(children ?? findStratum(core, treatment, 'any', 'any'), ageGroup, 'too-few-studies');
  }
  const answer = answerFrom(findStratum(core, treatment, 'any', site), ageGroup, 'too-few-studies');
  return children && answer.match !== 'none'
    ? { ...answer, alsoRelevant: [{ stratum: stratumOf(children), responses: children.responses }] }
    : answer;
}

/** Light treatment alone is quoted from another review: by site it gives single figures without an interval. */
function phototherapyAnswer(core: EvidenceCore, { ageGroup, site }: PatientGroup): Answer {
  const answer = answerFrom(findStratum(core, 'phototherapy', 'any', site), ageGroup, 'site-not-reported');
  const context = core.context.filter((figure) => figure.appliesTo === site);
  return { ...answer, context: context.map(({ appliesTo: _, ...figure }) => figure) };
}

function findStratum(core: EvidenceCore, treatment: Treatment, ageGroup: AgeGroup, site: Site) {
  return core.strata.find((s) => s.treatment === treatment && s.ageGroup === ageGroup && s.site === site);
}

function answerFrom(stratum: PublishedStratum | undefined, ageGroup: AgeGroup, otherwise: Reason): Answer {
  if (!stratum) return noAnswer(otherwise);
  const unmatched: InputName[] = ageGroup === 'any' || ageGroup === stratum.ageGroup ? [] : ['ageGroup'];
  return {
    ...noAnswer(otherwise),
    match: unmatched.length ? 'partial' : 'exact',
    stratum: stratumOf(stratum),
    unmatched,
    reason: null,
    responses: stratum.responses,
    studyPopulations: stratum.studyPopulations,
    certainty: stratum.certainty,
  };
}

function stratumOf({ ageGroup, site }: PublishedStratum) {
  return { ageGroup, site };
}
