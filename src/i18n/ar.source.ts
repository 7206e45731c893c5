import { ar as screen } from './ar.js';
import { arDetails as details } from './ar.details.js';
import { arFurther as further } from './ar.further.js';
import { digitsOf } from './digits.js';
import type { LanguageSource } from './translate.js';

/** Arabic: its digits have forms of their own or those of Latin script, by region. */
export const source: LanguageSource = {
  tag: 'ar',
  dir: 'rtl',
  words: { screen, details, further },
  spelling: digitsOf,
};
