// Written by "npm run metadata" from the class and its doc block.
import type {
  EvidenceErrorEvent,
  InputErrorEvent,
  OutlookChangeEvent,
  VitiligoOutlook,
} from './index.js';

/** What stands in the tag: attributes, the properties of the same meaning, and the events as JSX names them. */
export interface VitiligoOutlookAttributes {
  /** Age of the person: `any`, `child` or `adult`. */
  'age-group'?: 'any' | 'child' | 'adult' | undefined;
  /** Part of the body: `any`, `face-neck`, `trunk-extremities` or `hands-feet`. */
  site?: 'any' | 'face-neck' | 'trunk-extremities' | 'hands-feet' | undefined;
  /** Whether light treatment is at hand: `not-stated`, `available` or `unavailable`. */
  phototherapy?: 'not-stated' | 'available' | 'unavailable' | undefined;
  /** Stage: `treating`, or `repigmented` once at least 75 % of the colour is back and the course is over. */
  maintenance?: 'treating' | 'repigmented' | undefined;
  /** Which numbers: `published` by the reviews, or `pooled` here from study counts. */
  estimates?: 'published' | 'pooled' | undefined;
  /** For whom it is worded: `patient` or `clinician`. */
  view?: 'patient' | 'clinician' | undefined;
  /** Hides the switch between the two views. */
  'fixed-view'?: boolean | undefined;
  /** Level (1 to 6) of the element's own heading, so that it fits the page's outline. */
  'heading-level'?: '2' | '1' | '3' | '4' | '5' | '6' | undefined;
  /** Colours: `auto` follows the page (its `color-scheme`), `light` and `dark` are fixed. */
  theme?: 'auto' | 'light' | 'dark' | undefined;
  /** Where a reader can report a misprint or a wrong figure: an address that begins with `https://`, `http://` or
`mailto:`. A link at the end of the basis leads there. */
  'report-href'?: string | undefined;
  /** What pictures of 100 are made of: `shapes` or `people`. */
  icons?: 'shapes' | 'people' | undefined;
  /** Skin tone of the drawings of skin: `1` (lightest) to `6` (darkest); `3` where nothing is said. */
  'skin-tone'?: '3' | '1' | '2' | '4' | '5' | '6' | undefined;
  /** Offers a link with the four answers in its fragment, and takes them from such a link when the page opens. */
  'share-link'?: boolean | undefined;
  /** Address of a JSON file with study counts to pool; fetched only when given. The page's policy must allow it. */
  'studies-src'?: string | undefined;
  /** Age of the person: `any`, `child` or `adult`. */
  ageGroup?: VitiligoOutlook['ageGroup'];
  /** Hides the switch between the two views. */
  fixedView?: VitiligoOutlook['fixedView'];
  /** Level (1 to 6) of the element's own heading, so that it fits the page's outline. */
  headingLevel?: VitiligoOutlook['headingLevel'];
  /** Where a reader can report a misprint or a wrong figure: an address that begins with `https://`, `http://` or
`mailto:`. A link at the end of the basis leads there. */
  reportHref?: VitiligoOutlook['reportHref'];
  /** Skin tone of the drawings of skin: `1` (lightest) to `6` (darkest); `3` where nothing is said. */
  skinTone?: VitiligoOutlook['skinTone'];
  /** Offers a link with the four answers in its fragment, and takes them from such a link when the page opens. */
  shareLink?: VitiligoOutlook['shareLink'];
  /** Where a host's values came from, e.g. `{site: 'Problem list'}`; shown beside the question. */
  prefilled?: VitiligoOutlook['prefilled'];
  /** Address of a JSON file with study counts to pool; fetched only when given. The page's policy must allow it. */
  studiesSrc?: VitiligoOutlook['studiesSrc'];
  /** Study counts to pool, `{studies, mode}`: `add`ed to the literature's (default) or to `replace` them. */
  studies?: VitiligoOutlook['studies'];
  /** How to pool, over the defaults: `{estimator, scale, interval, level}`, in metafor's names. */
  method?: VitiligoOutlook['method'];
  /** After each update whose outlook differs by value, the first included. */
  'onoutlook-change'?: (event: OutlookChangeEvent) => void;
  /** A value is not understood: `attribute`, `value`, `allowed`. */
  'oninput-error'?: (event: InputErrorEvent) => void;
  /** Evidence given by the page cannot be read: `issues`. */
  'onevidence-error'?: (event: EvidenceErrorEvent) => void;
}
