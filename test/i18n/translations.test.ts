import { describe, expect, test } from 'vitest';
import { placeholders } from '../../src/i18n/translate.js';
import { ENGLISH, filesOf, pairs, TRANSLATED } from './translated.js';

/** Messages that are the same in a language and in English, each because nothing in it is English. */
const SAME_AS_ENGLISH: Readonly<Record<string, { readonly languages: readonly string[]; readonly reason: string }>> = {
  'inputs.summary': { languages: ['ar', 'es', 'fr', 'ko'], reason: 'four values and dots' },
  'range': { languages: ['ar', 'es', 'fr', 'ko'], reason: 'two values and a dash' },
  'colon': { languages: ['ar', 'es', 'ko'], reason: 'two values and a colon' },
  'comma': { languages: ['es', 'fr', 'ko'], reason: 'two values and a comma' },
  'semicolon': { languages: ['es', 'ko'], reason: 'two values and a semicolon' },
  'p': { languages: ['es', 'fr', 'ko'], reason: 'a symbol and a value' },
  'p.small': { languages: ['es', 'fr', 'ko'], reason: 'a symbol and a value' },
  'view.patient': { languages: ['fr'], reason: 'the same word' },
  'repigmentation.column': { languages: ['fr'], reason: 'the same word' },
  'safety.strength': { languages: ['es', 'ko'], reason: 'a value and a sign' },
  'sure.reason': { languages: ['ar', 'es', 'ko'], reason: 'two values and a colon' },
  'sure.reason.why': { languages: ['ar', 'es'], reason: 'three values and signs' },
  'threshold.button': { languages: ['es', 'ko'], reason: 'a value and a sign' },
  'safety.strengths': { languages: ['es', 'ko', 'ar'], reason: 'two values and a colon' },
};

const baseOf = (key: string) => key.replace(/\.\w+$/, '');
/** `studies.few`, of what has a singular in English; `sure.other` is a heading. */
const isPlural = (key: string) =>
  /\.(zero|one|two|few|many|other)$/.test(key) && `${baseOf(key)}.one` in ENGLISH.screen;

describe.each(TRANSLATED)('$tag', ({ tag, tables }) => {
  const all = pairs(tables);

  test.each(Object.entries(ENGLISH))('has every message of the English table "%s", and no other', (name, english) => {
    const own = Object.keys(tables[name as keyof typeof ENGLISH]);
    const isOwnForm = (key: string) => isPlural(key) && `${baseOf(key)}.other` in english;
    const missing = Object.keys(english).filter((key) => !own.includes(key) && !isOwnForm(key));
    const surplus = own.filter((key) => !(key in english) && !isOwnForm(key));
    expect(missing, `add these keys to the ${name} table in src/i18n/${tag}.*.ts`).toEqual([]);
    expect(surplus, `take these keys out of the ${name} table in src/i18n/${tag}.*.ts`).toEqual([]);
  });

  test('has the plural forms that its grammar knows, and no other', () => {
    const { pluralCategories } = new Intl.PluralRules(tag).resolvedOptions();
    const bases = new Set(all.filter(({ key }) => isPlural(key)).map(({ key }) => baseOf(key)));
    expect(bases.size).toBeGreaterThan(0);
    for (const base of bases) {
      const keys = all.map(({ key }) => key).filter((key) => isPlural(key) && baseOf(key) === base);
      const forms = keys.map((key) => key.split('.').at(-1));
      expect(forms.sort(), base).toEqual([...pluralCategories].sort());
    }
  });

  test('takes the same values as English', () => {
    const differing = all.filter(({ key, text, english }) => {
      // "one study" and, in Arabic, the dual say their number themselves.
      const [own, theirs] = [text, english].map((message) => placeholders(message).sort().join());
      return own !== theirs && !(/\.(zero|one|two)$/.test(key) && own === '');
    });
    expect(differing).toEqual([]);
  });

  test('leaves no message in English', () => {
    const same = all.filter(({ text, english }) => text === english).map(({ key }) => key);
    expect(same.filter((key) => !SAME_AS_ENGLISH[key]?.languages.includes(tag))).toEqual([]);
    const unused = Object.entries(SAME_AS_ENGLISH).filter(
      ([key, { languages }]) => languages.includes(tag) && !same.includes(key),
    );
    expect(unused).toEqual([]);
  });

  test('says in every file and on screen that it awaits clinical review', () => {
    const files = filesOf(tag);
    expect(files).toHaveLength(Object.keys(ENGLISH).length);
    expect(files.filter(({ text }) => !text.includes('The translation awaits clinical review.'))).toEqual([]);
    expect(tables.details['basis.translation.text.1']).toBeTruthy();
  });

  test('has no message with space at an end, or two in a row', () => {
    expect(all.filter(({ text }) => text !== text.trim() || /\s{2}/.test(text))).toEqual([]);
  });
});

function textsOf(tag: string): string[] {
  const { tables } = TRANSLATED.find((language) => language.tag === tag)!;
  return pairs(tables).map(({ text }) => text);
}

describe('the type of a language', () => {
  test('French sets a narrow space that does not break before high signs and within quotation marks', () => {
    const texts = textsOf('fr');
    expect(texts.filter((text) => /[^\u202f][;:!?%»](?!\S)/.test(text) || /«(?!\u202f)/.test(text))).toEqual([]);
    expect(texts.filter((text) => text.includes("'"))).toEqual([]);
  });

  test('Spanish and Korean set a space before the percent sign', () => {
    for (const tag of ['es', 'ko']) expect(textsOf(tag).filter((text) => /\S%/.test(text))).toEqual([]);
  });

  test('Spanish opens what it asks', () => {
    const count = (text: string, sign: string) => text.split(sign).length;
    expect(textsOf('es').filter((text) => count(text, '?') !== count(text, '¿'))).toEqual([]);
  });

  test('Arabic has its own comma, semicolon and question mark', () => {
    const outside = textsOf('ar').map((text) => text.replace(/\u2066[^\u2069]*\u2069/g, ''));
    expect(outside.filter((text) => /[,;?]/.test(text))).toEqual([]);
  });

  test('Arabic writes its isolates as escapes, since nobody sees them in a file', () => {
    expect(filesOf('ar').filter(({ text }) => /[\u2066-\u2069]/.test(text))).toEqual([]);
    expect(filesOf('ar').some(({ text }) => text.includes('\\u2066'))).toBe(true);
  });

  test('Arabic isolates whatever mixes Latin letters with values, and closes each isolate', () => {
    const texts = textsOf('ar');
    const count = (text: string, signs: RegExp) => text.match(signs)?.length ?? 0;
    expect(texts.filter((text) => count(text, /[\u2066\u2068]/g) !== count(text, /\u2069/g))).toEqual([]);
    const outside = texts.map((text) => text.replace(/[\u2066\u2068][^\u2069]*\u2069/g, ''));
    // Left outside: names of a kind of light, of a method, of a mark, which stand alone between Arabic words.
    const names = /\b(UVB|UVA|PUVA|CE|REML|TNF|Q|t)\b/g;
    const bare = outside.map((text) => text.replace(/\{\w+\}/g, '').replace(names, ''));
    expect(bare.filter((text) => /[A-Za-z]/.test(text))).toEqual([]);
  });
});
