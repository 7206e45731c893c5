import { parseAst, type Rolldown } from 'vite';
import { describe, expect, test } from 'vitest';
import { messageLists } from '../../scripts/vite/message-lists.js';
import { byKey } from '../../src/i18n/by-key.js';
import { ENGLISH, TRANSLATED } from '../i18n/translated.js';

const { transform } = messageLists();

type Transform = (this: Rolldown.TransformPluginContext, code: string, id: string) => { code: string } | null;

/** What the build makes of a module. */
function built(code: string, id: string): string | null {
  const context = { parse: parseAst } as unknown as Rolldown.TransformPluginContext;
  const result = (transform as Transform).call(context, code, id);
  return result && result.code;
}

const FILES = { screen: 'ts', details: 'details.ts', further: 'further.ts', support: 'support.ts' } as const;
const tables = TRANSLATED.flatMap(({ tag, tables }) =>
  Object.entries(tables).map(([name, table]) => ({ tag, name: name as keyof typeof FILES, table })),
);

describe('a translation as the build writes it', () => {
  test.each(tables)('$tag, $name: is a list, and by the English keys the table that was written', ({ tag, name, table }) => {
    const code = built(`export const table = ${JSON.stringify(table)};`, `/src/i18n/${tag}.${FILES[name]}`)!;
    const list = JSON.parse(/^export const table = (\[.*\]);$/s.exec(code)![1]!) as unknown[];
    expect(code.length).toBeLessThan(JSON.stringify(table).length * 0.85);
    const read = Object.entries<string | null>(byKey(ENGLISH[name], list));
    expect(Object.fromEntries(read.filter(([, text]) => text !== null))).toEqual(table);
  });

  test('English and everything else stay as they are', () => {
    const code = 'export const en = { a: "b" };';
    for (const name of ['en.ts', 'en.details.ts', 'languages.ts', 'es.source.ts', 'by-key.ts']) {
      expect(built(code, `/src/i18n/${name}`)).toBeNull();
    }
  });

  test.each([
    ['two tables', 'export const a = {}; export const b = {};'],
    ['a call', 'export const a = make();'],
    ['a value that is no text', 'export const a = { title: 1 };'],
    ['a spread', 'export const a = { ...b };'],
  ])('is refused with %s', (_what, code) => {
    expect(() => built(code, '/src/i18n/es.ts')).toThrow('es.ts');
  });
});
