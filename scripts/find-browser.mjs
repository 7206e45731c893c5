import { existsSync, statSync } from 'node:fs';
import { delimiter, join, win32 } from 'node:path';
import { unpackChromium } from './unpack-chromium.mjs';

/**
 * A browser that can be driven: where it is, and what it needs to start.
 * @typedef {object} FoundBrowser
 * @property {string} executablePath
 * @property {true | 'shell'} headless  the mode the binary knows: a full browser, or a headless shell
 * @property {Record<string, string>} env  variables to start it with, besides those of this process
 * @property {'CHROME_PATH' | 'installed' | 'packaged'} from
 */

/**
 * What the search looks at; tests put their own in.
 * @typedef {object} Surroundings
 * @property {Record<string, string | undefined>} [env]
 * @property {string} [platform]  as `process.platform`
 * @property {string} [arch]  as `process.arch`
 * @property {(path: string) => boolean} [isFile]
 * @property {() => Promise<{executablePath: string, env: Record<string, string>}>} [unpack]
 */

const PROGRAM_NAMES = [
  'google-chrome-stable',
  'google-chrome',
  'chrome',
  'chromium',
  'chromium-browser',
  'microsoft-edge-stable',
  'microsoft-edge',
];

const LINUX_PLACES = [
  '/usr/bin/google-chrome',
  '/opt/google/chrome/chrome',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/snap/bin/chromium',
  '/usr/bin/microsoft-edge',
  '/opt/microsoft/msedge/msedge',
];

const MAC_PLACES = [
  'Google Chrome.app/Contents/MacOS/Google Chrome',
  'Chromium.app/Contents/MacOS/Chromium',
  'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
];

const WINDOWS_PLACES = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Chromium\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
];

const NO_BROWSER = `No browser was found to run the tests in. One of these three gives one:
  1. set CHROME_PATH to the executable of a Chrome, Chromium or Edge;
  2. install Chrome, Chromium or Edge in its usual place, or on the PATH;
  3. on Linux x64, run "npm ci" with development dependencies: @sparticuz/chromium carries a browser.`;

/**
 * Finds a browser without downloading one: CHROME_PATH, else an installed Chrome, Chromium or Edge, else the one that
 * @sparticuz/chromium carries.
 * @param {Surroundings} [surroundings]
 * @returns {Promise<FoundBrowser>}
 * @throws {Error} naming the three ways, or the CHROME_PATH that is no file
 */
export async function findBrowser({
  env = process.env,
  platform = process.platform,
  arch = process.arch,
  isFile = isExistingFile,
  unpack = unpackChromium,
} = {}) {
  if (env.CHROME_PATH) return fromChromePath(env.CHROME_PATH, isFile);
  const installed = installedPlaces(env, platform).find(isFile);
  if (installed) return { executablePath: installed, headless: true, env: {}, from: 'installed' };
  if (platform !== 'linux' || arch !== 'x64') throw new Error(NO_BROWSER);
  return { ...(await unpackOrExplain(unpack)), headless: 'shell', from: 'packaged' };
}

/**
 * @param {string} path
 * @param {(path: string) => boolean} isFile
 * @returns {FoundBrowser}
 */
function fromChromePath(path, isFile) {
  if (!isFile(path)) {
    throw new Error(`CHROME_PATH is "${path}", but there is no such file. Correct it, or unset it to search.`);
  }
  const headless = /headless[-_]shell/.test(path) ? 'shell' : true;
  return { executablePath: path, headless, env: {}, from: 'CHROME_PATH' };
}

/** @param {NonNullable<Surroundings['unpack']>} unpack */
async function unpackOrExplain(unpack) {
  try {
    return await unpack();
  } catch (cause) {
    throw new Error(NO_BROWSER, { cause });
  }
}

/**
 * @param {NonNullable<Surroundings['env']>} env
 * @param {string} platform
 */
function installedPlaces(env, platform) {
  if (platform === 'win32') return windowsPlaces(env);
  const onPath = (env.PATH ?? '').split(delimiter).filter(Boolean);
  const named = onPath.flatMap((folder) => PROGRAM_NAMES.map((name) => join(folder, name)));
  return [...(platform === 'darwin' ? macPlaces(env) : LINUX_PLACES), ...named];
}

/** @param {NonNullable<Surroundings['env']>} env */
function macPlaces(env) {
  const folders = ['/Applications', ...(env.HOME ? [join(env.HOME, 'Applications')] : [])];
  return folders.flatMap((folder) => MAC_PLACES.map((place) => join(folder, place)));
}

/** @param {NonNullable<Surroundings['env']>} env */
function windowsPlaces(env) {
  const folders = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter((folder) => folder !== undefined);
  const onPath = (env.PATH ?? env.Path ?? '').split(win32.delimiter).filter(Boolean);
  return [
    ...folders.flatMap((folder) => WINDOWS_PLACES.map((place) => win32.join(folder, place))),
    ...onPath.flatMap((folder) => ['chrome.exe', 'msedge.exe'].map((name) => win32.join(folder, name))),
  ];
}

/** @param {string} path */
function isExistingFile(path) {
  return existsSync(path) && statSync(path).isFile();
}
