import { basename, resolve } from 'node:path';
import { defineConfig, type Plugin, type UserConfig } from 'vite';
import { messageLists } from './scripts/vite/message-lists.js';
import { packedData } from './scripts/vite/packed-data.js';
import { plainDecorators } from './scripts/vite/plain-decorators.js';
import { staticImports } from './scripts/vite/static-imports.js';
import { ALL_TEXT, textTogether } from './scripts/vite/text-together.js';
import { tightTemplates } from './scripts/vite/tight-templates.js';
import { writtenRules } from './scripts/vite/written-rules.js';
import { reportDuplicate } from './src/report-duplicate.js';
import { VERSION } from './src/version.js';

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
  export: 'src/adapters/export/index.ts',
  data: 'src/bundled-evidence.ts',
  react: 'src/react.ts',
  jsx: 'src/jsx.ts',
};

const TARGET = 'es2022';
const DEPENDENCIES = /^(lit|zod|react)($|\/)/;

/** What every build with its dependencies inside goes through. */
const inside = () => [packedData(), tightTemplates(), plainDecorators(), messageLists(), writtenRules()];

/** Data as code: text for JSON.parse has other quotation marks than what is around it, and is longer compressed. */
const json = { stringify: false, namedExports: false };

/** For programs with a bundler of their own: readable, dependencies left outside. */
const modules: UserConfig = {
  plugins: [tightTemplates(), plainDecorators()],
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

const ANALYSES = 'src/element/analysis/analysis-panel.ts';

/**
 * Chunks that hold all that some modules import statically, but for what is in a chunk before.
 *
 * The element: left to itself, what it shares with a part loaded later becomes a chunk of its own, which the browser
 * discovers a round trip late. Small parts and the words that they share: as one they are a sixth smaller than as five.
 * Pooling with its engine, on which the analyses build. The analyses with what draws their pictures, on screen and for
 * files; what other parts need as well is in the two before it.
 */
const CHUNKS: readonly Chunk[] = [
  { name: 'element', from: ['src/index.ts'] },
  { name: 'beside', from: ['src/element/further-panel.ts', 'src/element/sites-panel.ts'] },
  { name: 'pooling', from: ['src/adapters/import/host-pools.ts'] },
  { name: 'studies', from: ['src/element/details-panel.ts'], and: [ANALYSES] },
  { name: 'csv-text', from: ['src/element/take-away.ts'], and: [ANALYSES] },
  { name: 'analysis-panel', from: [ANALYSES] },
];

interface Chunk {
  readonly name: string;
  readonly from: readonly string[];
  /** Only what these import too. */
  readonly and?: readonly string[];
}

/** Of the largest chunk, which has the most words. */
const TEXT_OF_ANALYSES = ['../../i18n/en.pooling.ts', './analysis.styles.ts', '../../charts/charts.styles.ts'];

/**
 * For a script tag: modules with everything inside, split so that the first screen loads only what it needs.
 * `output.minify` is said outright: left to itself, Vite keeps the white space of a library's modules.
 */
const cdn: UserConfig = {
  json,
  plugins: [...inside(), textTogether(ANALYSES, TEXT_OF_ANALYSES), withoutDetours(), inUtf8()],
  build: {
    target: TARGET,
    outDir: 'dist/cdn',
    emptyOutDir: false,
    lib: { entry: { 'vitiligo-outlook': 'src/script-tag.ts' }, formats: ['es'] },
    rolldownOptions: {
      // What a second copy says of its version must not load the first screen's chunk, with Lit in it, for a constant.
      optimization: { inlineConst: { mode: 'all' } },
      output: {
        minify: true,
        // Marks of pure calls serve those who bundle.
        comments: { annotation: false },
        entryFileNames: '[name].js',
        chunkFileNames: 'chunks/[name]-[hash].js',
        codeSplitting: { groups: CHUNKS.map(chunkFrom) },
      },
    },
  },
};

/**
 * For portals that keep one file: a classic script, because a module script does not run from `file:`. A second copy of
 * Lit throws where a page's policy allows only one, so none of the file runs once the tag exists.
 */
const TAG = "(document.currentScript?.dataset.tag||'vitiligo-outlook')";
const bundle: UserConfig = {
  json,
  plugins: [...inside(), textTogether('src/bundle.ts', ALL_TEXT), staticImports(), inUtf8()],
  build: {
    target: TARGET,
    outDir: 'dist',
    emptyOutDir: false,
    lib: { entry: { 'vitiligo-outlook.bundle': 'src/bundle.ts' }, formats: ['iife'], name: 'unused' },
    rolldownOptions: {
      optimization: { inlineConst: { mode: 'all' } },
      output: {
        exports: 'none',
        codeSplitting: false,
        entryFileNames: '[name].js',
        banner: `if(customElements.get${TAG})(VERSION=>(${reportDuplicate.toString()})${TAG})('${VERSION}');else{`,
        footer: '}',
      },
    },
  },
};

/** Signs that nobody sees in code: they turn the direction of text, join it or break it. */
const INVISIBLE = /[\u200b-\u200f\u2028-\u202e\u2060-\u2069]/g;

/**
 * Lets a file be UTF-8 wherever it is loaded: a classic script is read in the character set of its page, unless it
 * begins with the mark of this one; modules always are. Arabic and Korean would be twice as long in escapes.
 */
function inUtf8(): Plugin {
  const escaped = (sign: string) => `\\u${sign.charCodeAt(0).toString(16)}`;
  return {
    name: 'in-utf-8',
    generateBundle({ format }, files) {
      const mark = format === 'iife' ? '\ufeff' : '';
      for (const file of Object.values(files)) {
        if (file.type === 'chunk') file.code = mark + file.code.replace(INVISIBLE, escaped);
      }
    },
  };
}

/** For pages whose element a server rendered: one module, because the support for it must come before Lit. */
const hydrate: UserConfig = {
  json,
  plugins: [...inside(), staticImports(), inUtf8()],
  build: {
    target: TARGET,
    outDir: 'dist',
    emptyOutDir: false,
    lib: { entry: { 'vitiligo-outlook.hydrate': 'src/script-tag-hydrate.ts' }, formats: ['es'] },
    rolldownOptions: {
      output: { minify: true, codeSplitting: false, entryFileNames: '[name].js' },
    },
  },
};

function chunkFrom({ name, from, and = from }: Chunk, index: number) {
  const isImported = (id: string, by: readonly string[], graph: ModuleGraph) =>
    by.some((module) => importedBy(resolve(module), graph).has(id));
  return {
    name: (id: string, graph: ModuleGraph) => (isImported(id, from, graph) && isImported(id, and, graph) ? name : null),
    debugName: name,
    priority: CHUNKS.length - index,
  };
}

function importedBy(from: string, graph: ModuleGraph, found = new Set<string>()): Set<string> {
  if (found.has(from)) return found;
  found.add(from);
  for (const id of graph.getModuleInfo(from)?.importedIds ?? []) importedBy(id, graph, found);
  return found;
}

/** A chunk with nothing but another's name: `import"./element.js"`, `export{t as define}from"./element.js"`. */
const DETOUR = /^(?:import|export\{(?<inner>\w+) as (?<outer>\w+)\}from)"\.\/(?<target>[^"]+)";\s*$/;

