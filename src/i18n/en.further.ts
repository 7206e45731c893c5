/**
 * English: the words of what stands beside the options and loads when it is first shown: keeping the colour, the ratios
 * of other reviews, people without a cream, parts of the body side by side. Keys and values as in `en.ts`.
 */
export const enFurther = {
  'maintenance.intro': 'One trial in adults: tacrolimus or placebo, twice a week for {weeks} weeks, after at least 75 % repigmentation. Counted: patches that lost some colour.',
  'maintenance.arm.tacrolimus 0.1% twice weekly': 'Tacrolimus twice a week',
  'maintenance.arm.placebo twice weekly': 'Placebo twice a week',
  'maintenance.row': '{events} of {total} patches lost some colour',
  'maintenance.people': '{people} people',
  'maintenance.analysis.intention-to-treat': 'Everyone who started (intention to treat)',
  'maintenance.analysis.per-protocol': 'Those who kept to the plan (per protocol)',
  'maintenance.no-interval': 'no range: number of people not known',
  'maintenance.odds': 'Odds of losing colour, placebo against tacrolimus: {oddsRatio} ({low} to {high}), {p}',
  'maintenance.p': '{p}, patches taken as independent',
  'maintenance.adjusted': 'printed as adjusted for patches of one person',
  'maintenance.context.relapse-without-maintenance': 'The authors of the trial put loss of colour in the first year after repigmentation at {estimate} of 100.',
  'maintenance.context.relapse-after-stopping': 'In another trial, in adults, on the face, colour was lost again in {estimate} of 100 by the end of follow-up after tacrolimus had ended.',
  'maintenance.adults-show': 'Show what was found in adults',

  'relative.figures': '{measure} {estimate} ({low} to {high})',
  'relative.microneedling-repigmentation': 'Reaching 75–100 % repigmentation, needling with tacrolimus against tacrolimus alone',
  'relative.microneedling-melanoblasts': 'Pigment-forming cells seen under the microscope',
  'relative.microneedling-adverse-events': 'Side effects: not known, the range leaves everything open',
  'relative.li-2017-face-50': 'At least 50 % on the face, light with a cream or ointment against light alone',
  'relative.li-2017-face-75': 'At least 75 % on the face, light with a cream or ointment against light alone',
  'relative.li-2017-overall': 'All parts of the body, light with a TCI or vitamin D against light alone: {studies} trials, {participants} people. No ratio was printed; the review found that a difference was not clear.',
  'relative.dang-2016-lesions': 'Response counted by patch, cream or ointment against placebo',
  'relative.dang-2016-patients': 'Response counted by person, cream or ointment against placebo',
  'relative.trials': '{studies} trials, {participants} people',
  'measure.RR': 'risk ratio',
  'measure.OR': 'odds ratio',

  'interval.exact': '{estimate} % ({level} % CI {low} to {high})',
  'interval.exact.none': '{estimate} % (no interval printed)',
  'pooled.single': 'one study, exact interval',
  'pooled.prediction': 'in another setting: {low} to {high} of 100',
  'pooled.marginal': 'mean over studies {estimate} of 100',
  'pooled.heterogeneity': 'I² {iSquared} %, τ² {tauSquared}, Q test {p}',
  'months.median.pooled': '{range} (median {median})',
  'months.median': '{range} (median {median}, from the review’s table of studies)',
  'months.printed': 'the review states a median of {printed} months',
  'dropouts': 'if everyone who left early had not reached it: {n} of 100',

  'context.row': '{site}: {estimate} of 100 reached {threshold}',
  'site.trunk': 'Trunk',
  'site.extremities': 'Arms and legs',

  'sites.note': 'The parts of the body were pooled from different sets of studies, at all ages. Do not subtract one from another.',
  'note.sources': 'Sources of these figures: {sources}',

  'note.not-monotone': 'A higher threshold shows a higher number here, because the studies differ. Both are shown as they are.',
  'note.too-wide': 'The range of at least one number is so wide that it says next to nothing.',
  'note.mixed-units': 'Some studies counted patches instead of people.',
  'note.clustered-lesions': 'Patches were counted, several on one person. Patches of one person behave alike.',
  'note.other-review': 'Light treatment alone comes from another review, with other people, counted as all who started. It is not a comparison.',

  'without.row': '{group}: {events} of {total} reached {threshold}',
  'without.row.percent': '{group}: {estimate} of 100 reached {threshold}',
  'without.zero': '{group}: none reached {threshold}; the number of people was not printed, so this does not mean never',
  'without.none': 'Not studied for this part of the body.',
  'group.untreated lesions': 'Patches left untreated',
  'group.vehicle': 'Cream without the drug',
  'group.hydrocortisone 1 %': 'Hydrocortisone cream',
  'group.vehicle, face': 'Cream without the drug, on the face',

  'evidence-error': 'Study data given by this page could not all be read. What could not be read is left out of the numbers:',
  'evidence-error.more': 'and {n} more.',
} as const;

export type FurtherKey = keyof typeof enFurther;
export type FurtherMessages = Readonly<Record<FurtherKey, string>>;
