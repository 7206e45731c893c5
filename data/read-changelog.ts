import type { DataChange } from '../src/evidence/details.js';

/** `## 2026.1 - 2026-11-22` */
const RELEASE = /^## (?<version>\d{4}\.\d+) - (?<date>\d{4}-\d{2}-\d{2})$/;

/**
 * The releases in CHANGELOG.md, the newest first, with a line for each point of their lists; lines that run on are
 * joined, and the marks around ids are left out.
 */
export function readChangelog(text: string): DataChange[] {
  const releases: { version: string; date: string; changes: string[] }[] = [];
  for (const line of text.split('\n')) {
    const { version, date } = RELEASE.exec(line)?.groups ?? {};
    const changes = releases.at(-1)?.changes;
    const words = line.trim().replaceAll('`', '');
    if (version && date) releases.push({ version, date, changes: [] });
    else if (line.startsWith('- ')) changes?.push(words.slice(2));
    else if (line.startsWith('  ') && changes?.length) changes.push(`${changes.pop()} ${words}`);
  }
  return releases;
}
