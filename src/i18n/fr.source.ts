import { fr as screen } from './fr.js';
import { frDetails as details } from './fr.details.js';
import { frFurther as further } from './fr.further.js';
import { frSupport as support } from './fr.support.js';
import type { LanguageSource } from './translate.js';

export const source: LanguageSource = { tag: 'fr', dir: 'ltr', words: { screen, details, further, support } };
