import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './build.mjs';
import { REPOSITORY, serve } from './serve.mjs';

/** What the build is made from, and one of the last files it writes. */
const SOURCES = ['src', 'data', 'package.json', 'package-lock.json', 'vite.config.ts'];
const BUILT = 'dist/vitiligo-outlook.bundle.js';

if (isStale()) {
  console.log('Building dist/ ...');
  await build();
}
const { url, close } = await serve({ port: firstPort(process.env.PORT) });
console.log(`The demo gallery is at ${url}/demo/ (Ctrl+C ends it).`);
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void close());

function isStale() {
  const built = join(REPOSITORY, BUILT);
  if (!existsSync(built)) return true;
  const builtAt = statSync(built).mtimeMs;
  return SOURCES.some((source) => newestChange(join(REPOSITORY, source)) > builtAt);
}

/**
 * When a file, or anything in a folder, last changed (milliseconds).
 * @param {string} path
 * @returns {number}
 */
function newestChange(path) {
  const stats = statSync(path);
  if (!stats.isDirectory()) return stats.mtimeMs;
  return Math.max(stats.mtimeMs, ...readdirSync(path).map((name) => newestChange(join(path, name))));
}

/** @param {string | undefined} text */
function firstPort(text = '4173') {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65535) throw new RangeError(`PORT is "${text}", not a port number`);
  return port;
}
