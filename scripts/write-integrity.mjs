import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { gzipSync } from 'node:zlib';

const SINGLE_FILES = ['reserve.css', 'vitiligo-outlook.bundle.js', 'vitiligo-outlook.hydrate.js'];

/**
 * What a page can load from `dist/`, with its subresource-integrity value: the release manifest.
 * @typedef {{integrity: string, bytes: number, gzip: number}} Built
 */

/**
 * Writes `integrity.json` and returns what it holds.
 * @param {string} dist
 * @param {string} version
 * @param {string} serverStyle
 */
export function writeIntegrity(dist, version, serverStyle) {
  const names = [...filesIn(join(dist, 'cdn')), ...SINGLE_FILES.map((name) => join(dist, name))];
  /** @type {Record<string, Built>} */
  const files = Object.fromEntries(names.map((name) => [relative(dist, name).split(sep).join('/'), describe(name)]));
  writeFileSync(join(dist, 'integrity.json'), `${JSON.stringify({ version, serverStyle, files }, null, 2)}\n`);
  return files;
}

/**
 * @param {string} name
 * @returns {Built}
 */
function describe(name) {
  const content = readFileSync(name);
  const hash = createHash('sha384').update(content).digest('base64');
  return { integrity: `sha384-${hash}`, bytes: content.length, gzip: gzipSync(content, { level: 9 }).length };
}

/** @param {string} folder */
function filesIn(folder) {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name)).sort();
}
