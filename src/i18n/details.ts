import type { DetailKey, DetailMessages } from './en.details.js';
import { fillMessage, type Language, type MessageValues } from './translate.js';

/** The explanations of a language once loaded: apart from `Language`, so that the first screen goes without. */
export interface Details {
  /** The message as written, or `null` where this language has none under that key. */
  find(key: string): string | null;
  t(key: DetailKey, values?: MessageValues): string;
}

export function createDetails({ number }: Language, messages: DetailMessages): Details {
  return {
    find: (key) => (Object.hasOwn(messages, key) ? messages[key as DetailKey] : null),
    t: (key, values = {}) => fillMessage(messages[key], values, number),
  };
}
