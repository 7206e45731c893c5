import type { ESTree, Plugin } from 'vite';

interface Late {
  readonly start: number;
  readonly end: number;
  readonly source: string;
}

/**
 * Imports at once what a build of one file holds anyway: left to itself, the bundler wraps each module that may load
 * later in a function, which is 3 kB of wrapping and no faster start.
 */
export function staticImports(): Plugin {
  return {
    name: 'static-imports',
    enforce: 'post',
    transform(code, id) {
      if (!/\/src\/.*\.ts$/.test(id) || !code.includes('import(')) return null;
      const found: Late[] = [];
      collect(this.parse(code), found);
      const nameOf = (index: number) => `late${index}_`;
      const heads = found.map(({ source }, index) => `import * as ${nameOf(index)} from ${JSON.stringify(source)};`);
      const body = found.reduceRight(
        (sofar, { start, end }, index) =>
          `${sofar.slice(0, start)}Promise.resolve(${nameOf(index)})${sofar.slice(end)}`,
        code,
      );
      return { code: [...heads, body].join('\n'), map: null };
    },
  };
}

/** In the order of the code. */
function collect(node: unknown, found: Late[]): void {
  if (Array.isArray(node)) return node.forEach((one) => collect(one, found));
  if (typeof node !== 'object' || node === null) return;
  const { type, source, start, end } = node as Partial<ESTree.ImportExpression>;
  if (type === 'ImportExpression') {
    if (source?.type !== 'Literal' || typeof source.value !== 'string') throw new Error('An import names its module.');
    found.push({ start: start!, end: end!, source: source.value });
  }
  Object.values(node).forEach((child) => collect(child, found));
}
