/**
 * The four questions and their allowed answers; the first answer of each is the default.
 * Matching is exact: `Any` or ` any` is not `any`, so that nothing is read into a host's value.
 */
export const INPUTS = {
  ageGroup: ['any', 'child', 'adult'],
  site: ['any', 'face-neck', 'trunk-extremities', 'hands-feet'],
  phototherapy: ['not-stated', 'available', 'unavailable'],
  maintenance: ['treating', 'repigmented'],
} as const;

export type InputName = keyof typeof INPUTS;
export type AgeGroup = (typeof INPUTS.ageGroup)[number];
export type Site = (typeof INPUTS.site)[number];
export type Phototherapy = (typeof INPUTS.phototherapy)[number];
export type Maintenance = (typeof INPUTS.maintenance)[number];

/** The four answers as given; `null` where a value was not understood. */
export interface Inputs {
  ageGroup: AgeGroup | null;
  site: Site | null;
  phototherapy: Phototherapy | null;
  maintenance: Maintenance | null;
}

/** Which set of estimates answers: what the reviews printed, or what is pooled here from study counts. */
export const ESTIMATES = ['published', 'pooled'] as const;
export type Estimates = (typeof ESTIMATES)[number];

export const INPUT_NAMES = Object.keys(INPUTS) as InputName[];

/** A value given by the page that is not one of the allowed ones. */
export interface NotUnderstood {
  readonly attribute: string;
  readonly value: string;
  readonly allowed: readonly string[];
}
