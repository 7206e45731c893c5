import { ESTIMATES, INPUTS, INPUT_NAMES, type InputName, type Inputs, type NotUnderstood } from '../evidence/inputs.js';

/** What each attribute may say; the first value is the default. */
export const ALLOWED = {
  ...INPUTS,
  estimates: ESTIMATES,
  view: ['patient', 'clinician'],
  theme: ['auto', 'light', 'dark'],
  icons: ['shapes', 'people'],
  skinTone: ['3', '1', '2', '4', '5', '6'],
  headingLevel: ['2', '1', '3', '4', '5', '6'],
} as const;

/** Any other address could run as a script. */
const LINK_BEGINNINGS = ['https://', 'http://', 'mailto:'];
const LINK = /^(https?:\/\/|mailto:)\S+$/i;

export type HostProperty = keyof typeof ALLOWED;
export type HostValues = { readonly [P in HostProperty | 'reportHref']: unknown };

export interface ReadHostValues {
  readonly inputs: Inputs;
  readonly estimates: (typeof ESTIMATES)[number];
  readonly view: (typeof ALLOWED.view)[number];
  readonly theme: (typeof ALLOWED.theme)[number];
  readonly icons: (typeof ALLOWED.icons)[number];
  readonly skinTone: (typeof ALLOWED.skinTone)[number];
  readonly headingLevel: number;
  /** A web or e-mail address, or empty. */
  readonly reportHref: string;
  readonly notUnderstood: readonly NotUnderstood[];
}

/**
 * Reads what a host gave, by exact match; an empty or absent value is the default. An input that is not understood
 * becomes `null`: it is never guessed. How things are shown falls back to the default, with the same notice.
 */
export function readHostValues(values: HostValues): ReadHostValues {
  const given = (property: HostProperty) => textOfNumber(values[property]);
  const notUnderstood: NotUnderstood[] = (Object.keys(ALLOWED) as HostProperty[]).flatMap((property) => {
    const value = given(property);
    return isAbsent(value) || isAllowed(property, value)
      ? []
      : { attribute: attributeName(property), value: printable(value), allowed: ALLOWED[property] };
  });
  const { reportHref } = values;
  const isLink = typeof reportHref === 'string' && LINK.test(reportHref);
  if (!isLink && !isAbsent(reportHref)) {
    notUnderstood.push({ attribute: 'report-href', value: printable(reportHref), allowed: LINK_BEGINNINGS });
  }
  const read = <P extends HostProperty>(property: P) =>
    (isAllowed(property, given(property)) ? given(property) : ALLOWED[property][0]) as (typeof ALLOWED)[P][number];
  const inputs = Object.fromEntries(
    INPUT_NAMES.map((name: InputName) => [
      name,
      isAbsent(values[name]) ? INPUTS[name][0] : isAllowed(name, values[name]) ? values[name] : null,
    ]),
  ) as unknown as Inputs;
  return {
    inputs,
    estimates: read('estimates'),
    view: read('view'),
    theme: read('theme'),
    icons: read('icons'),
    skinTone: read('skinTone'),
    headingLevel: Number(read('headingLevel')),
    reportHref: isLink ? reportHref : '',
    notUnderstood,
  };
}

/** `ageGroup` is `age-group` in HTML. */
export function attributeName(property: string): string {
  return property.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** Numbers are compared by their text, as attributes give them. */
const textOfNumber = (value: unknown) => (typeof value === 'number' ? String(value) : value);

/** Shows a property of any type as an attribute: an absent value takes the attribute away. */
export const reflected = { toAttribute: (value: unknown) => (isAbsent(value) ? null : printable(value)) };

/** A level in HTML is text, and a number for script; what is not one stays as it is, to be named. */
export const level = { fromAttribute: (text: string | null) => (/^[1-6]$/.test(text ?? '') ? Number(text) : text) };

/** A value of any type as text; objects by kind, since their text could throw. */
const printable = (value: unknown) => (Object(value) === value ? typeof value : String(value));

const isAbsent = (value: unknown) => value === null || value === undefined || value === '';

function isAllowed(property: HostProperty, value: unknown): boolean {
  return (ALLOWED[property] as readonly unknown[]).includes(value);
}
