import { fleschKincaid } from 'flesch-kincaid';
import { syllable } from 'syllable';

export interface Readability {
  readonly sentences: number;
  readonly words: number;
  readonly syllables: number;
  /** Flesch-Kincaid grade level (Kincaid et al. 1975, Research Branch Report 8-75): years of school. */
  readonly grade: number;
}

/** Names that nobody can replace, and the one term that the text explains: counted as two syllables. */
const TERMS = /^(?:tacrolimus|pimecrolimus|ruxolitinib|calcineurin|hydrocortisone|vitiligo|repigmentation)$/i;
const TERM_SYLLABLES = 2;

/** Each value is read as one short word: most are numbers, and the rest is counted where it stands. */
const VALUE = /\{\w+\}|\d+(?:[.,–]\d+)*/g;
const NUMBER = 'ten';

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

/** The sentences of a message. Labels and table cells are none: they would make a text look easier than it is. */
export function sentencesOf(message: string): string[] {
  const text = message.replaceAll(VALUE, NUMBER).replaceAll(' %', ' percent');
  return [...segmenter.segment(text)].map(({ segment }) => segment.trim()).filter((segment) => /[.!?]$/.test(segment));
}

export const wordsOf = (sentence: string): string[] => sentence.match(/[\p{L}\p{M}’'-]*\p{L}[\p{L}\p{M}’'-]*/gu) ?? [];

const syllablesOf = (word: string) => (TERMS.test(word) ? TERM_SYLLABLES : Math.max(1, syllable(word)));

/** How hard all these messages together are to read. Throws a `RangeError` where they hold no sentence. */
export function readabilityOf(messages: readonly string[]): Readability {
  const sentences = messages.flatMap(sentencesOf);
  if (sentences.length === 0) throw new RangeError('readabilityOf requires at least one sentence');
  const words = sentences.flatMap(wordsOf);
  const counts = {
    sentences: sentences.length,
    words: words.length,
    syllables: words.reduce((sum, word) => sum + syllablesOf(word), 0),
  };
  const grade = fleschKincaid({ sentence: counts.sentences, word: counts.words, syllable: counts.syllables });
  return { ...counts, grade };
}
