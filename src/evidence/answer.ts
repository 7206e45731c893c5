import type { EvidenceCore, PooledStratum } from './core.js';
import type { Estimates, InputName, Inputs } from './inputs.js';
import { maintenanceOutlook } from './maintenance.js';
import { outlookNotes } from './notes.js';
import { TREATMENTS, type AdverseEvent, type Outlook, type Treatment, type TreatmentOption } from './outlook.js';
import { noAnswer, publishedAnswer, type Answer } from './published.js';
import { pooledAnswer } from './pooled.js';

/** The version of the outlook's form; it changes with any field that a host could read. */
export const SCHEMA_VERSION = '1.0.0';

/**
 * The outlook for four inputs, from the core of the evidence: selection alone, no arithmetic. `pools` stand in for the
 * core's default pools where a reader pooled with other counts or another method.
 * Never throws: an input of `null` (not understood) leaves the options that depend on it without an answer.
 */
export function answer(
  core: EvidenceCore,
  inputs: Inputs,
  estimates: Estimates = 'published',
  pools: readonly PooledStratum[] = core.pools,
): Outlook {
  const answerFor = (treatment: Treatment) =>
    estimates === 'pooled' && treatment !== 'tacrolimus-microneedling'
      ? pooledAnswer(pools, treatment, inputs)
      : publishedAnswer(core, treatment, inputs);
  const options = TREATMENTS.filter((treatment) => isOffered(treatment, inputs)).map((treatment) =>
    treatmentOption(core, treatment, inputs, answerFor),
  );
  return {
    schemaVersion: SCHEMA_VERSION,
    inputs,
    estimates,
    options,
    adverseEvents: adverseEvents(core, inputs),
    maintenance: maintenanceOutlook(core, inputs),
    notes: outlookNotes(core, inputs, estimates, options),
    evidence: core.evidence,
  };
}

const usesLight = (treatment: Treatment) => treatment === 'tci-phototherapy' || treatment === 'phototherapy';

function isOffered(treatment: Treatment, { phototherapy }: Inputs): boolean {
  return !usesLight(treatment) || phototherapy !== 'unavailable';
}

function treatmentOption(
  core: EvidenceCore,
  treatment: Treatment,
  inputs: Inputs,
  answerFor: (treatment: Treatment) => Answer,
): TreatmentOption {
  const { site } = inputs;
  const understood = !usesLight(treatment) || inputs.phototherapy !== null;
  const answer = understood ? answerFor(treatment) : noAnswer('input-not-understood');
  return {
    treatment,
    ...answer,
    relative: core.relative
      .filter((row) => row.treatment === treatment && (row.site === 'any' || row.site === site))
      .map(({ treatment: _, ...row }) => row),
    without: treatment === 'tci' ? core.without.filter((row) => site === 'any' || row.site === site) : [],
  };
}

/** Counts of the review for TCI alone, at any age and site: what is asked beyond that is not reflected. */
function adverseEvents(core: EvidenceCore, { ageGroup, site }: Inputs): AdverseEvent[] {
  const unmatched: InputName[] = [];
  if (ageGroup !== 'any') unmatched.push('ageGroup');
  if (site !== 'any') unmatched.push('site');
  return core.adverseEvents.map((row) => ({ ...row, unmatched }));
}
