import { describe, expect, it } from 'vitest';
import { assemble, compileEvidence, type Compiled, type Parsed } from '../../data/compile.js';
import { CHECKERS } from '../../src/schema/invariants/index.js';
import { CONTRADICTIONS, SHAPE_BREAKS, type Break } from './breaks.js';
import { readFiles } from './read-files.js';

function breakFiles({ apply }: Break) {
  const files = readFiles();
  apply(files);
  return files;
}

function found(compiled: Compiled) {
  const issues = compiled.ok ? [] : compiled.issues;
  return issues.map(({ file, issue }) => [file, issue.code, issue.path]);
}

describe('the evidence as it stands', () => {
  it('holds', () => {
    expect(found(compileEvidence(readFiles()))).toEqual([]);
  });

  it('has every record of every file', () => {
    const files = readFiles();
    const compiled = compileEvidence(files);
    if (!compiled.ok) throw new Error('the data does not hold');
    const { evidence } = compiled;
    expect(evidence.estimates).toEqual(files['published-estimates'].estimates);
    expect({ ...files.errata }).toEqual({
      errata: evidence.errata,
      notPublished: evidence.notPublished,
      cautions: evidence.cautions,
    });
    expect(evidence.studies).toEqual(files.studies.studies);
    expect(evidence.repigmentation).toEqual(files.counts.repigmentation);
    expect(evidence.adverseEvents).toEqual(files.counts.adverseEvents);
    expect(evidence.candidates).toEqual(files.counts.candidates);
    expect(evidence.maintenance).toEqual(files.maintenance);
  });
});

describe('the hash', () => {
  const hashOf = (change: (files: ReturnType<typeof readFiles>) => void) => {
    const files = readFiles();
    change(files);
    const compiled = compileEvidence(files);
    return compiled.ok ? compiled.evidence.hash : null;
  };
  const now = hashOf(() => undefined);

  it('does not depend on the order of keys', () => {
    const reversed = hashOf((files) => {
      files.release = Object.fromEntries(Object.entries(files.release as object).reverse());
    });
    expect(reversed).toBe(now);
  });

  it('changes with a single number', () => {
    const changed = hashOf((files) => (files.counts.repigmentation[0].events = 16));
    expect(changed).toMatch(/^[0-9a-f]{64}$/);
    expect(changed).not.toBe(now);
  });
});

describe('a broken copy of the data', () => {
  it.each([...SHAPE_BREAKS, ...CONTRADICTIONS])('$title', (broken) => {
    expect(found(compileEvidence(breakFiles(broken)))).toContainEqual(broken.expected);
  });

  it('breaks every invariant at least once', () => {
    const caught = CONTRADICTIONS.flatMap((broken) => {
      const records = assemble(breakFiles(broken) as Parsed);
      return Object.keys(CHECKERS).filter((name) => CHECKERS[name]!(records).length > 0);
    });
    expect([...new Set(caught)].sort()).toEqual(Object.keys(CHECKERS).sort());
  });

  it('reports the shape of all files at once', () => {
    const files = readFiles();
    delete files.release.version;
    delete files.safety.labels;
    expect(found(compileEvidence(files))).toEqual([
      ['release', 'missing-field', ['version']],
      ['safety', 'missing-field', ['labels']],
    ]);
  });
});
