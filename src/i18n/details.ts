import { enDetails, type DetailKey } from './en.details.js';
import { createMessageTable, type MessageTable } from './message-table.js';
import type { Language } from './translate.js';

/** The explanations of a language. */
export type Details = MessageTable<DetailKey>;

export function createDetails(language: Language): Details {
  return createMessageTable(language, enDetails, language.words.details);
}
