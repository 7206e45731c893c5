import { ar as screen } from './ar.js';
import { arDetails as details } from './ar.details.js';
import { arFurther as further } from './ar.further.js';
import { inDigitsOf } from './digits.js';
import type { LanguageSource } from './translate.js';

/** Arabic: east of Libya digits have forms of their own, west of it they have those of Latin script. */
export const source: LanguageSource = {
  tag: 'ar',
  dir: 'rtl',
  words: (locale) => ({
    screen: inDigitsOf(locale, screen),
    details: inDigitsOf(locale, details),
    further: inDigitsOf(locale, further),
  }),
};
