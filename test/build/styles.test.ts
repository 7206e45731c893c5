import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';

const SOURCE = fileURLToPath(new URL('../../src', import.meta.url));

/** What must not stand in a template, by its tag, and why. */
const FORBIDDEN: readonly { readonly tag: RegExp; readonly what: RegExp; readonly why: string }[] = [
  { tag: /^css$/, what: /\d(rem)\b/, why: 'rem follows the host page, which may set 10 pixels' },
  {
    tag: /^css$/,
    what: /\b(margin|padding|border|inset|scroll-margin|scroll-padding)-(left|right)\b/,
    why: 'left and right do not turn with the direction of writing',
  },
  { tag: /^css$/, what: /(^|[\s;{])(left|right)\s*:/, why: 'left and right do not turn with the direction of writing' },
  { tag: /^css$/, what: /\b(text-align|float|clear)\s*:\s*(left|right)\b/, why: 'left and right do not turn' },
  { tag: /^(html|svg)$/, what: /\sstyle\s*=/, why: 'a strict policy blocks style attributes' },
  { tag: /^(html|svg)$/, what: /<style\b/, why: 'a strict policy blocks style elements' },
  { tag: /^(html|svg)$/, what: /\son[a-z]+\s*=/, why: 'a strict policy blocks handlers in attributes' },
];

describe('templates and styles', () => {
  const names = readdirSync(SOURCE, { recursive: true }) as string[];
  const files = names.filter((name) => name.endsWith('.ts'));

  test('hold nothing that a strict policy or a host page breaks', () => {
    const problems = files.flatMap((name) =>
      problemsIn(readFileSync(join(SOURCE, name), 'utf8')).map((problem) => `${name}: ${problem}`),
    );
    expect(problems).toEqual([]);
  });

  test('are found at all', () => {
    const all = files.flatMap((name) => templatesOf(readFileSync(join(SOURCE, name), 'utf8')));
    expect(new Set(all.map(({ tag }) => tag))).toEqual(new Set(['css', 'html', 'svg']));
  });

  test.each([
    ['css`p { margin: 1rem }`', 1],
    ['css`p { margin: 1em; /* premium */ }`', 0],
    ['css`p { margin-left: 1em }`', 1],
    ['css`p { left: 0 }`', 1],
    ['css`p { text-align: right }`', 1],
    ['css`p { inset-inline-start: 0; text-align: end }`', 0],
    ['html`<p style="color: red"></p>`', 1],
    ['html`<p style=${style}></p>`', 1],
    ['html`<style>p { color: red }</style>`', 1],
    ['html`<p onclick="go()"></p>`', 1],
    ['html`<p @click=${go}></p>`', 0],
    ['html`<p>${html`<b style="color: red"></b>`}</p>`', 1],
    ['svg`<circle class="style"></circle>`', 0],
    ["import { styleMap } from 'lit/directives/style-map.js';", 1],
  ])('%s has %i problems', (text, count) => {
    expect(problemsIn(text)).toHaveLength(count);
  });
});

function problemsIn(text: string): string[] {
  const problems = templatesOf(text).flatMap(({ tag, content }) =>
    FORBIDDEN.filter((rule) => rule.tag.test(tag) && rule.what.test(content)).map(
      ({ what, why }) => `"${what.exec(content)?.[0].trim()}" in ${tag}: ${why}`,
    ),
  );
  if (/lit\/directives\/style-map/.test(text)) problems.push('styleMap writes a style attribute on the first render');
  return problems;
}

/** The text of every tagged template, with `${}` for what is put in, templates inside included. */
function templatesOf(text: string): { tag: string; content: string }[] {
  const found: { tag: string; content: string }[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isTaggedTemplateExpression(node)) found.push({ tag: node.tag.getText(), content: contentOf(node.template) });
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('template.ts', text, ts.ScriptTarget.Latest, true));
  return found;
}

function contentOf(template: ts.TemplateLiteral): string {
  if (ts.isNoSubstitutionTemplateLiteral(template)) return template.text;
  return [template.head.text, ...template.templateSpans.map(({ literal }) => literal.text)].join('${}');
}
