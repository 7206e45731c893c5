import { describe, expect, test } from 'vitest';
import { enDetails } from '../../src/i18n/en.details.js';
import { enErrata } from '../../src/i18n/en.errata.js';
import { en } from '../../src/i18n/en.js';
import { placeholders } from '../../src/i18n/translate.js';
import { records } from './records.js';

const messages: Readonly<Record<string, string>> = { ...en, ...enDetails, ...enErrata };

/** Records whose statement stands under another key of the first screen, word for word the same meaning. */
const SAID_ELSEWHERE: Readonly<Record<string, string>> = {
  N01: 'note.adults-never-pooled',
  N02: 'note.children-site-never-pooled',
  N23: 'note.other-treatments',
  C3: 'note.different-studies-per-threshold',
  C8: 'note.favourable-selection',
  C9: 'uv-warning',
};

const notes = [...records.notPublished, ...records.cautions];
const explained = [
  ...records.errata.map(({ id, figures }) => ({ id, figures, keys: [`erratum.${id}.title`, `erratum.${id}`] })),
  ...notes.map(({ id, figures }) => ({ id, figures, keys: [SAID_ELSEWHERE[id] ?? `note.${id}`] })),
];

describe('explanations of the records', () => {
  test('every record has its words', () => {
    expect(explained.flatMap(({ keys }) => keys).filter((key) => !messages[key])).toEqual([]);
  });

  test.each(explained.filter(({ figures }) => figures))('$id has exactly the figures that its words take', (record) => {
    const taken = record.keys.flatMap((key) => placeholders(messages[key]!));
    expect([...new Set(taken)].sort()).toEqual(Object.keys(record.figures!).sort());
  });

  test('the words of a record without figures take none', () => {
    const keys = explained.filter(({ figures }) => !figures).flatMap((record) => record.keys);
    expect(keys.filter((key) => placeholders(messages[key]!).length > 0)).toEqual([]);
  });

  test('no explanation is left without its record, or said twice', () => {
    const keys = explained.flatMap((record) => record.keys);
    const written = Object.keys({ ...enDetails, ...enErrata }).filter((key) => /^(erratum|note)\./.test(key));
    expect(written.filter((key) => !keys.includes(key))).toEqual([]);
    expect(Object.keys(enDetails).filter((key) => key in en)).toEqual([]);
  });

  test('the mechanisms take figures of erratum E35', () => {
    const { figures = {} } = records.errata.find(({ id }) => id === 'E35')!;
    const texts = Object.entries(enDetails).filter(([key]) => key.startsWith('mechanism.'));
    const taken = texts.flatMap(([, text]) => placeholders(text));
    expect(taken).toContain('cytokine');
    expect(taken.filter((name) => !(name in figures))).toEqual([]);
  });

  test('titles fit one line and explanations are short', () => {
    const keys = records.errata.map(({ id }) => `erratum.${id}`);
    const sentencesOf = (key: string) => messages[key]!.split(/[.;!?]\s/);
    expect(keys.filter((key) => messages[`${key}.title`]!.length > 60)).toEqual([]);
    expect(keys.filter((key) => sentencesOf(key).length > 4)).toEqual([]);
    expect(keys.flatMap(sentencesOf).filter((sentence) => sentence.split(/\s+/).length > 30)).toEqual([]);
  });
});

describe('a likely reading', () => {
  const withReading = records.errata.filter(
    ({ severity, figures = {} }) => severity === 'A' || Object.keys(figures).some((name) => name.startsWith('likely')),
  );

  test('is known for the seven figures that cannot be right and the one that is missing', () => {
    expect(withReading.map(({ id }) => id)).toEqual(['E01', 'E02', 'E03', 'E04', 'E05', 'E06', 'E10', 'E21']);
  });

  test.each(withReading)('is never worded as confirmed: $id', ({ id }) => {
    const text = messages[`erratum.${id}`]!;
    expect(text).toContain('not confirmed by the journal');
    expect(text.replaceAll('not confirmed', '')).not.toMatch(/confirm|certain|correct/);
  });
});
