import { countRowInput } from './count-row-input.js';
import { rulesOf } from './field-rules.js';

/** What a row of counts must be. The script-tag builds have it written out, so that none of zod is in them. */
export const countRowRules = rulesOf(countRowInput);
