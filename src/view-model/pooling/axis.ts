import type { PoolingWords } from '../../i18n/pooling.js';
import { fixed } from './pool-words.js';

/** A value on a picture's axis. */
export interface Tick {
  /** Per cent of the axis' length, 0..100. */
  readonly at: number;
  readonly label: string;
}

/** An axis with the place of any value on it, in per cent of its length; beyond 0..100 outside of the picture. */
export interface Axis {
  readonly ticks: readonly Tick[];
  readonly place: (value: number) => number;
}

/** The axis of numbers of 100: a value is its own place. */
export function axisOf100({ language }: Pick<PoolingWords, 'language'>): readonly Tick[] {
  return [0, 25, 50, 75, 100].map((at) => ({ at, label: language.number(at) }));
}

/** About how many steps an axis has. */
const STEPS = 5;

/** An axis that holds all values, from one round number to another. */
export function linearAxis(values: readonly number[], words: PoolingWords): Axis {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const step = roundStep((high - low || 1) / STEPS);
  const [first, last] = [Math.floor(low / step), Math.max(Math.ceil(high / step), Math.floor(low / step) + 1)];
  const place = (value: number) => ((value / step - first) / (last - first)) * 100;
  const digits = step < 0.1 ? 2 : step < 1 ? 1 : 0;
  const ticks = Array.from({ length: last - first + 1 }, (_, i) => (first + i) * step);
  return { place, ticks: ticks.map((value) => ({ at: place(value), label: fixed(value, digits, words) })) };
}

/** The next larger of 1, 2, 5, 10, 20 ... */
function roundStep(least: number): number {
  const decade = 10 ** Math.floor(Math.log10(least));
  return decade * [1, 2, 5, 10].find((factor) => factor * decade >= least * 0.999)!;
}

/** Ratios further from 1 than this are cut off, unless an estimate is: they say no more than "almost anything". */
const FURTHEST = 100;
const MOST_RATIOS = 6;
const ROUND_RATIOS = [-3, -2, -1, 0, 1, 2, 3].flatMap((decade) => [1, 2, 5].map((factor) => factor * 10 ** decade));

interface Ratio {
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
}

/** An axis on which doubling and halving are equal steps, with 1 on it. */
export function ratioAxis(ratios: readonly Ratio[], words: PoolingWords): Axis {
  const low = Math.min(0.5, ...ratios.map((ratio) => Math.min(ratio.estimate, Math.max(ratio.low, 1 / FURTHEST))));
  const high = Math.max(2, ...ratios.map((ratio) => Math.max(ratio.estimate, Math.min(ratio.high, FURTHEST))));
  const from = ROUND_RATIOS.findLast((value) => value <= low) ?? low;
  const to = ROUND_RATIOS.find((value) => value >= high) ?? high;
  const place = (value: number) => (Math.log(value / from) / Math.log(to / from)) * 100;
  const inside = ROUND_RATIOS.filter((value) => value >= from && value <= to);
  // Every tick, every second, or the decades: as many as there is room for, with 1 among them.
  const stride = Math.ceil(inside.length / MOST_RATIOS);
  const shown = inside.filter((_, i) => (i - inside.indexOf(1)) % stride === 0);
  const ticks = shown.map((value) => ({ at: place(value), label: words.language.number(value) }));
  return { place, ticks };
}
