import { readFileSync } from 'node:fs';
import { FILES, type FileName } from '../../data/compile.js';

/** A data file as parsed JSON, loosely typed: tests break it in ways its type forbids. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Loose = any;

export const DATA = new URL('../../data/', import.meta.url);
export const readData = (name: string) => readFileSync(new URL(name, DATA), 'utf8');

/** A fresh copy of every hand-written file. */
export function readFiles(): Record<FileName, Loose> {
  const entries = Object.keys(FILES).map((name) => [name, JSON.parse(readData(`${name}.json`))]);
  return Object.fromEntries(entries);
}
