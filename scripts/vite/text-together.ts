import { readdirSync } from 'node:fs';
import type { Plugin } from 'vite';

const FILES = readdirSync(new URL('../../src', import.meta.url), { recursive: true, encoding: 'utf8' })
  .map((name) => name.replaceAll('\\', '/'))
  .sort();
const matching = (name: RegExp) => FILES.filter((file) => name.test(file));

/** All text, from an entry in `src/`, like beside like: the other languages in Latin letters come next to English. */
export const ALL_TEXT = [
  'bundled-evidence.ts',
  'view-model/ipdas.json',
  ...matching(/^i18n\/en\.\w+\.ts$/).reverse(),
  'i18n/en.ts',
  ...['es', 'fr', 'ko', 'ar'].map((tag) => `i18n/${tag}.source.ts`),
  ...matching(/\.styles\.ts$/),
].map((file) => `./${file}`);

/**
 * Puts data, words and styles before the code that follows from a module, by imports at its top. A compressor looks
 * back 32 kB and writes each stretch in a code made for it, so that text beside text is shorter than text among code:
 * 4 kB in the one file. Modules of text do no more than to hold it, so it does not matter when they run.
 */
export function textTogether(entry: string, text: readonly string[]): Plugin {
  const first = text.map((file) => `import '${file}';`);
  return {
    name: 'text-together',
    enforce: 'pre',
    transform: (code, id) => (id.endsWith(`/${entry}`) ? { code: [...first, code].join('\n'), map: null } : null),
  };
}
