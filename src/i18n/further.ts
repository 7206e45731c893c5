import { enFurther, type FurtherKey } from './en.further.js';
import { createMessageTable, type MessageTable } from './message-table.js';
import type { Language } from './translate.js';

/** The words of what stands beside the options and loads when it is first shown. */
export type FurtherWords = MessageTable<FurtherKey>;

export function createFurtherWords(language: Language): FurtherWords {
  return createMessageTable(language, enFurther, language.words.further);
}
