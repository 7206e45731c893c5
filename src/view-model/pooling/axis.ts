import type { PoolingWords } from '../../i18n/pooling.js';

/** A value on a picture's axis. */
export interface Tick {
  /** Per cent of the axis' length, 0..100. */
  readonly at: number;
  readonly label: string;
}

/** The axis of numbers of 100: a value is its own place. */
export function axisOf100({ language }: Pick<PoolingWords, 'language'>): readonly Tick[] {
  return [0, 25, 50, 75, 100].map((at) => ({ at, label: language.number(at) }));
}
