import { es as screen } from './es.js';
import { esDetails as details } from './es.details.js';
import { esFurther as further } from './es.further.js';
import { esSupport as support } from './es.support.js';
import type { LanguageSource } from './translate.js';

export const source: LanguageSource = { tag: 'es', dir: 'ltr', words: { screen, details, further, support } };
