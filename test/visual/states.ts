/** What a snapshot shows, and in which surroundings. */
export interface VisualState {
  /** The name of its file, without an ending. */
  readonly name: string;
  readonly width: number;
  readonly attributes: Readonly<Record<string, string>>;
  readonly surroundings: Surroundings;
  /** Presses these buttons and opens these folds of the element, by selector. */
  readonly click?: readonly string[];
  /** The part of the element that is kept; the whole element without it. */
  readonly part?: string;
}

export type Surroundings = 'light' | 'dark' | 'forced-colors' | 'print';

export const WIDTHS = [320, 768, 1280] as const;

const LOOKS = [
  { look: 'light', surroundings: 'light', attributes: {} },
  { look: 'dark', surroundings: 'dark', attributes: {} },
  { look: 'forced-colors', surroundings: 'forced-colors', attributes: {} },
  { look: 'rtl', surroundings: 'light', attributes: { lang: 'ar' } },
] as const;

/** Inputs that put every kind of picture and part on screen. */
const VIEWS = [
  { view: 'patient', attributes: { site: 'face-neck', 'age-group': 'child' } },
  { view: 'clinician', attributes: { view: 'clinician', phototherapy: 'available' } },
] as const;

const everyLook = VIEWS.flatMap(({ view, attributes }) =>
  WIDTHS.flatMap((width) =>
    LOOKS.map(({ look, surroundings, attributes: ofLook }) => ({
      name: `${view}-${width}-${look}`,
      width,
      attributes: { ...attributes, ...ofLook },
      surroundings,
    })),
  ),
);

/** The width of A4 paper between margins of 1 cm, in CSS pixels. */
const PAPER = 718;

const ON_PAPER: VisualState[] = VIEWS.map(({ view, attributes }) => ({
  name: `${view}-paper`,
  width: PAPER,
  attributes,
  surroundings: 'print',
}));

const SINGLE: VisualState[] = [
  {
    name: 'patient-640-harms-people',
    width: 640,
    attributes: { icons: 'people' },
    surroundings: 'light',
    part: '[part=harms]',
  },
  {
    name: 'patient-640-at-least-25',
    width: 640,
    attributes: { phototherapy: 'unavailable' },
    surroundings: 'light',
    click: ['.choice button:first-of-type'],
    part: '.options',
  },
  {
    name: 'patient-640-keeping-colour',
    width: 640,
    attributes: { maintenance: 'repigmented' },
    surroundings: 'light',
    part: '[part=maintenance]',
  },
  {
    name: 'patient-640-sites',
    width: 640,
    attributes: {},
    surroundings: 'light',
    click: ['.sites > summary'],
    part: '.sites',
  },
];

export const STATES: readonly VisualState[] = [...everyLook, ...ON_PAPER, ...SINGLE];
