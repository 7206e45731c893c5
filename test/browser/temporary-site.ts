import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { serve } from '../../scripts/serve.mjs';
import { withPage, type OpenPage, type Settings } from './with-page.js';

const DIST = fileURLToPath(new URL('../../dist', import.meta.url));

/** The strictest policy a portal is known to set: the one under which everything must work. */
export const STRICT =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; " +
  "require-trusted-types-for 'script'; trusted-types lit-html";

export const MODULES = '<script type="module" src="../dist/cdn/vitiligo-outlook.js"></script>';
export const ONE_FILE = '<script src="../dist/vitiligo-outlook.bundle.js"></script>';

export interface TemporarySite extends Settings {
  /** Files beside the page, by name: text, or the path of a file to copy. */
  readonly files?: Readonly<Record<string, string | { readonly copyOf: string }>>;
  readonly policy?: string;
  /** What is asked of the site; the page itself by default. */
  readonly path?: string;
}

/** Opens a page that a test wrote, from a site of its own that also has the build, under the strict policy. */
export async function withSite(
  page: string,
  use: (open: OpenPage) => Promise<void>,
  { files = {}, policy = STRICT, path = 'page.html', ...settings }: TemporarySite = {},
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'site-'));
  cpSync(join(DIST, 'cdn'), join(folder, 'dist/cdn'), { recursive: true });
  for (const name of ['vitiligo-outlook.bundle.js', 'reserve.css']) cpSync(join(DIST, name), join(folder, 'dist', name));
  const all: TemporarySite['files'] = { 'page.html': page, ...files };
  for (const [name, content] of Object.entries(all)) {
    const target = join(folder, 'demo', name);
    mkdirSync(dirname(target), { recursive: true });
    if (typeof content === 'string') writeFileSync(target, content);
    else cpSync(content.copyOf, target);
  }
  const site = await serve({ root: folder, headers: policy ? { 'Content-Security-Policy': policy } : {} });
  try {
    await withPage(`${site.url}/demo/${path}`, use, settings);
  } finally {
    await site.close();
    rmSync(folder, { recursive: true });
  }
}

/** A page with nothing but what is given. */
export function pageWith(...body: string[]): string {
  return `<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><title>Test</title>${body.join('')}`;
}

/** Whether the element shows an answer. */
export function showsAnswer({ page }: OpenPage, selector = 'vitiligo-outlook'): Promise<boolean> {
  return page.$eval(selector, (element) => element.shadowRoot?.querySelector('[part=option]') instanceof Element);
}
