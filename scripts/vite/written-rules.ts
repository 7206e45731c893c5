import type { Plugin } from 'vite';
import { countRowRules } from '../../src/schema/count-row-rules.js';

/** Writes out the rules for a row of counts, which zod's schema gives: zod was a tenth of all that a page can load. */
export function writtenRules(): Plugin {
  return {
    name: 'written-rules',
    enforce: 'pre',
    load: (id) =>
      id.endsWith('/src/schema/count-row-rules.ts')
        ? `export const countRowRules = ${JSON.stringify(countRowRules)};`
        : null,
  };
}
