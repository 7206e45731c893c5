import { ko as screen } from './ko.js';
import { koDetails as details } from './ko.details.js';
import { koFurther as further } from './ko.further.js';
import { koSupport as support } from './ko.support.js';
import type { LanguageSource } from './translate.js';

export const source: LanguageSource = { tag: 'ko', dir: 'ltr', words: { screen, details, further, support } };
