import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { enDetails } from '../../src/i18n/en.details.js';
import { enErrata } from '../../src/i18n/en.errata.js';
import { en } from '../../src/i18n/en.js';
import { enFurther } from '../../src/i18n/en.further.js';
import { enSupport } from '../../src/i18n/en.support.js';
import { enPooling } from '../../src/i18n/en.pooling.js';
import { FORBIDDEN, forbiddenIn } from './forbidden.js';
import { pairs, TRANSLATED } from './translated.js';

const TABLES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'en.ts': en,
  'en.details.ts': enDetails,
  'en.errata.ts': enErrata,
  'en.further.ts': enFurther,
  'en.pooling.ts': enPooling,
  'en.support.ts': enSupport,
};
const messages = [
  ...Object.values(TABLES).flatMap((table) => Object.entries(table).map(([key, text]) => ({ language: 'en', key, text }))),
  ...TRANSLATED.flatMap(({ tag, tables }) => pairs(tables).map(({ key, text }) => ({ language: tag, key, text }))),
];

test('every English file of messages is checked here', () => {
  const files = readdirSync(new URL('../../src/i18n/', import.meta.url)).filter((name) => /^en\b/.test(name));
  expect(files.sort()).toEqual(Object.keys(TABLES).sort());
});

describe('figures in messages', () => {
  /** Thresholds, the level of the intervals, the common denominator: they define what is shown, they are no result. */
  const ALLOWED = ['25', '50', '75', '95', '100'];
  const EXCEPTIONS: Readonly<Record<string, { readonly digits: string; readonly reason: string }>> = {
    'cite': { digits: '2019', reason: 'year of the main source, as part of its name' },
    'sentence.fewer-than-1': { digits: '1', reason: 'the limit below which no whole number of 100 can be given' },
  };

  const digitsIn = (text: string): readonly string[] => text.replace(/\{\w+\}/g, '').match(/\d+(?:[.,]\d+)*/g) ?? [];
  const isAllowed = (key: string, digits: string) => ALLOWED.includes(digits) || EXCEPTIONS[key]?.digits === digits;

  test('none of them belongs to the evidence', () => {
    const typed = messages.filter(({ key, text }) => digitsIn(text).some((digits) => !isAllowed(key, digits)));
    expect(typed).toEqual([]);
  });

  test('no exception is left over', () => {
    const isUsed = (key: string, digits: string) =>
      messages.some((message) => message.key === key && digitsIn(message.text).includes(digits));
    const unused = Object.entries(EXCEPTIONS).filter(([key, { digits }]) => !isUsed(key, digits));
    expect(unused).toEqual([]);
  });

  test('a figure typed into a sentence is found', () => {
    expect(digitsIn('{estimate} % of 653, or 1,499, or 9.7 of {total}')).toEqual(['653', '1,499', '9.7']);
  });
});

describe('words that steer, promise or mislead', () => {
  test('stand in no message of any language', () => {
    const found = messages.map((message) => ({ ...message, found: forbiddenIn(message.text, message.language) }));
    expect(found.filter((message) => message.found.length > 0)).toEqual([]);
  });

  const examples = Object.entries(FORBIDDEN).flatMap(([language, { examples }]) =>
    examples.map(([text, word]) => ({ language, text, word })),
  );
  test.each(examples)('$language: "$text" is found', ({ language, text, word }) => {
    expect(forbiddenIn(text, language)).toContain(word);
  });

  test('the safety of a product may be spoken of', () => {
    expect(forbiddenIn('Its long-term safety is not established, and unlikely totals again.', 'en')).toEqual([]);
  });

  test('no exception is left over', () => {
    for (const [language, { allowed }] of Object.entries(FORBIDDEN)) {
      const texts = messages.filter((message) => message.language === language).map(({ text }) => text);
      expect(allowed.filter((expression) => !texts.some((text) => text.includes(expression))), language).toEqual([]);
    }
  });
});
