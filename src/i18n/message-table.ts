import { byKey } from './by-key.js';
import { ownWord, type Language, type MessageValues } from './translate.js';

/** Messages of a language that load on demand: apart from `Language`, so that the first screen goes without. */
export interface MessageTable<Key extends string> {
  /** The message as written, or `null` where this language has none under that key. */
  find(key: string): string | null;
  /** The message with its values put in; a word of a page's own evidence that no language knows stands as it is. */
  t(key: Key, values?: MessageValues): string;
}

/** A table in the words of a language, where they are given, else in English. */
export function createMessageTable<Key extends string>(
  { fill }: Language,
  english: Readonly<Record<Key, string>>,
  translated = english,
): MessageTable<Key> {
  const messages = byKey(english, translated);
  const find = (key: string) => (Object.hasOwn(messages, key) ? messages[key as Key] : null);
  return { find, t: (key, values) => fill(find(key) ?? ownWord(key), values) };
}
