import { fillMessage, type Language, type MessageValues } from './translate.js';

/** Messages of a language that load on demand: apart from `Language`, so that the first screen goes without. */
export interface MessageTable<Key extends string> {
  /** The message as written, or `null` where this language has none under that key. */
  find(key: string): string | null;
  t(key: Key, values?: MessageValues): string;
}

export function createMessageTable<Key extends string>(
  { number }: Language,
  messages: Readonly<Record<Key, string>>,
): MessageTable<Key> {
  return {
    find: (key) => (Object.hasOwn(messages, key) ? messages[key as Key] : null),
    t: (key, values = {}) => fillMessage(messages[key], values, number),
  };
}
