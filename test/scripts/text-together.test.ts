import { existsSync, readdirSync } from 'node:fs';
import type { Rolldown } from 'vite';
import { describe, expect, test } from 'vitest';
import { ALL_TEXT, textTogether } from '../../scripts/vite/text-together.js';

type Transform = (code: string, id: string) => Rolldown.TransformResult;
const SRC = new URL('../../src/', import.meta.url);

describe('the text of the one file', () => {
  test('is all in files that there are, each once', () => {
    expect(ALL_TEXT.filter((file) => !existsSync(new URL(file, SRC)))).toEqual([]);
    expect(new Set(ALL_TEXT).size).toBe(ALL_TEXT.length);
  });

  test('has the tables of English, all languages and all styles', () => {
    const names = readdirSync(SRC, { recursive: true, encoding: 'utf8' });
    const files = names.map((name) => name.replaceAll('\\', '/'));
    const texts = files.filter((name) => /i18n\/(en\b.*|\w+\.source)\.ts$|\.styles\.ts$/.test(name));
    expect(texts.length).toBeGreaterThan(10);
    expect(texts.filter((name) => !ALL_TEXT.includes(`./${name}`))).toEqual([]);
  });

  test('comes before the code of its entry alone', () => {
    const transform = textTogether('src/bundle.ts', ['./a.ts', './b.ts']).transform as Transform;
    expect(transform('define();', '/src/bundle.ts')).toEqual({
      code: "import './a.ts';\nimport './b.ts';\ndefine();",
      map: null,
    });
    expect(transform('define();', '/src/define.ts')).toBeNull();
  });
});