/**
 * The bundler puts such a detour before a chunk that is put together. This points whoever loads it to the chunk itself,
 * which spares a round trip.
 */
function withoutDetours(): Plugin {
  return {
    name: 'without-detours',
    generateBundle(_options, files) {
      const chunks = Object.values(files).filter((file) => file.type === 'chunk');
      for (const detour of chunks) {
        const { inner, outer, target } = DETOUR.exec(detour.code)?.groups ?? {};
        if (target === undefined) continue;
        const name = basename(detour.fileName);
        for (const chunk of chunks) {
          chunk.code = outer
            ? chunk.code
                .replace(`${name}\`)).${outer}(`, `${target}\`)).${inner}(`)
                .replace(`${name}\`).then(({${outer}:`, `${target}\`).then(({${inner}:`)
            : chunk.code.replaceAll(name, target);
          if (chunk !== detour && chunk.code.includes(name)) throw new Error(`${chunk.fileName} still loads ${name}`);
        }
        delete files[detour.fileName];
      }
    },
  };
}

/**
 * The script of the evidence workbench, put together from the package's entries as any consumer's bundler does it. It
 * is for the demo pages and not part of the package.
 */
const workbench: UserConfig = {
  build: {
    target: TARGET,
    outDir: 'dist/demo',
    emptyOutDir: false,
    lib: { entry: { workbench: 'demo/workbench/main.ts' }, formats: ['es'] },
    rolldownOptions: { output: { minify: true, codeSplitting: false, entryFileNames: '[name].js' } },
  },
};

const FORMS: Record<string, UserConfig> = { modules, cdn, bundle, hydrate, workbench };

export default defineConfig(({ mode }) => {
  const form = FORMS[mode];
  if (form === undefined) throw new RangeError(`mode must be one of ${Object.keys(FORMS).join(', ')}, not "${mode}"`);
  return { ...form, base: './', publicDir: false };
});
