import type { ESTree, Plugin } from 'vite';

type Tag = 'html' | 'svg' | 'css';
interface Quasi {
  readonly tag: Tag;
  readonly start: number;
  readonly end: number;
}

/**
 * Takes the indentation out of templates, which minifiers leave alone: in HTML a line break with what surrounds it
 * becomes one space, which looks the same, and quotes go that a value of one word does not need; in CSS also what may
 * be left out around braces, in declarations and selectors goes.
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

const oneLine = (text: string) => text.replaceAll(/\s*\n\s*/g, ' ');
const markup = (text: string) =>
  oneLine(text)
    .replaceAll(/( [\w-]+=)"([\w-]+)"(?=[ >])/g, '$1$2')
    .replaceAll(/(["\w]) >/g, '$1>');
const TIGHTEN: Record<Tag, (text: string) => string> = {
  html: markup,
  svg: markup,
  css: (text) =>
    oneLine(text.replaceAll(/\/\*[^]*?\*\//g, ''))
      .replaceAll(/\s*([{};,])\s*/g, '$1')
      .replaceAll(/([{;][\w-]+|\([a-z-]+): /g, '$1:')
      .replaceAll(';}', '}')
      .replaceAll(' > ', '>')
      .replaceAll(/='([\w-]+)'\]/g, '=$1]')
      .replaceAll(/(?<![\w.])0\.(?=\d)/g, '.'),
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
