import { enSupport, type SupportKey } from './en.support.js';
import { createMessageTable, type MessageTable } from './message-table.js';
import type { Language } from './translate.js';

/** The words for a talk with a clinician, with the language that they belong to. */
export interface SupportWords extends MessageTable<SupportKey> {
  readonly language: Language;
}

export function createSupportWords(language: Language): SupportWords {
  return { language, ...createMessageTable(language, enSupport, language.words.support) };
}
