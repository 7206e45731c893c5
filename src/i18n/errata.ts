import { enErrata, type ErratumKey } from './en.errata.js';
import { createMessageTable, type MessageTable } from './message-table.js';
import { english } from './translate.js';

/** The explanations of single errata: in English, whatever the language around them. */
export type ErrataWords = MessageTable<ErratumKey>;

export const errataWords: ErrataWords = createMessageTable(english, enErrata);
