import type { EvidenceRecords } from '../evidence.js';
import { issue, type Issue } from '../issue.js';
import type { PublishedEstimate } from '../published-estimates.js';
import { at, forEachRecord, type Checker } from './checker.js';

/** A number that stands in two files is the same number. */

const EVENT_OUTCOMES = {
  burning: 'adverse event: burning sensation',
  pruritus: 'adverse event: pruritus',
  erythema: 'adverse event: erythema',
} as const;

function expectPublished(path: Issue['path'], value: number, published: number | null | undefined): Issue[] {
  return value === published ? [] : [issue('differs-from-published', path, { value, allowed: [published ?? null] })];
}

export const safetyMatchesPublished: Checker = ({ safety, estimates }) => {
  const { events, patients, studiesWithCounts } = safety.pooledReview;
  const path = ['safety', 'pooledReview'];
  return (['burning', 'pruritus', 'erythema'] as const).flatMap((event) => {
    const record = estimates.find(({ outcome }) => outcome === EVENT_OUTCOMES[event]);
    return [
      ...expectPublished([...path, 'events', event], events[event], record?.count),
      ...expectPublished([...path, 'patients'], patients, record?.denominator),
      ...expectPublished([...path, 'studiesWithCounts'], studiesWithCounts, record?.studies),
    ];
  });
};

export const ratiosMatchPublished: Checker = ({ comparisons, estimates }) =>
  at(
    ['comparisons'],
    forEachRecord('comparisons', comparisons.comparisons, ({ estimate, low, high }) => {
      const isPublished = estimates.some(
        ({ ratio }) => ratio?.value === estimate && ratio.ciLow === low && ratio.ciHigh === high,
      );
      return isPublished ? [] : [issue('differs-from-published', [], { params: { estimate, low, high } })];
    }),
  );

export const phototherapyMatchesPublished: Checker = ({ comparisons, estimates }) =>
  at(
    ['comparisons', 'phototherapyAlone'],
    forEachRecord('rows', comparisons.phototherapyAlone.rows, ({ quotedInReview, threshold, months, pct }) => {
      if (!quotedInReview) return [];
      const record = estimates.find(
        (each) =>
          each.treatment === 'nbuvb-alone' && each.threshold === `>=${threshold}` && each.durationMonths === months,
      );
      return expectPublished(['pct'], pct, record?.estimatePct);
    }),
  );

function findTreatment({ estimates }: EvidenceRecords, treatment: PublishedEstimate['treatment']) {
  return estimates.find((record) => record.treatment === treatment);
}

export const maintenanceMatchesPublished: Checker = (evidence) => {
  const { tacrolimusPct, placeboPct, n } = evidence.maintenance.asPrintedInTheReview;
  const tacrolimus = findTreatment(evidence, 'maintenance-tacrolimus-0.1%-twice-weekly');
  const placebo = findTreatment(evidence, 'maintenance-placebo-twice-weekly');
  return at(
    ['maintenance', 'asPrintedInTheReview'],
    [
      ...expectPublished(['tacrolimusPct'], tacrolimusPct, tacrolimus?.estimatePct),
      ...expectPublished(['placeboPct'], placeboPct, placebo?.estimatePct),
      ...expectPublished(['n', 'tacrolimus'], n.tacrolimus, tacrolimus?.participants),
      ...expectPublished(['n', 'placebo'], n.placebo, placebo?.participants),
    ],
  );
};
