import { basename } from 'node:path';
import type { ESTree, Plugin } from 'vite';
import { enDetails } from '../../src/i18n/en.details.js';
import { enFurther } from '../../src/i18n/en.further.js';
import { enSupport } from '../../src/i18n/en.support.js';
import { en } from '../../src/i18n/en.js';

/** The English table whose keys a translation has, by the name of its file without the language. */
const ENGLISH: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'ts': en,
  'details.ts': enDetails,
  'further.ts': enFurther,
  'support.ts': enSupport,
};

/**
 * Writes the tables of translations as lists of texts in the order of the English keys, which `byKey` reads: a key is a
 * fifth of what a page would load for its language, and every page has the English keys already. Plural forms that
 * English has not follow in an object.
 */
export function messageLists(): Plugin {
  return {
    name: 'message-lists',
    enforce: 'post',
    transform(code, id) {
      const [, table = ''] = /\/src\/i18n\/(?!en\.)[a-z]{2}\.((?:\w+\.)?ts)$/.exec(id) ?? [];
      const english = ENGLISH[table];
      if (!english) return null;
      const { start, end, messages } = tableIn(this.parse(code), basename(id));
      const list = JSON.stringify(listOf(messages, english));
      return { code: code.slice(0, start) + list + code.slice(end), map: null };
    },
  };
}

/** The texts by English key, `null` where this language has no such plural form, then an object of its own forms. */
function listOf(messages: ReadonlyMap<string, string>, english: Readonly<Record<string, string>>): unknown[] {
  const texts = Object.keys(english).map((key) => messages.get(key) ?? null);
  const own = [...messages].filter(([key]) => !Object.hasOwn(english, key));
  return own.length ? [...texts, Object.fromEntries(own)] : texts;
}

interface Table {
  readonly start: number;
  readonly end: number;
  readonly messages: ReadonlyMap<string, string>;
}

/** The one object that a file of messages exports. */
function tableIn({ body }: ESTree.Program, file: string): Table {
  const [table, ...others] = body.flatMap((node) =>
    node.type === 'ExportNamedDeclaration' && node.declaration?.type === 'VariableDeclaration'
      ? node.declaration.declarations.map(({ init }) => init)
      : [],
  );
  if (table?.type !== 'ObjectExpression' || others.length) throw new Error(`${file} exports something beside a table`);
  const { start, end, properties } = table;
  const messages = properties.map((property) => {
    const message = property.type === 'Property' ? messageIn(property) : null;
    if (!message) throw new Error(`${file} holds something that is no text`);
    return message;
  });
  return { start, end, messages: new Map(messages) };
}

function messageIn({ key, value }: ESTree.ObjectProperty): readonly [key: string, text: string] | null {
  const name = key.type === 'Literal' ? key.value : key.type === 'Identifier' ? key.name : null;
  const text = value.type === 'Literal' ? value.value : null;
  return typeof name === 'string' && typeof text === 'string' ? [name, text] : null;
}
