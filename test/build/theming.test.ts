import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const read = (name: string) => readFileSync(fileURLToPath(new URL(`../../${name}`, import.meta.url)), 'utf8');

interface Named {
  readonly name: string;
}
interface Declaration {
  readonly name: string;
  readonly cssProperties?: readonly Named[];
  readonly cssParts?: readonly Named[];
  readonly cssStates?: readonly Named[];
}
const manifest = JSON.parse(read('dist/custom-elements.json')) as { modules: { declarations?: Declaration[] }[] };
const element = manifest.modules
  .flatMap(({ declarations = [] }) => declarations)
  .find(({ name }) => name === 'VitiligoOutlook')!;
const names = (list: readonly Named[] = []) => list.map(({ name }) => name).sort();

/** Not of the element, which it knows nothing of, but of `reserve.css`. */
const RESERVE = '--vitiligo-outlook-reserve';

const found = (text: string, pattern: RegExp) =>
  [...new Set([...text.matchAll(pattern)].map(([, name]) => name!))].sort();
const properties = (text: string) => found(text, /(--vitiligo-outlook-[\w-]*\w)/g).filter((name) => name !== RESERVE);
const parts = (text: string) => found(text, /::part\(([\w-]+)\)/g);
const states = (text: string) => found(text, /:state\(([\w-]+)\)/g);

describe.each(['docs/theming.md', 'docs/embedding.md', 'demo/theming.css', 'README.md'])('%s', (page) => {
  test('names custom properties, parts and states that exist', () => {
    const text = read(page);
    expect(names(element.cssProperties)).toEqual(expect.arrayContaining(properties(text)));
    expect(names(element.cssParts)).toEqual(expect.arrayContaining(parts(text)));
    expect(names(element.cssStates)).toEqual(expect.arrayContaining(states(text)));
  });
});

test('the page on theming names all of them', () => {
  const text = read('docs/theming.md');
  expect(properties(text)).toEqual(names(element.cssProperties));
  expect(states(text)).toEqual(names(element.cssStates));
  for (const name of names(element.cssParts)) expect(text).toContain(`| \`${name}\` |`);
});

test('reserve.css reserves by the property that the pages name', () => {
  expect(read('dist/reserve.css')).toMatch(/vitiligo-outlook:not\(:defined\)[^]*var\(--vitiligo-outlook-reserve/);
});
