import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { difference } from './compare.js';
import { smallPng } from './small-png.js';
import { STATES, WIDTHS, type VisualState } from './states.js';
import { withVisualPage, type VisualPage } from './visual-page.js';

const SNAPSHOTS = fileURLToPath(new URL('snapshots', import.meta.url));
const REPORTS = fileURLToPath(new URL('../../reports/visual', import.meta.url));
/** `npm run snapshots` sets it: pictures are written, not compared. */
const areWritten = process.env.SNAPSHOTS === 'write';

const ofWidth = (width: number) => STATES.filter((state) => state.width === width);
const others = STATES.filter(({ width }) => !(WIDTHS as readonly number[]).includes(width));

describe('looks as it did', () => {
  test.each([...WIDTHS.map((width) => [`at ${width} pixels`, ofWidth(width)] as const), ['on paper, and part by part', others] as const])(
    '%s',
    (_title, states) =>
      withVisualPage(async (visual) => {
        const found: string[] = [];
        for (const state of states) found.push(...(await look(visual, state)));
        expect(found, 'pictures of it are in reports/visual').toEqual([]);
      }),
    120_000,
  );
});

test('every snapshot has its state, and the browser that drew them is named', () => {
  const files = readdirSync(SNAPSHOTS);
  expect(files.toSorted()).toEqual([...STATES.map(({ name }) => `${name}.png`), 'drawn-by.txt'].toSorted());
  expect(readFileSync(join(SNAPSHOTS, 'drawn-by.txt'), 'utf8')).toMatch(/^\w*Chrom\w*\/\d+/);
});

/** What differs from the snapshot, with pictures of it among the reports. */
async function look(visual: VisualPage, state: VisualState): Promise<string[]> {
  const now = await visual.take(state);
  const file = join(SNAPSHOTS, `${state.name}.png`);
  if (areWritten) return write(visual, file, now);
  if (!existsSync(file)) return [`${state.name}: no snapshot`];
  const different = difference(readFileSync(file), now);
  for (const kind of ['now', 'difference']) rmSync(report(state, kind), { force: true });
  if (!different) return [];
  mkdirSync(REPORTS, { recursive: true });
  writeFileSync(report(state, 'now'), now);
  if (different.picture) writeFileSync(report(state, 'difference'), different.picture);
  return [`${state.name}: ${different.message}`];
}

const report = ({ name }: VisualState, kind: string) => join(REPORTS, `${name}.${kind}.png`);

async function write({ page }: VisualPage, file: string, picture: Buffer): Promise<string[]> {
  mkdirSync(SNAPSHOTS, { recursive: true });
  writeFileSync(file, smallPng(picture));
  writeFileSync(join(SNAPSHOTS, 'drawn-by.txt'), `${await page.browser().version()}\n`);
  return [];
}
