import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import * as jstat from '../../../src/stats/vendor/jstat.js';
import { prebundle, target } from '../../../scripts/prebundle-jstat.mjs';

const committed = readFileSync(target, 'utf8');

test('the committed prebundle is what the installed jStat gives', () => {
  expect(committed).toBe(prebundle());
});

test('the prebundle touches nothing outside itself and needs no looser policy', () => {
  expect(committed).not.toMatch(/\b(eval|Function|window|globalThis|self|jStat\.)\b\s*[.(]/);
});

test('the prebundle names its version and carries its licence', () => {
  expect(committed).toMatch(/jStat \d+\.\d+\.\d+/);
  expect(committed).toContain('Permission is hereby granted, free of charge');
});

test('the prebundle has the functions that its declarations name', () => {
  const declared = readFileSync(target.replace(/\.js$/, '.d.ts'), 'utf8').matchAll(/export function (\w+)/g);
  for (const [, name] of declared) expect(jstat[name as keyof typeof jstat]).toBeTypeOf('function');
});
