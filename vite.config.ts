import { basename, resolve } from 'node:path';
import { defineConfig, type Plugin, type UserConfig } from 'vite';

interface ModuleGraph {
  getModuleInfo(id: string): { importedIds: readonly string[] } | null;
}

/** The package's entries: the name in `exports` and the module behind it. */
const ENTRIES = {
  index: 'src/index.ts',
  define: 'src/define.ts',
  stats: 'src/stats/index.ts',
  schema: 'src/schema/index.ts',
  evidence: 'src/evidence/index.ts',
  data: 'src/bundled-evidence.ts',
};

const TARGET = 'es2022';
const DEPENDENCIES = /^(lit|zod)($|\/)/;

/** For programs with a bundler of their own: readable, dependencies left outside. */
const modules: UserConfig = {
  build: {
    target: TARGET,
    outDir: 'dist',
    emptyOutDir: false,
    minify: false,
    lib: { entry: ENTRIES, formats: ['es'] },
    rolldownOptions: {
      external: DEPENDENCIES,
      output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
    },
  },
};

/**
 * For a script tag: modules with everything inside, split so that the first screen loads only what it needs.
 * `output.minify` is said outright: left to itself, Vite keeps the white space of a library's modules.
 */
const cdn: UserConfig = {
  plugins: [withoutDetours()],
  build: {
    target: TARGET,
    outDir: 'dist/cdn',
    emptyOutDir: false,
    lib: { entry: { 'vitiligo-outlook': 'src/script-tag.ts' }, formats: ['es'] },
    rolldownOptions: {
      output: {
        minify: true,
        entryFileNames: '[name].js',
        chunkFileNames: 'chunks/[name]-[hash].js',
        codeSplitting: { groups: [{ name: firstScreenChunk, debugName: 'first screen' }] },
      },
    },
  },
};

/**
 * For portals that keep one file: a classic script, because a module script does not run from `file:`. A second copy of
 * Lit throws where a page's policy allows only one, so nothing of it runs once the tag exists.
 */
const bundle: UserConfig = {
  build: {
    target: TARGET,
    outDir: 'dist',
    emptyOutDir: false,
    lib: { entry: { 'vitiligo-outlook.bundle': 'src/define.ts' }, formats: ['iife'], name: 'unused' },
    rolldownOptions: {
      output: {
        exports: 'none',
        codeSplitting: false,
        entryFileNames: '[name].js',
        banner: "if(!customElements.get('vitiligo-outlook')){",
        footer: '}',
      },
    },
  },
};

/**
 * Puts all that the element imports statically into one chunk. Left to itself, what it shares with a part loaded later
 * becomes a chunk of its own, which the browser discovers a round trip late.
 */
function firstScreenChunk(id: string, graph: ModuleGraph): string | null {
  return staticImports(resolve('src/define.ts'), graph).has(id) ? 'element' : null;
}

function staticImports(from: string, graph: ModuleGraph, found = new Set<string>()): Set<string> {
  if (found.has(from)) return found;
  found.add(from);
  for (const id of graph.getModuleInfo(from)?.importedIds ?? []) staticImports(id, graph, found);
  return found;
}

/**
 * The bundler puts a chunk that holds nothing but `import "./element.js"` before the first screen's chunk. This points
 * whoever loads it to the chunk itself, which spares a round trip.
 */
function withoutDetours(): Plugin {
  return {
    name: 'without-detours',
    generateBundle(_options, files) {
      const chunks = Object.values(files).filter((file) => file.type === 'chunk');
      for (const detour of chunks) {
        const target = /^import"\.\/([^"]+)";\s*$/.exec(detour.code)?.[1];
        if (target === undefined) continue;
        for (const chunk of chunks) chunk.code = chunk.code.replaceAll(basename(detour.fileName), target);
        delete files[detour.fileName];
      }
    },
  };
}

const FORMS: Record<string, UserConfig> = { modules, cdn, bundle };

export default defineConfig(({ mode }) => {
  const form = FORMS[mode];
  if (form === undefined) throw new RangeError(`mode must be one of ${Object.keys(FORMS).join(', ')}, not "${mode}"`);
  return { ...form, base: './', publicDir: false };
});
