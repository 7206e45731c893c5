import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { REPOSITORY } from './serve.mjs';

/** What the build is made from, and the last file it writes. */
const SOURCES = [
  'src', 'data', 'demo/workbench', 'scripts/build.mjs', 'scripts/metadata', 'scripts/vite', 'scripts/write-integrity.mjs',
  'scripts/write-sbom.mjs', 'package.json', 'package-lock.json', 'tsconfig.json', 'vite.config.ts',
];
const LAST_BUILT = 'dist/integrity.json';

/** Builds `dist/` where it is missing or older than what it is made from. */
export function ensureBuilt() {
  if (!isStale()) return;
  console.log('Building dist/ ...');
  execFileSync(process.execPath, [join(REPOSITORY, 'scripts/build.mjs')], { stdio: 'inherit' });
}

function isStale() {
  const built = join(REPOSITORY, LAST_BUILT);
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
