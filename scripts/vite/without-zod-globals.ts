import type { Plugin } from 'vite';

/** The modules of zod that keep something for every copy of zod in a page. */
const KEEPERS = /\/zod\/v4\/core\/(?:core|registries)\.js$/;

/**
 * Lets a script-tag build's zod keep its settings to itself: left alone it leaves `__zod_globalConfig` in the page's
 * global scope, for other copies to find, which a portal that looks for traces would find too.
 */
export function withoutZodGlobals(): Plugin {
  return {
    name: 'without-zod-globals',
    transform(code, id) {
      if (!KEEPERS.test(id)) return null;
      if (!code.includes('globalThis')) throw new Error(`${id} keeps nothing global any more: this plugin can go`);
      return { code: `const ownGlobals = {};\n${code.replaceAll('globalThis', 'ownGlobals')}`, map: null };
    },
  };
}
