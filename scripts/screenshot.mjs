import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { launch } from 'puppeteer-core';
import { launchOptions } from './browser-launch.mjs';
import { serve } from './serve.mjs';

const USAGE = `Takes a picture of a page of demo/, or prints it.

  node scripts/screenshot.mjs <path or URL> <file.png | file.pdf> [options]

  --width 1280          of the window, in pixels
  --height 800
  --full-page           the whole page, not only what the window shows
  --element <selector>  only this element
  --scheme dark         light (default) or dark
  --forced-colors       as in a high contrast mode
  --reduced-motion
  --script <code>       run in the page before the picture is taken
  --scale 1             pixels of the picture for one of the page
`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    width: { type: 'string', default: '1280' },
    height: { type: 'string', default: '800' },
    'full-page': { type: 'boolean', default: false },
    element: { type: 'string' },
    scheme: { type: 'string', default: 'light' },
    'forced-colors': { type: 'boolean', default: false },
    'reduced-motion': { type: 'boolean', default: false },
    script: { type: 'string' },
    scale: { type: 'string', default: '1' },
  },
});
const [path, file] = positionals;
if (path === undefined || file === undefined) throw new Error(USAGE);

const server = await serve();
const browser = await launch(await launchOptions());
try {
  const page = await openPage(new URL(path, `${server.url}/demo/`).href);
  await mkdir(dirname(file), { recursive: true });
  await take(page, file);
} finally {
  await browser.close();
  await server.close();
}

/** @param {string} url */
async function openPage(url) {
  const page = await browser.newPage();
  await page.setViewport({
    width: Number(values.width),
    height: Number(values.height),
    deviceScaleFactor: Number(values.scale),
  });
  await page.emulateMediaFeatures([
    { name: 'prefers-color-scheme', value: values.scheme },
    { name: 'prefers-reduced-motion', value: values['reduced-motion'] ? 'reduce' : 'no-preference' },
  ]);
  if (values['forced-colors']) await forceColors(page);
  await page.goto(url, { waitUntil: 'networkidle0' });
  if (values.script) await page.evaluate(values.script);
  await page.evaluate(() => new Promise(requestAnimationFrame));
  return page;
}

/**
 * puppeteer's own list of media features leaves this one out.
 * @param {import('puppeteer-core').Page} page
 */
async function forceColors(page) {
  const session = await page.createCDPSession();
  await session.send('Emulation.setEmulatedMedia', {
    features: [
      { name: 'forced-colors', value: 'active' },
      { name: 'prefers-color-scheme', value: values.scheme },
    ],
  });
}

/**
 * @param {import('puppeteer-core').Page} page
 * @param {string} target
 */
async function take(page, target) {
  if (target.endsWith('.pdf')) return void (await page.pdf({ path: target, format: 'A4', preferCSSPageSize: true }));
  const picture = /** @type {`${string}.png`} */ (target);
  const element = values.element ? await page.waitForSelector(values.element) : null;
  if (element) return void (await element.screenshot({ path: picture }));
  await page.screenshot({ path: picture, fullPage: values['full-page'] });
}
