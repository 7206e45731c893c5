import { placeholders, type Language } from '../i18n/translate.js';

/** A table of messages that can be asked for keys that it may not hold. */
interface Words {
  find(key: string): string | null;
  t(key: never, values?: Readonly<Record<string, string | number>>): string;
  readonly language: Language;
}

/** Years and numbers of errata are names: they take no thousands separator and keep their zeros. */
function numberOrName(text: string, { year }: Language): number | string {
  if (/^0\d/.test(text)) return text;
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
    (words.match(/\d+(?:\.\d+)?/g) ?? []).map((figure, k) => [String(k + 1), numberOrName(figure, table.language)]),
  );
  const isComplete = message !== null && placeholders(message).every((name) => Object.hasOwn(figures, name));
  return isComplete ? table.t(key as never, figures) : words;
}
