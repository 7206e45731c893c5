import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { enDetails } from '../../src/i18n/en.details.js';
import { enErrata } from '../../src/i18n/en.errata.js';
import { en } from '../../src/i18n/en.js';
import { enFurther } from '../../src/i18n/en.further.js';
import { enPooling } from '../../src/i18n/en.pooling.js';

const TABLES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'en.ts': en,
  'en.details.ts': enDetails,
  'en.errata.ts': enErrata,
  'en.further.ts': enFurther,
  'en.pooling.ts': enPooling,
};
const messages = Object.values(TABLES).flatMap((table) => Object.entries(table));

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
    const typed = messages.filter(([key, text]) => digitsIn(text).some((digits) => !isAllowed(key, digits)));
    expect(typed).toEqual([]);
  });

  test('no exception is left over', () => {
    const unused = Object.entries(EXCEPTIONS).filter(
      ([key, { digits }]) => !messages.some(([name, text]) => name === key && digitsIn(text).includes(digits)),
    );
    expect(unused).toEqual([]);
  });

  test('a figure typed into a sentence is found', () => {
    expect(digitsIn('{estimate} % of 653, or 1,499, or 9.7 of {total}')).toEqual(['653', '1,499', '9.7']);
  });
});

describe('words that steer, promise or mislead', () => {
  const number = String.raw`(?:\{|\d|one\b|two\b|three\b|four\b|five\b|a few\b)`;
  const FORBIDDEN = [
    'recommended', 'best', 'you should', String.raw`\d+ in \d+`, '1 in', 'significant', 'significantly', 'your risk',
    'your chance', 'likely to', 'works', 'effective', 'success', 'successful', 'cure', 'cures', 'cured', 'safe', 'safely',
    'mild', 'well tolerated', 'doubles', 'doubled', 'extra', 'gain', 'gains', 'because of', 'synergy', 'prevents',
    'no difference', 'proven', 'better', 'worse', 'did not respond',
  ];
  const patterns = [
    ...FORBIDDEN.map((word) => new RegExp(String.raw`\b${word}\b`, 'i')),
    new RegExp(String.raw`\bonly ${number}`, 'i'),
  ];
  const forbiddenIn = (text: string) => patterns.flatMap((pattern) => pattern.exec(text)?.[0] ?? []);

  test('stand in no message', () => {
    expect(messages.filter(([, text]) => forbiddenIn(text).length > 0)).toEqual([]);
  });

  test.each([
    ['It is the best cream.', 'best'],
    ['Works for 1 in 4 people.', '1 in 4'],
    ['Your chance is high.', 'Your chance'],
    ['Only {n} of 100 did.', 'Only {'],
    ['No difference was seen.', 'No difference'],
    ['The label calls it safe.', 'safe'],
  ])('"%s" is found', (text, word) => {
    expect(forbiddenIn(text)).toContain(word);
  });

  test('the safety of a product may be spoken of', () => {
    expect(forbiddenIn('Its long-term safety is not established, and unlikely totals again.')).toEqual([]);
  });
});
