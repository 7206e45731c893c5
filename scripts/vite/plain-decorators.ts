import type { ESTree, Plugin } from 'vite';

/** A call of the helper that TypeScript's decorators come with: `decorate([property()], C.prototype, "x", void 0)`. */
interface Decorated {
  readonly start: number;
  readonly end: number;
  readonly decorator: readonly [start: number, end: number];
  readonly target: readonly [start: number, end: number];
}

/**
 * Calls each decorator of a property as the function that it is: `property()(C.prototype, "name")`. The helper serves
 * methods, accessors and classes too, of which this element decorates none, and falls away.
 */
export function plainDecorators(): Plugin {
  return {
    name: 'plain-decorators',
    enforce: 'post',
    transform(code, id) {
      if (!/\/src\/element\/.*\.ts$/.test(id) || !code.includes('.prototype,')) return null;
      const found: Decorated[] = [];
      collect(this.parse(code), found);
      const text = (range: readonly [number, number]) => code.slice(...range);
      const fromTheEnd = found.sort((a, b) => b.start - a.start);
      const plain = fromTheEnd.reduce(
        (sofar, { start, end, decorator, target }) =>
          `${sofar.slice(0, start)}${text(decorator)}(${text(target)})${sofar.slice(end)}`,
        code,
      );
      return { code: plain, map: null };
    },
  };
}

function collect(node: unknown, found: Decorated[]): void {
  if (Array.isArray(node)) return node.forEach((one) => collect(one, found));
  if (typeof node !== 'object' || node === null) return;
  const { type, callee, arguments: given, start, end } = node as Partial<ESTree.CallExpression>;
  if (type === 'CallExpression' && callee?.type === 'Identifier' && /decorate/.test(callee.name) && given?.length === 4) {
    const [list, prototype, name] = given as [ESTree.ArrayExpression, ESTree.Expression, ESTree.Expression];
    const [decorator, ...others] = list.elements;
    if (!decorator || others.length) throw new Error('A property has one decorator.');
    found.push({
      start: start!,
      end: end!,
      decorator: [decorator.start, decorator.end],
      target: [prototype.start, name.end],
    });
  }
  Object.values(node).forEach((child) => collect(child, found));
}
