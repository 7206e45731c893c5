import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page, SerializedAXNode } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { inChromium } from './in-chromium.js';
import { withPage } from './with-page.js';

const DOC = fileURLToPath(new URL('../../docs/accessibility.md', import.meta.url));
const BLOCK = /```text\n([\s\S]*?)```/g;

/** What is read at each step of the main path, in the order of the document. */
const STEPS: readonly ((page: Page) => Promise<string[]>)[] = [
  async (page) => [...(await read(page, '.title')), ...(await read(page, '.intended-use'))],
  (page) => read(page, '.inputs'),
  async (page) => {
    await page.$eval('vitiligo-outlook', async (element) => {
      element.shadowRoot!.querySelector<HTMLInputElement>('[value=face-neck]')!.click();
      await element.updateComplete;
    });
    return read(page, '[role=status]');
  },
  (page) => read(page, '.choice'),
  (page) => read(page, '[data-treatment=tci]'),
  (page) => read(page, '[part=harms]'),
];

test.runIf(inChromium('tells the accessibility tree'))('the script of the main path is what the accessibility tree says', () =>
  withPage('/demo/clinic.html', async ({ page }) => {
    const steps: string[] = [];
    for (const step of STEPS) steps.push((await step(page)).join('\n'));
    if (process.env.SNAPSHOTS === 'write') writeInto(steps);
    const written = [...readFileSync(DOC, 'utf8').matchAll(BLOCK)].map(([, text]) => text!.trim());
    expect(steps).toEqual(written);
  }),
);

function writeInto(steps: readonly string[]): void {
  let step = 0;
  const text = readFileSync(DOC, 'utf8').replaceAll(BLOCK, () => `\`\`\`text\n${steps[step++] ?? ''}\n\`\`\``);
  writeFileSync(DOC, text);
}

async function read(page: Page, selector: string): Promise<string[]> {
  const root = await page.$(`vitiligo-outlook >>> ${selector}`);
  if (!root) throw new Error(`no ${selector}`);
  const tree = await page.accessibility.snapshot({ root, interestingOnly: false });
  return tree ? lines(tree) : [];
}

/** Roles that are read as one line, with all that they hold. */
const WHOLE = new Set(['heading', 'row', 'paragraph', 'button', 'radio', 'image', 'img', 'DisclosureTriangle', 'status', 'LabelText', 'listitem', 'caption', 'Caption']);
const SAID: Readonly<Record<string, string>> = { DisclosureTriangle: 'fold', radio: 'radio button', img: 'image', paragraph: 'text', LabelText: 'label', StaticText: 'text', listitem: 'item', Caption: 'caption' };
const QUIET = new Set(['generic', 'none', 'InlineTextBox', 'rowgroup', 'LayoutTable', 'Legend', 'ListMarker', 'list', 'Details', 'Section', 'Abbr']);

function lines(node: SerializedAXNode): string[] {
  const { role, children = [] } = node;
  if (role === 'LabelText') return children.flatMap((child) => (child.role === 'radio' ? lines(child) : []));
  if (WHOLE.has(role) || role === 'StaticText') return [line(node)].filter(Boolean);
  const own = QUIET.has(role) || !node.name ? [] : [line(node)];
  return [...own, ...children.flatMap(lines)];
}

function line(node: SerializedAXNode): string {
  const text = oneLine(node.name || textOf(node));
  if (!text) return '';
  const state = [
    node.level ? `level ${node.level}` : '',
    node.checked === true ? 'chosen' : '',
    node.pressed === true ? 'pressed' : '',
    node.expanded === true ? 'open' : node.role === 'DisclosureTriangle' ? 'closed' : '',
  ].filter(Boolean);
  const description = node.description ? ` [${oneLine(node.description)}]` : '';
  return `${[SAID[node.role] ?? node.role, ...state].join(', ')}: ${text}${description}`;
}

/** What a part says; cells of a table apart. */
function textOf({ role, name, children = [] }: SerializedAXNode): string {
  if (role === 'StaticText' || !children.length) return name ?? '';
  return children.map((child) => (name && child.role === 'image' ? name : textOf(child))).join(role === 'row' ? ' | ' : ' ');
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();
