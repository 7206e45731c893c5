import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { patientText } from '../../scripts/readability/patient-text.js';
import { readabilityOf, sentencesOf, wordsOf } from '../../scripts/readability/grade.js';
import { READING_GRADE } from '../../src/i18n/reading-grade.js';

/** What people of twelve years read: patients' texts are asked to stay there. */
const HARDEST_GRADE = 7;

const messages = [...patientText().values()].flat();

describe('the patient text in English', () => {
  test(`is at most of grade ${HARDEST_GRADE}, as a whole and in each table with more than a page of text`, () => {
    const tables = [...patientText()].filter(([, texts]) => texts.flatMap(sentencesOf).length > 10);
    const grades = tables.map(([file, texts]) => [file, readabilityOf(texts).grade] as const);
    expect(grades.filter(([, grade]) => grade > HARDEST_GRADE)).toEqual([]);
    expect(readabilityOf(messages).grade).toBeLessThanOrEqual(HARDEST_GRADE);
  });

  test('has the grade that the element states', () => {
    expect(READING_GRADE).toBe(Number(readabilityOf(messages).grade.toFixed(1)));
  });

  test('is all that the patient view takes from: only what the clinician checks is left out', () => {
    const files = readdirSync(new URL('../../src/i18n/', import.meta.url)).filter((name) => /^en\b.*\.ts$/.test(name));
    const checked = ['en.errata.ts', 'en.pooling.ts'];
    expect(files.filter((name) => !checked.includes(name)).sort()).toEqual([...patientText().keys()].sort());
  });
});

describe('the measure', () => {
  /** Kincaid et al. 1975: 0.39 words per sentence + 11.8 syllables per word - 15.59; counted by hand. */
  test.each([
    ['The cat sat on the mat.', (0.39 * 6) / 1 + (11.8 * 6) / 6 - 15.59],
    ['Tacrolimus is an ointment. It is for skin.', (0.39 * 8) / 2 + (11.8 * 10) / 8 - 15.59],
    ['{n} of {total} people had some colour back.', 0.39 * 8 + (11.8 * 10) / 8 - 15.59],
  ])('of "%s" is %d', (text, grade) => {
    expect(readabilityOf([text]).grade).toBeCloseTo(grade, 10);
  });

  test('counts no label as a sentence', () => {
    expect(sentencesOf('Any age')).toEqual([]);
    expect(() => readabilityOf(['Any age'])).toThrow(RangeError);
  });

  test('takes a word with a hyphen or an apostrophe as one', () => {
    expect(wordsOf('The project’s off-label use.')).toEqual(['The', 'project’s', 'off-label', 'use']);
  });
});
