import { en, type MessageKey, type Messages } from './en.js';

export type MessageValues = Readonly<Record<string, string | number>>;

/** A language as the view model needs it: its words, its numbers and its direction. */
export interface Language {
  readonly tag: string;
  readonly dir: 'ltr' | 'rtl';
  /** The message for a key, with its values put in; numbers are formatted for the language. */
  t(key: MessageKey, values?: MessageValues): string;
  /** The plural form of `key` (`.one`, `.other` ...) for a whole number `n`. */
  plural(key: PluralKey, n: number): string;
  number(value: number, digits?: 0 | 1 | 2 | 3): string;
}

const PLACEHOLDER = /\{(\w+)\}/g;

/** The names of the values that a message takes. */
export function placeholders(message: string): string[] {
  return [...message.matchAll(PLACEHOLDER)].map(([, name]) => name!);
}

/** A message with its values put in; numbers are formatted by `number`. */
export function fillMessage(message: string, values: MessageValues, number: (value: number) => string): string {
  return message.replace(PLACEHOLDER, (_, name: string) => {
    const value = values[name]!;
    return typeof value === 'number' ? number(value) : value;
  });
}

type PluralKey = MessageKey extends infer K ? (K extends `${infer Base}.other` ? Base : never) : never;

export function createLanguage(tag: string, messages: Messages, dir: 'ltr' | 'rtl' = 'ltr'): Language {
  const plurals = new Intl.PluralRules(tag);
  // Making a format takes a hundred times as long as using it, and a screen shows hundreds of numbers.
  const formats = [0, 1, 2, 3].map(
    (digits) => new Intl.NumberFormat(tag, { minimumFractionDigits: digits, maximumFractionDigits: 4 }),
  );
  const number = (value: number, digits: 0 | 1 | 2 | 3 = 0) => formats[digits]!.format(value);
  const t = (key: MessageKey, values: MessageValues = {}) =>
    Object.hasOwn(messages, key) ? fillMessage(messages[key], values, number) : ownWord(key);
  return {
    tag,
    dir,
    t,
    number,
    plural: (key, n) => {
      const form = `${key}.${plurals.select(n)}` as MessageKey;
      return t(form in messages ? form : (`${key}.other` as MessageKey), { n });
    },
  };
}

/** A word of a page's own evidence that no language knows stands as it is: `group.sham light` is "sham light". */
export const ownWord = (key: string) => key.slice(key.indexOf('.') + 1);

export const english = createLanguage('en', en);

/**
 * The language for a page's `lang`: unknown or malformed tags (browser translators set `lang="auto"`) fall back to
 * English and never throw.
 */
export function languageFor(_tag: string | null | undefined): Language {
  return english;
}
