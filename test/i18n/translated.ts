import { readdirSync, readFileSync } from 'node:fs';
import { source as ar } from '../../src/i18n/ar.source.js';
import { enDetails } from '../../src/i18n/en.details.js';
import { enFurther } from '../../src/i18n/en.further.js';
import { enSupport } from '../../src/i18n/en.support.js';
import { en } from '../../src/i18n/en.js';
import { source as es } from '../../src/i18n/es.source.js';
import { source as fr } from '../../src/i18n/fr.source.js';
import { source as ko } from '../../src/i18n/ko.source.js';
import type { Words } from '../../src/i18n/words.js';

export type Table = Readonly<Record<string, string>>;

/** What is translated, by the name of its table, in English. */
export const ENGLISH: Readonly<Required<Record<keyof Words, Table>>> = {
  screen: en,
  details: enDetails,
  further: enFurther,
  support: enSupport,
};

/** The languages beside English, their tables as written. */
export const TRANSLATED = Object.entries({ ar, es, fr, ko }).map(([tag, source]) => ({
  tag,
  source,
  tables: source.words as unknown as Readonly<Record<keyof Words, Table>>,
}));

/** Every message of a language beside its English one; a plural form that English has not stands beside `.other`. */
export function pairs(tables: Readonly<Record<string, Table>>) {
  return Object.entries(ENGLISH).flatMap(([table, english]) =>
    Object.entries(tables[table] ?? {}).map(([key, text]) => ({
      key,
      text,
      english: english[key] ?? english[key.replace(/\.\w+$/, '.other')] ?? '',
    })),
  );
}

const folder = new URL('../../src/i18n/', import.meta.url);

/** The files of a language's tables, with their text. */
export const filesOf = (tag: string) =>
  readdirSync(folder)
    .filter((name) => name.startsWith(`${tag}.`) && !name.endsWith('.source.ts'))
    .map((name) => ({ name, text: readFileSync(new URL(name, folder), 'utf8') }));
