import { fitMeanModel } from '../../src/stats/mean-model.js';
import type { PoolingMethod } from '../../src/stats/tau-squared.js';

/** Numbers of studies to measure; the time per study against that of 1,000 shows whether cost is linear. */
const SIZES = [20, 50, 1_000, 10_000, 100_000];
const METHODS: readonly PoolingMethod[] = ['DL', 'REML', 'ML', 'PM'];

/** Each sample fits for about this many studies in all, so that the clock's grain does not matter. */
const STUDIES_A_SAMPLE = 20_000;
const SAMPLES = 41;

/** Effects with a spread of their own; the same on every run. */
function makeStudies(k: number): { yi: number[]; vi: number[] } {
  let state = 12345;
  const random = (): number => (state = (state * 1103515245 + 12345) % 2 ** 31) / 2 ** 31;
  const yi: number[] = [];
  const vi: number[] = [];
  for (let i = 0; i < k; i++) {
    const v = 0.02 + 0.3 * random();
    vi.push(v);
    yi.push(0.3 + 2 * (random() + random() + random() - 1.5) * Math.sqrt(v + 0.1));
  }
  return { yi, vi };
}

/** Microseconds a run: the median of the samples, and the fastest, which a busy machine inflates least. */
interface Timing {
  readonly median: number;
  readonly fastest: number;
}

function time(run: () => void, repeats: number): Timing {
  const times: number[] = [];
  for (let sample = 0; sample < SAMPLES; sample++) {
    const start = performance.now();
    for (let i = 0; i < repeats; i++) run();
    times.push(((performance.now() - start) * 1000) / repeats);
  }
  times.sort((a, b) => a - b);
  return { median: times[SAMPLES >> 1]!, fastest: times[0]! };
}

console.log('time a fit in microseconds; ratio of the time a study to that with 1,000 studies');
console.log('method       k      median     fastest  ratio of medians  of fastest');
for (const method of METHODS) {
  const rows = SIZES.map((k) => {
    const { yi, vi } = makeStudies(k);
    const repeats = Math.max(1, Math.floor(STUDIES_A_SAMPLE / k));
    return { k, ...time(() => fitMeanModel(yi, vi, { method }), repeats) };
  });
  const reference = rows.find(({ k }) => k === 1_000)!;
  for (const { k, median, fastest } of rows) {
    const ratio = (of: keyof Timing, value: number): string => (value / k / (reference[of] / reference.k)).toFixed(2);
    const times = [String(k).padStart(7), median.toFixed(2).padStart(11), fastest.toFixed(2).padStart(11)];
    const ratios = [ratio('median', median).padStart(17), ratio('fastest', fastest).padStart(11)];
    console.log(method.padEnd(6) + [...times, ...ratios].join(' '));
  }
}
