import errata from '../../data/errata.json' with { type: 'json' };
import safety from '../../data/safety.json' with { type: 'json' };
import { createDetails } from '../../src/i18n/details.js';
import { english } from '../../src/i18n/translate.js';
import { errataFile } from '../../src/schema/errata.js';
import { safety as safetySchema } from '../../src/schema/safety.js';

/** The records that the explanations put into words, and the English that does it. */
export const records = errataFile.parse(errata);
export const safetyRecord = safetySchema.parse(safety);
export const details = createDetails(english);
