import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { launch } from 'puppeteer-core';
import { launchOptions } from './browser-launch.mjs';
import { ensureBuilt } from './built.mjs';
import { seePage } from './ipdas/see-page.mjs';
import { runModule } from './run-module.mjs';
import { REPOSITORY, serve } from './serve.mjs';

// Scores the built element against the criteria for patient decision aids and writes what the basis panel shows:
// `npm run ipdas`; with `-- --check` it writes nothing and fails where the file is not what the page gives.

const FILE = join(REPOSITORY, 'src/view-model/ipdas.json');
const VERSION = 4;
const LANGUAGES = ['en', 'es', 'fr', 'ar', 'ko'];

ensureBuilt();
const server = await serve();
const browser = await launch(await launchOptions());
/** @type {import('./ipdas/criteria.js').ScoredCriterion[]} */
let items;
try {
  const seen = await seePage(browser, server.url, LANGUAGES);
  items = await (await runModule('scripts/ipdas/score-page.ts')).scorePage(seen);
} finally {
  await browser.close();
  await server.close();
}

for (const { id, kind, met, text, evidence } of items) {
  console.log(`${met ? 'met    ' : 'NOT met'}  ${id.padEnd(6)} ${kind.padEnd(10)} ${text}\n                           ${evidence}`);
}
for (const kind of ['qualifying', 'certifying', 'quality']) {
  const ofKind = items.filter((item) => item.kind === kind);
  console.log(`${kind}: ${ofKind.filter(({ met }) => met).length} of ${ofKind.length}`);
}

const text = `${JSON.stringify({ version: VERSION, items }, null, 2)}\n`;
if (!process.argv.includes('--check')) await writeFile(FILE, text);
else if ((await readFile(FILE, 'utf8')) !== text) {
  console.error('src/view-model/ipdas.json is not what the page gives: run `npm run ipdas`.');
  process.exitCode = 1;
}
