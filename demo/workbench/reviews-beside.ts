import { answer, type ChangedComparison, type PoolMaterial, type RelativeEffect } from 'vitiligo-outlook/evidence';
import type { Comparisons } from 'vitiligo-outlook/schema';

type Group = ChangedComparison['group'];
type Compared = Pick<NonNullable<ChangedComparison['after']>, 'contrast' | 'threshold'>;
type OtherReview = Comparisons['otherReviews'][number];

/** A ratio that another review printed, and in what it differs from the comparison that it stands beside. */
export interface ReviewRatio {
  readonly ratio: RelativeEffect;
  readonly record: OtherReview;
  readonly differs: readonly string[];
}

/** What other reviews printed beside a comparison within trials; `findings` are those without a ratio. */
export interface ReviewsBeside {
  readonly ratios: readonly ReviewRatio[];
  readonly findings: readonly OtherReview[];
}

/** Of which treatment the element shows another review's ratios, and how the data name what it is compared with. */
const ASKED: Readonly<Partial<Record<Compared['contrast'], { treatment: string; against: string }>>> = {
  light: { treatment: 'tci-phototherapy', against: 'NB-UVB alone' },
  placebo: { treatment: 'tci', against: 'placebo' },
};

/**
 * The ratios that the element itself shows for the treatment, age and site, as far as they are of this contrast and
 * threshold; a ratio whose outcome names no threshold stands beside every one, with what its outcome is.
 */
export function reviewsBeside(
  { contrast, threshold }: Compared,
  { ageGroup, site }: Group,
  core: PoolMaterial['core'],
  otherReviews: readonly OtherReview[],
): ReviewsBeside {
  const asked = ASKED[contrast];
  if (!asked) return { ratios: [], findings: [] };
  const { options } = answer(core, { ageGroup, site, phototherapy: 'available', maintenance: 'treating' });
  const shown = options.find(({ treatment }) => treatment === asked.treatment)!.relative;
  const fitting = otherReviews.filter(
    ({ comparison, outcome }) => comparison.endsWith(`against ${asked.against}`) && isOfThreshold(outcome, threshold),
  );
  const ratios = fitting.flatMap((record) => {
    const ratio = shown.find(({ id }) => id === record.id);
    return ratio ? [{ ratio, record, differs: differences(ratio, record, { ageGroup, site }) }] : [];
  });
  const isOfSite = (record: OtherReview) => (record.site ?? 'any') === site;
  return { ratios, findings: fitting.filter((record) => record.estimate === undefined && isOfSite(record)) };
}

/** "at least 50 % and at least 75 %, all sites" */
const thresholdsIn = (outcome: string) =>
  [...outcome.matchAll(/at least (\d+) %/g)].map(([, percent]) => Number(percent));

function isOfThreshold(outcome: string, threshold: Compared['threshold']): boolean {
  const named = thresholdsIn(outcome);
  return named.length === 0 || named.some((one) => one === threshold);
}

function differences(ratio: RelativeEffect, { outcome }: OtherReview, { ageGroup, site }: Group): string[] {
  return [
    thresholdsIn(outcome).length ? null : `for another outcome: ${outcome}, without a threshold`,
    ratio.site === site ? null : 'for all sites',
    ageGroup === 'any' ? null : 'for any age',
  ].filter((text) => text !== null);
}
