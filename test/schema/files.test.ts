import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { certainty } from '../../src/schema/certainty.js';
import { comparisons } from '../../src/schema/comparisons.js';
import { countsFile } from '../../src/schema/counts.js';
import { errataFile } from '../../src/schema/errata.js';
import { maintenance } from '../../src/schema/maintenance.js';
import { mechanismsFile } from '../../src/schema/mechanisms.js';
import { publishedEstimatesFile } from '../../src/schema/published-estimates.js';
import { referencesFile } from '../../src/schema/references.js';
import { release } from '../../src/schema/release.js';
import { safety } from '../../src/schema/safety.js';
import { studiesFile } from '../../src/schema/studies.js';

const FILES = {
  'published-estimates': publishedEstimatesFile,
  errata: errataFile,
  studies: studiesFile,
  counts: countsFile,
  mechanisms: mechanismsFile,
  maintenance,
  comparisons,
  safety,
  certainty,
  references: referencesFile,
  release,
};

describe('every data file', () => {
  it.each(Object.entries(FILES))('%s.json has the shape of its schema and keeps every value', (name, schema) => {
    const json: unknown = JSON.parse(readFileSync(new URL(`../../data/${name}.json`, import.meta.url), 'utf8'));
    expect(schema.safeParse(json)).toEqual({ success: true, data: json });
  });
});
