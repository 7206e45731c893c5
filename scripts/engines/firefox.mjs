/**
 * Options for puppeteer-core's `launch`. Scroll bars lie over the page, as in the other engines without a screen, so
 * that widths are the same.
 * @param {import('./find-engines.mjs').Engine} engine
 * @returns {import('puppeteer-core').LaunchOptions}
 */
export function firefoxOptions({ executablePath }) {
  if (!executablePath) throw new RangeError('firefoxOptions requires a browser');
  return { browser: 'firefox', executablePath, headless: true, extraPrefsFirefox: { 'ui.useOverlayScrollbars': 1 } };
}
