import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../data/canonical-json.js';
import { sha256 } from '../../data/compile.js';
import { buildOutputs } from '../../data/outputs.js';
import { parseDataFile } from '../../data/read-json.js';
import { loadEvidence } from '../../src/schema/index.js';
import { readData } from './read-files.js';

const GENERATED = [
  'evidence.json',
  'core.json',
  'details.json',
  'packed-counts.json',
  'changes.json',
  'schema/evidence.schema.json',
  'schema/count-row.schema.json',
  'schema/outlook.schema.json',
];

describe('the generated files', () => {
  const built = buildOutputs(readData);

  it.each(GENERATED)('%s is current: npm run data changes no byte', (name) => {
    expect(built.ok && built.outputs[name]).toBe(readData(name));
  });

  it('are these and no others', () => {
    expect(Object.keys(built.ok ? built.outputs : {})).toEqual(GENERATED);
  });
});

describe('data/evidence.json', () => {
  const evidence = JSON.parse(readData('evidence.json'));

  it('names itself by the hash of everything else in it', () => {
    const { hash, ...rest } = evidence;
    expect(sha256(canonicalJson(rest))).toBe(hash);
  });

  it('carries the release', () => {
    const { schemaVersion, version, date, reviewBy } = evidence;
    expect({ schemaVersion, version, date, reviewBy }).toEqual(JSON.parse(readData('release.json')));
  });

  it('loads', () => {
    expect(loadEvidence(evidence)).toEqual({ ok: true, evidence });
  });
});

describe('the JSON Schema of a row of counts', () => {
  const schema = JSON.parse(readData('schema/count-row.schema.json'));

  it('requires what has no default', () => {
    expect(schema.required.sort()).toEqual(['events', 'study', 'threshold', 'total', 'treatment']);
  });

  it('knows the fields of the rows in counts.json and no others', () => {
    const [row] = JSON.parse(readData('counts.json')).repigmentation;
    expect(Object.keys(schema.properties).sort()).toEqual([...Object.keys(row), 'place', 'conflict'].sort());
    expect(schema.additionalProperties).toBe(false);
  });
});

describe('canonical JSON', () => {
  it.each([
    [{ b: 1, a: [true, null, 'x'] }, '{"a":[true,null,"x"],"b":1}'],
    [{ b: { d: 1, c: 0.1 } }, '{"b":{"c":0.1,"d":1}}'],
    [{ a: undefined, é: '"' }, '{"é":"\\""}'],
    [[], '[]'],
  ])('%j is %s', (value, text) => {
    expect(canonicalJson(value)).toBe(text);
  });
});

describe('a data file', () => {
  it('is parsed', () => {
    expect(parseDataFile('{"a": "b: \\"c\\": 1", "d": [{"a": 1}, {"a": 2}]}')).toEqual({
      ok: true,
      data: { a: 'b: "c": 1', d: [{ a: 1 }, { a: 2 }] },
    });
  });

  it.each([
    ['{"a": 1, "b": {"c": 1, "c": 2}}', 'a key stands twice in one object'],
    ['{"a": 1,}', expect.stringMatching(/^is not JSON: /)],
    ['', expect.stringMatching(/^is not JSON: /)],
  ])('%s is refused', (text, problem) => {
    expect(parseDataFile(text)).toEqual({ ok: false, problem });
  });
});
