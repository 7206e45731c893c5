import { parseAst, type Rolldown } from 'vite';
import { describe, expect, test } from 'vitest';
import { staticImports } from '../../scripts/vite/static-imports.js';

type Transform = (this: Rolldown.TransformPluginContext, code: string, id: string) => { code: string } | null;

/** What the build makes of a module. */
function built(code: string, id = '/src/element/parts.ts'): string | null {
  const context = { parse: parseAst } as unknown as Rolldown.TransformPluginContext;
  const result = (staticImports().transform as Transform).call(context, code, id);
  return result && result.code;
}

describe('modules that could load later, in a build that holds them', () => {
  test('are imported at once, and promised where they were asked for', () => {
    const code = "const load = () => import('./a.js').then(({ a }) => a(() => import('./b.js')));\nimport('./a.js');";
    expect(built(code)).toBe(
      [
        'import * as late0_ from "./a.js";',
        'import * as late1_ from "./b.js";',
        'import * as late2_ from "./a.js";',
        'const load = () => Promise.resolve(late0_).then(({ a }) => a(() => Promise.resolve(late1_)));',
        'Promise.resolve(late2_);',
      ].join('\n'),
    );
  });

  test('do not concern code without them, and code of others', () => {
    expect(built("import { a } from './a.js';")).toBeNull();
    expect(built("import('./a.js');", '/node_modules/lit/index.js')).toBeNull();
  });

  test('must be named', () => {
    expect(() => built('import(name);')).toThrow('names its module');
  });
});
