import { existsSync, statSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { findBrowser } from '../find-browser.mjs';

/**
 * The three browser engines, and where each is on this machine. WebKit is driven by its own WebDriver and needs the
 * small browser of the same build; on a machine without a screen, a virtual one.
 * @typedef {'chromium' | 'firefox' | 'webkit'} EngineName
 *
 * @typedef {object} Engine
 * @property {EngineName} name
 * @property {string} [executablePath]  of the browser; not there where the engine is missing
 * @property {string} [driverPath]  of WebKit's driver
 * @property {string} [missing]  what is missing, and how to get it
 */

/** @type {EngineName[]} */
export const ENGINES = ['chromium', 'firefox', 'webkit'];

const FIREFOX_NAMES = ['firefox-esr', 'firefox'];
const FIREFOX_PLACES = [
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
];
const DRIVER_NAMES = ['WebKitWebDriver'];
const LIBRARIES = ['/usr/lib/x86_64-linux-gnu', '/usr/lib/aarch64-linux-gnu', '/usr/lib64', '/usr/libexec', '/usr/lib'];
const MINI_BROWSERS = LIBRARIES.flatMap((folder) =>
  ['webkit2gtk-4.1', 'webkitgtk-6.0', 'webkit2gtk-4.0'].map((build) => join(folder, build, 'MiniBrowser')),
);

/** @type {Record<EngineName, () => Promise<Engine>>} */
const FINDERS = {
  chromium: findChromium,
  firefox: () => Promise.resolve(findFirefox()),
  webkit: () => Promise.resolve(findWebKit()),
};

/**
 * @param {EngineName} name
 * @returns {Promise<Engine>}
 */
export function findEngine(name) {
  return FINDERS[name]();
}

/** @returns {Promise<Engine>} */
async function findChromium() {
  try {
    return { name: 'chromium', executablePath: (await findBrowser()).executablePath };
  } catch (error) {
    return { name: 'chromium', missing: error instanceof Error ? error.message : String(error) };
  }
}

/** @returns {Engine} */
function findFirefox() {
  const executablePath = process.env.FIREFOX_PATH ?? firstFile([...onPath(FIREFOX_NAMES), ...FIREFOX_PLACES]);
  if (executablePath) return { name: 'firefox', executablePath };
  return { name: 'firefox', missing: 'no Firefox; install firefox or firefox-esr, or set FIREFOX_PATH' };
}

/** @returns {Engine} */
function findWebKit() {
  const driverPath = process.env.WEBKIT_DRIVER_PATH ?? firstFile(onPath(DRIVER_NAMES));
  if (!driverPath) return { name: 'webkit', missing: 'no WebKitWebDriver; on Debian install webkit2gtk-driver' };
  const beside = join(dirname(driverPath), 'MiniBrowser');
  const executablePath = process.env.WEBKIT_PATH ?? firstFile([beside, ...MINI_BROWSERS]);
  if (!executablePath) return { name: 'webkit', missing: 'no MiniBrowser of WebKitGTK; set WEBKIT_PATH' };
  const hasScreen = process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  if (!hasScreen && !firstFile(onPath(['Xvfb']))) return { name: 'webkit', missing: 'no screen and no Xvfb; install xvfb' };
  return { name: 'webkit', executablePath, driverPath };
}

/** @param {string[]} names */
function onPath(names) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}

/** @param {string[]} paths */
function firstFile(paths) {
  return paths.find((path) => existsSync(path) && statSync(path).isFile());
}
