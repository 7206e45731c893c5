import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';
import type { EvidenceCore } from '../../src/evidence/core.js';
import { packCore } from '../../src/evidence/packed-core.js';

const NAME = '\0packed-core.js';

/** Puts the core of the evidence into a build by columns: a tenth less to download before the first number. */
export function packedCore(): Plugin {
  return {
    name: 'packed-core',
    enforce: 'pre',
    resolveId: (source) => (source.endsWith('/data/core.json') ? NAME : null),
    async load(id) {
      if (id !== NAME) return null;
      const text = readFileSync(new URL('../../data/core.json', import.meta.url), 'utf8');
      const core = JSON.parse(text) as EvidenceCore;
      const unpack = await this.resolve(new URL('../../src/evidence/packed-core.ts', import.meta.url).pathname);
      return `import { unpackCore } from ${JSON.stringify(unpack!.id)};
        export default /* @__PURE__ */ unpackCore(${JSON.stringify(packCore(core))});`;
    },
  };
}
