import { placeholders, type Language } from '../i18n/translate.js';

/** A table of messages that can be asked for keys that it may not hold. */
interface Words {
  find(key: string): string | null;
  t(key: never, values?: Readonly<Record<string, string | number>>): string;
  readonly language: Language;
}

/** Numbers of errata (E09) are names, and stay as they are; years are names too, which take no thousands separator. */
function numberOrName(letter: string, text: string, { year }: Language): number | string {
  if (letter) return text;
  return /^(19|20)\d\d$/.test(text) ? year(Number(text)) : Number(text);
}

/**
 * Words of a record in plain English (or another language), with the numbers in them as `{1}`, `{2}` ... in their
 * order. Words that the table has no message for, or with too few numbers for it, stay as they are: a page's own
 * evidence may say other things.
 */
export function inPlainWords(key: string, words: string, table: Words): string {
  const message = table.find(key);
  const figures = Object.fromEntries(
    [...words.matchAll(/(E?)(\d+(?:\.\d+)?)/g)].map(([, letter, figure], k) => [
      String(k + 1),
      numberOrName(letter!, figure!, table.language),
    ]),
  );
  const isComplete = message !== null && placeholders(message).every((name) => Object.hasOwn(figures, name));
  return isComplete ? table.t(key as never, figures) : words;
}
