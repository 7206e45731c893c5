import { ar as screen } from './ar.js';
import { arDetails as details } from './ar.details.js';
import { arFurther as further } from './ar.further.js';
import { arSupport as support } from './ar.support.js';
import { digitsOf } from './digits.js';
import type { LanguageSource } from './translate.js';

/** Arabic: its digits have forms of their own or those of Latin script, by region. */
export const source: LanguageSource = {
  tag: 'ar',
  dir: 'rtl',
  words: { screen, details, further, support },
  spelling: digitsOf,
};
