import { byKey } from './by-key.js';
import { en, type MessageKey, type PluralKey } from './en.js';
import type { Words } from './words.js';

export type MessageValues = Readonly<Record<string, string | number>>;

/** A language as the view model needs it: its words, its numbers and its direction. */
export interface Language {
  /** Of the words: `fr`, whatever the region of the page. */
  readonly tag: string;
  /** Of numbers, lists and dates: the page's own tag, `fr-CA`. */
  readonly locale: string;
  readonly dir: 'ltr' | 'rtl';
  /** The words of the parts that load on demand; English has none here, since they come with their part. */
  readonly words: Words;
  /** The message for a key, with its values put in; numbers are formatted for the language. */
  t(key: MessageKey, values?: MessageValues): string;
  /** The plural form of `key` (`.one`, `.other` ...) for a whole number `n`. */
  plural(key: PluralKey, n: number): string;
  /** A message with its values put in. */
  fill(message: string, values?: MessageValues): string;
  number(value: number, digits?: 0 | 1 | 2 | 3): string;
  /** "a, b and c" */
  list(items: readonly string[]): string;
  /** A year is a name, not a quantity: it takes no thousands separator. */
  year(year: number): string;
  /** A day of the evidence (`2026-11-30`) in words; what is no day stays as it is. */
  date(day: string): string;
  /** The same words with numbers, lists and dates of another locale. */
  in(locale: string): Language;
}

/** What a language is made from. */
export interface LanguageSource {
  readonly tag: string;
  readonly dir: 'ltr' | 'rtl';
  readonly words: Words;
  /** How a locale writes the digits that stand in messages, where that is not always as typed. */
  spelling?(locale: string): (message: string) => string;
}

const PLACEHOLDER = /\{(\w+)\}/g;

/** The names of the values that a message takes. */
export function placeholders(message: string): string[] {
  return [...message.matchAll(PLACEHOLDER)].map(([, name]) => name!);
}

/** Text and names of values in turn, by message: taking one apart is most of the work of filling it. */
const takenApart = new Map<string, readonly string[]>();

function fillMessage(message: string, values: MessageValues, number: (value: number) => string): string {
  if (!message.includes('{')) return message;
  let parts = takenApart.get(message);
  if (!parts) takenApart.set(message, (parts = message.split(PLACEHOLDER)));
  let text = '';
  parts.forEach((part, i) => {
    const value = i % 2 ? values[part]! : part;
    text += typeof value === 'number' ? number(value) : value;
  });
  return text;
}

/** Some regions count years by another calendar; the day of a publication is known by this one. */
const DAY = { dateStyle: 'long', timeZone: 'UTC', calendar: 'gregory' } as const;

export function createLanguage(source: LanguageSource, locale: string): Language {
  const messages: Readonly<Record<string, string>> = byKey(en, source.words.screen);
  const spell = source.spelling?.(locale) ?? ((message) => message);
  const plurals = new Intl.PluralRules(locale);
  // Making a format takes a hundred times as long as using it, and a screen shows hundreds of numbers.
  const formats = [0, 1, 2, 3].map(
    (digits) => new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: 4 }),
  );
  let days: Intl.DateTimeFormat | undefined;
  // Nearly all numbers on a screen are of 100. Not 0: a difference can be -0, and one place would hold both.
  const of100: string[] = [];
  const isOf100 = (value: number) => Number.isInteger(value) && value > 0 && value <= 100;
  const number = (value: number, digits: 0 | 1 | 2 | 3 = 0) =>
    digits || !isOf100(value) ? formats[digits]!.format(value) : (of100[value] ??= formats[0]!.format(value));
  const fill = (message: string, values: MessageValues = {}) => fillMessage(spell(message), values, number);
  const t = (key: string, values?: MessageValues) =>
    Object.hasOwn(messages, key) ? fill(messages[key]!, values) : ownWord(key);
  return {
    ...source,
    locale,
    t,
    fill,
    number,
    plural: (key, n) => {
      const form = `${key}.${plurals.select(n)}`;
      return t(form in messages ? form : `${key}.other`, { n });
    },
    list: (items) => new Intl.ListFormat(locale).format(items),
    year: (year) => spell(`${year}`),
    date: (day) => {
      const time = Date.parse(day);
      return time ? (days ??= new Intl.DateTimeFormat(locale, DAY)).format(time) : day;
    },
    in: (other) => createLanguage(source, other),
  };
}

/** A word of a page's own evidence that no language knows stands as it is: `group.sham light` is "sham light". */
export const ownWord = (key: string) => key.slice(key.indexOf('.') + 1);

const ENGLISH: LanguageSource = { tag: 'en', dir: 'ltr', words: { screen: en } };

export const english = createLanguage(ENGLISH, 'en');
