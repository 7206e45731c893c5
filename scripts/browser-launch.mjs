import { findBrowser } from './find-browser.mjs';

/** Nothing a test looks at depends on these, and each of them would call a server outside this machine. */
const QUIET = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--no-first-run',
];

/** Text is drawn alike on every machine, whatever its screen and its settings of fonts. */
const ALIKE = ['--font-render-hinting=none', '--disable-lcd-text', '--force-color-profile=srgb'];

/**
 * Options for puppeteer-core's `launch`, for the browser that is found.
 * @param {import('./find-browser.mjs').FoundBrowser} [browser]
 * @returns {Promise<import('puppeteer-core').LaunchOptions>}
 */
export async function launchOptions(browser) {
  const { executablePath, headless, env } = browser ?? (await findBrowser());
  return {
    executablePath,
    headless,
    env: { ...process.env, ...env },
    args: [...QUIET, ...ALIKE, ...sandboxFlags(headless)],
  };
}

/**
 * Chromium's sandbox refuses to start as root, and the packaged shell comes without its set-uid helper.
 * @param {true | 'shell'} headless
 */
function sandboxFlags(headless) {
  const isRoot = process.getuid?.() === 0;
  return isRoot || headless === 'shell' ? ['--no-sandbox'] : [];
}
