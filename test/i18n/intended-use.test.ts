import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { enDetails } from '../../src/i18n/en.details.js';
import { enFurther } from '../../src/i18n/en.further.js';
import { enErrata } from '../../src/i18n/en.errata.js';
import { enSupport } from '../../src/i18n/en.support.js';
import { en } from '../../src/i18n/en.js';

const document = readFileSync(new URL('../../INTENDED-USE.md', import.meta.url), 'utf8').replace(/\s+/g, ' ');
const misreadings = document.split('## What a reader must not come away with')[1]!.split(/ \d+\. \*\*“/).slice(1);
const messages = Object.values({ ...en, ...enDetails, ...enErrata, ...enFurther, ...enSupport });

/** The sentences that a misreading is countered with: what stands in quotation marks after its name. */
const quotesOf = (misreading: string) =>
  [...misreading.split('**').slice(1).join('').matchAll(/“([^”]+)”/g)].map(([, quote]) => quote!);

/** Quoted as what no message may say. */
const NEVER_SAID = ['your chance', 'your risk'];

describe('what a reader must not come away with', () => {
  test('is twelve misreadings', () => {
    expect(misreadings).toHaveLength(12);
  });

  test('each is countered by words that are on screen as quoted', () => {
    const quotes = misreadings.flatMap(quotesOf).filter((quote) => !NEVER_SAID.includes(quote));
    expect(quotes.length).toBeGreaterThan(12);
    expect(quotes.filter((quote) => !messages.some((message) => message.includes(quote)))).toEqual([]);
  });

  test('what is never to be said stands in no message', () => {
    expect(messages.filter((message) => NEVER_SAID.some((words) => message.includes(words)))).toEqual([]);
  });
});
