import { describe, expect, test, vi } from 'vitest';
import { inSlices } from '../../../src/adapters/import/in-slices.js';
import { readOwnData, type Progress } from '../../../src/adapters/import/read-own-data.js';

function* countTo(last: number): Generator<number, string, undefined> {
  for (let i = 1; i <= last; i++) yield i;
  return 'done';
}

/** A clock that goes on by one at each look. */
const ticking = () => {
  let time = 0;
  return () => time++;
};

describe('inSlices', () => {
  test('gives what the generator returns, pausing after each slice', async () => {
    const pause = vi.fn(() => Promise.resolve());
    const onProgress = vi.fn();
    const options = { sliceMs: 10, now: ticking(), pause, onProgress };
    expect(await inSlices(countTo(35), options)).toBe('done');
    expect(onProgress.mock.calls.flat()).toEqual([10, 20, 30]);
    expect(pause).toHaveBeenCalledTimes(3);
  });

  test('stops between slices once it is aborted', async () => {
    const controller = new AbortController();
    const seen: number[] = [];
    const work = inSlices(countTo(100), {
      sliceMs: 10,
      now: ticking(),
      onProgress: (step) => {
        seen.push(step);
        controller.abort(new Error('stopped'));
      },
      signal: controller.signal,
    });
    await expect(work).rejects.toThrow('stopped');
    expect(seen).toEqual([10]);
  });

  test('reads 100,000 rows without a long slice', { timeout: 60_000 }, async () => {
    const lines = Array.from({ length: 100_000 }, (_, i) => `Clinic ${i},tci,75,${i % 30},40`);
    const text = `study,treatment,threshold,events,total\n${lines.join('\n')}\n`;
    const lengths: number[] = [];
    let start = performance.now();
    const data = await inSlices<Progress, { rows: readonly unknown[]; problems: number }>(readOwnData(text), {
      onProgress: () => lengths.push(performance.now() - start),
      pause: async () => {
        await new Promise((resolve) => setTimeout(resolve));
        start = performance.now();
      },
    });
    expect([data.rows.length, data.problems]).toEqual([100_000, 0]);
    expect(lengths.length).toBeGreaterThan(20);
    const sorted = lengths.sort((a, b) => a - b);
    const total = lengths.reduce((sum, length) => sum + length, 0);
    // The machine may be slow, or stop the program for a while: most slices must be a small share of all that there is.
    expect(sorted[Math.floor(sorted.length * 0.9)]! / total).toBeLessThan(1 / 15);
  });
});
