import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { FILES } from '../../data/compile.js';

describe('every data file', () => {
  it.each(Object.entries(FILES))('%s.json has the shape of its schema and keeps every value', (name, schema) => {
    const json: unknown = JSON.parse(readFileSync(new URL(`../../data/${name}.json`, import.meta.url), 'utf8'));
    expect(schema.safeParse(json)).toEqual({ success: true, data: json });
  });
});
