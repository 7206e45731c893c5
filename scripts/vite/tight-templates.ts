import type { ESTree, Plugin } from 'vite';

type Tag = 'html' | 'svg' | 'css';
interface Quasi {
  readonly tag: Tag;
  readonly start: number;
  readonly end: number;
}

/**
 * Takes the indentation out of templates, which minifiers leave alone: in HTML a line break with what surrounds it
 * becomes one space, which looks the same; in CSS also the space around braces and between declarations goes.
 */
export function tightTemplates(): Plugin {
  return {
    name: 'tight-templates',
    enforce: 'post',
    transform(code, id) {
      if (!/\/src\/.*\.ts$/.test(id)) return null;
      const quasis: Quasi[] = [];
      collect(this.parse(code), quasis);
      const fromTheEnd = quasis.sort((a, b) => b.start - a.start);
      return { code: fromTheEnd.reduce(tighten, code), map: null };
    },
  };
}

const markup = (text: string) => text.replaceAll(/\s*\n\s*/g, ' ');
const TIGHTEN: Record<Tag, (text: string) => string> = {
  html: markup,
  svg: markup,
  css: (text) =>
    markup(text.replaceAll(/\/\*[^]*?\*\//g, ''))
      .replaceAll(/\s*([{};,])\s*/g, '$1')
      .replaceAll(/([{;][\w-]+): /g, '$1:'),
};

function tighten(code: string, { tag, start, end }: Quasi): string {
  return code.slice(0, start) + TIGHTEN[tag](code.slice(start, end)) + code.slice(end);
}

function collect(node: unknown, found: Quasi[]): void {
  if (Array.isArray(node)) return node.forEach((one) => collect(one, found));
  if (typeof node !== 'object' || node === null) return;
  const { type, tag, quasi } = node as Partial<ESTree.TaggedTemplateExpression>;
  if (type === 'TaggedTemplateExpression' && tag?.type === 'Identifier' && Object.hasOwn(TIGHTEN, tag.name)) {
    found.push(...quasi!.quasis.map(({ start, end }) => ({ tag: tag.name as Tag, start, end })));
  }
  Object.values(node).forEach((child) => collect(child, found));
}
