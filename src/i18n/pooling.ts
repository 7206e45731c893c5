import { createMessageTable, type MessageTable } from './message-table.js';
import type { Language } from './translate.js';
import type { PoolingKey, PoolingMessages } from './en.pooling.js';

/** The words of live pooling, with the language that they belong to. */
export interface PoolingWords extends MessageTable<PoolingKey> {
  readonly language: Language;
}

export function createPoolingWords(language: Language, messages: PoolingMessages): PoolingWords {
  return { language, ...createMessageTable(language, messages) };
}
