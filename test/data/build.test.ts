import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DATA } from './read-files.js';

const SCRIPT = fileURLToPath(new URL('build.mjs', DATA));
const GENERATED = ['evidence.json', 'core.json', 'details.json', 'packed-counts.json', 'changes.json', 'schema'];

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'evidence-'));
  cpSync(fileURLToPath(DATA), folder, { recursive: true });
  GENERATED.forEach((name) => rmSync(join(folder, name), { recursive: true }));
});
afterEach(() => rmSync(folder, { recursive: true }));

const path = (name: string) => join(folder, name);
const run = (...args: string[]) => spawnSync(process.execPath, [SCRIPT, ...args, folder], { encoding: 'utf8' });

function replaceIn(name: string, from: string, to: string) {
  const text = readFileSync(path(name), 'utf8');
  if (!text.includes(from)) throw new Error(`${name} has no ${from}`);
  writeFileSync(path(name), text.replace(from, to));
}

describe('npm run data', { timeout: 30_000 }, () => {
  it('writes the same bytes as those in the repository', () => {
    expect(run().status).toBe(0);
    const schemas = readdirSync(path('schema')).map((name) => `schema/${name}`);
    const written = [...GENERATED.filter((name) => name !== 'schema'), ...schemas];
    expect(written).toHaveLength(8);
    for (const name of written) {
      expect(readFileSync(path(name), 'utf8')).toBe(readFileSync(new URL(name, DATA), 'utf8'));
    }
  });

  it.each([
    [
      'counts.json',
      '"events": 17',
      '"events": 20',
      'counts.json: repigmentation[0].events has 20 events among 19 [events-exceed-total] (grimes-2004)',
    ],
    [
      'published-estimates.json',
      '"ciLowPct": 13.2',
      '"ciLowPct": "13.2"',
      'published-estimates.json: estimates[0].ciLowPct is 13.2, expected number [wrong-type] (mono-all-75)',
    ],
    ['errata.json', '"id": "E02"', '"id": "E01"', 'errata.json: errata[1] uses the id "E01" a second time [duplicate-id] (E01)'],
    ['studies.json', '"enrolled": 23,', '"enrolled": 23, "enrolled": 32,', 'studies.json: a key stands twice in one object'],
    ['safety.json', '{', '', 'safety.json: is not JSON:'],
  ])('%s with %s changed to %s fails with its path and writes nothing', (name, from, to, message) => {
    replaceIn(name, from, to);
    const { status, stderr } = run();
    expect(status).toBe(1);
    expect(stderr).toContain(message);
    expect(GENERATED.filter((generated) => existsSync(path(generated)))).toEqual([]);
  });

  it('names a file that is missing', () => {
    rmSync(path('mechanisms.json'));
    expect(run()).toMatchObject({ status: 1, stderr: expect.stringContaining('mechanisms.json: is missing') });
  });

  it('--check names what is not current, and writes nothing', () => {
    execFileSync(process.execPath, [SCRIPT, folder]);
    expect(run('--check').status).toBe(0);
    replaceIn('release.json', '2027-11-22', '2027-05-22');
    const before = readFileSync(path('evidence.json'), 'utf8');
    const { status, stderr } = run('--check');
    expect(status).toBe(1);
    expect(stderr).toContain('evidence.json');
    expect(stderr).toContain('core.json');
    expect(readFileSync(path('evidence.json'), 'utf8')).toBe(before);
  });
});
