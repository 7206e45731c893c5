import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { engineOf } from '../../scripts/engines/element-tests.mjs';
import { findEngine } from '../../scripts/engines/find-engines.mjs';
import { startWebKit } from '../../scripts/engines/webkit.mjs';
import { serve } from '../../scripts/serve.mjs';
import { unpackPackage } from './packed.js';
import { pageWith, STRICT } from './temporary-site.js';
import { withPage } from './with-page.js';

// A page as a webmaster would write it, with the packed package, walked through in whatever engine the run is for. It
// needs no help from the engine's remote control but to be opened and read.

const WALK = fileURLToPath(new URL('walk', import.meta.url));
const engine = engineOf(process.env);

/** What the scripts of the page saw. */
interface Walked {
  stopped?: string;
  blocked: string[];
  console: string[];
  errors: string[];
  states: number;
  understood: number;
  outlooks: number;
  parts: number;
  lines: number[];
  marks: number[];
  loaded: string[];
  stored: string[];
}

test.each([
  ['one file', '<script src="package/dist/vitiligo-outlook.bundle.js"></script>'],
  ['modules', '<script type="module" src="package/dist/cdn/vitiligo-outlook.js"></script>'],
])(`${engine} walks through everything under the strict policy, as %s, and nothing stirs`, { timeout: 240_000 }, (form, tag) =>
  withPackedSite(tag, async (address) => {
    const walked = await walkThrough(address);
    expect(walked.stopped).toBeUndefined();
    expect(walked).toMatchObject({ blocked: [], console: [], errors: [], stored: [] });
    // 72 combinations of answers, in two views, with both kinds of estimates.
    expect([walked.states, walked.understood]).toEqual([288, 288]);
    expect(walked.outlooks).toBeGreaterThanOrEqual(144);
    expect(walked.parts).toBeGreaterThan(10);
    expect(Math.min(...walked.lines)).toBeGreaterThan(5);
    expect(walked.marks.length).toBeGreaterThan(0);
    // Lines of the axis, intervals, and squares or a diamond.
    expect(Math.min(...walked.marks)).toBeGreaterThan(2);
    const names = walked.loaded.filter((url) => !url.startsWith('data:')).map((url) => url.replace(new URL('.', address).href, ''));
    const own = ['watch.js', 'walk.js', tag.match(/src="(.*?)"/)![1]!];
    expect(names.filter((name) => !own.includes(name) && !/^package\/dist\/cdn\/chunks\//.test(name))).toEqual([]);
    if (form === 'one file') expect(names.sort()).toEqual(own.sort());
  }),
);

async function withPackedSite(tag: string, use: (address: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'site-'));
  mkdirSync(join(folder, 'demo'));
  unpackPackage(join(folder, 'demo'));
  cpSync(WALK, join(folder, 'demo'), { recursive: true });
  const element = '<vitiligo-outlook>Ask us for the printed sheet.</vitiligo-outlook>';
  const page = () => Promise.resolve(pageWith('<script src="watch.js"></script>', tag, element, '<script src="walk.js"></script>'));
  const site = await serve({
    root: folder,
    headers: { 'Content-Security-Policy': STRICT },
    pages: { '/demo/page.html': page },
  });
  try {
    await use(`${site.url}/demo/page.html`);
  } finally {
    await site.close();
    rmSync(folder, { recursive: true });
  }
}

async function walkThrough(address: string): Promise<Walked> {
  if (engine === 'webkit') return walkInWebKit(address);
  let walked: Walked | undefined;
  await withPage(address, async ({ page, complaints }) => {
    const result = () => (window as unknown as { walked?: Walked }).walked;
    // Asked again and again: a single question of the remote control ends before a slow walk does.
    while (!(walked = await page.evaluate(result))) await new Promise((resolve) => setTimeout(resolve, 500));
    // What the browser itself says, beside what the page's scripts heard.
    expect(complaints).toEqual([]);
  });
  return walked!;
}

async function walkInWebKit(address: string): Promise<Walked> {
  const webKit = await startWebKit(await findEngine('webkit'));
  try {
    await webKit.go(address);
    return (await webKit.run(`
      while (!window.walked) await new Promise((resolve) => setTimeout(resolve, 100));
      return window.walked;`)) as Walked;
  } finally {
    await webKit.close();
  }
}
