import { describe, expect, test } from 'vitest';
import { loadedLanguage, loadLanguage } from '../../src/i18n/languages.js';

describe('a language is found by its tag', () => {
  test.each([
    ['fr-CA', 'fr', 'fr-CA'],
    ['FR-ca', 'fr', 'fr-CA'],
    ['ar-EG', 'ar', 'ar-EG'],
    ['ko-KR', 'ko', 'ko-KR'],
    ['ko-Kore-KR', 'ko', 'ko-Kore-KR'],
    ['es-419', 'es', 'es-419'],
    ['ar-u-nu-latn', 'ar', 'ar-u-nu-latn'],
    ['en-GB', 'en', 'en-GB'],
  ])('%s', async (tag, language, locale) => {
    expect(await loadLanguage(tag)).toMatchObject({ tag: language, locale });
  });

  test.each(['de', 'zh-Hant', 'auto', '', 'x', 'i-klingon', 'en_US', 'fr_FR', '12', '-', 'a'.repeat(200), 'de--', '"><b>', 'constructor'])(
    '"%s" is English',
    async (tag) => {
      expect(await loadLanguage(tag)).toMatchObject({ tag: 'en', dir: 'ltr' });
      expect(loadedLanguage(tag)?.tag).toBe('en');
    },
  );

  test('is the same object each time, so that nothing is made anew', async () => {
    expect(await loadLanguage('fr-BE')).toBe(await loadLanguage('fr-BE'));
    expect(loadedLanguage('fr-BE')).toBe(await loadLanguage('fr-BE'));
  });

  test('Arabic alone runs from right to left', async () => {
    const all = await Promise.all(['en', 'es', 'fr', 'ko', 'ar'].map(loadLanguage));
    expect(all.map(({ dir }) => dir)).toEqual(['ltr', 'ltr', 'ltr', 'ltr', 'rtl']);
  });
});

describe('numbers, lists and days', () => {
  test('a zero is the same whatever was written before it', async () => {
    const { number } = await loadLanguage('en-NZ');
    number(-0);
    expect(number(0)).toBe('0');
  });

  test.each([
    ['en', '1,234.50', 'a, b, and c', 'November 30, 2026'],
    ['en-GB', '1,234.50', 'a, b and c', '30 November 2026'],
    ['es', '1234,50', 'a, b y c', '30 de noviembre de 2026'],
    ['fr', '1\u202f234,50', 'a, b et c', '30 novembre 2026'],
    ['ko', '1,234.50', 'a, b 및 c', '2026년 11월 30일'],
  ])('are those of %s', async (tag, number, list, day) => {
    const language = await loadLanguage(tag);
    expect(language.number(1234.5, 2)).toBe(number);
    expect(language.list(['a', 'b', 'c'])).toBe(list);
    expect(language.date('2026-11-30')).toBe(day);
  });

  test('a day that is none stays as it is', async () => {
    expect((await loadLanguage('fr')).date('last autumn')).toBe('last autumn');
  });
});
